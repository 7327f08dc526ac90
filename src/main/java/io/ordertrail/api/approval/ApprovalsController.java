package io.ordertrail.api.approval;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.data.domain.Limit;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import io.ordertrail.approval.DecideChange;
import io.ordertrail.approval.PendingChange;
import io.ordertrail.approval.PendingChanges;
import io.ordertrail.change.Subject;
import io.ordertrail.transaction.RetryOnContention;

@RestController
@RequestMapping(path = "/api/approvals", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Changes")
class ApprovalsController {

    private static final Limit SHOWN = Limit.of(200);

    private final PendingChanges changes;
    private final DecideChange decideChange;
    private final Clock clock;

    ApprovalsController(PendingChanges changes, DecideChange decideChange, Clock clock) {
        this.changes = changes;
        this.decideChange = decideChange;
        this.clock = clock;
    }

    /**
     * A change of a figure that takes effect when a second manager approves it.
     *
     * @param from the value that holds until then
     */
    record PendingChangeView(
            long id,
            Subject.Kind kind,
            String subject,
            String field,
            String from,
            String to,
            String proposedBy,
            Instant proposedAt,
            Instant expiresAt,
            PendingChange.State state,
            String decidedBy,
            Instant decidedAt) {

        static PendingChangeView of(PendingChange change) {
            return new PendingChangeView(
                    change.id(),
                    change.subject().kind(),
                    change.subject().code(),
                    change.field(),
                    change.former(),
                    change.proposed(),
                    change.proposedBy(),
                    change.proposedAt(),
                    change.expiresAt(),
                    change.state(),
                    change.decidedBy(),
                    change.decidedAt());
        }
    }

    record PendingChangeList(List<PendingChangeView> approvals) {}

    @GetMapping
    @Operation(summary = "List the changes that wait for a second manager, oldest first")
    PendingChangeList findApprovals() {
        return new PendingChangeList(changes.waiting(clock.instant(), SHOWN).stream()
                .map(PendingChangeView::of)
                .toList());
    }

    @PostMapping("/{id}/approval")
    @RetryOnContention
    @Operation(summary = "Approve a change of another manager")
    PendingChangeView approve(@PathVariable long id) {
        return PendingChangeView.of(decideChange.approve(id));
    }

    @PostMapping("/{id}/withdrawal")
    @RetryOnContention
    @Operation(summary = "Withdraw a change; the old figure stays")
    PendingChangeView withdraw(@PathVariable long id) {
        return PendingChangeView.of(decideChange.withdraw(id));
    }
}
