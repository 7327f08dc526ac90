package io.ordertrail.api.approval;

import java.util.List;
import java.util.stream.Stream;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.data.domain.Limit;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import io.ordertrail.api.wire.ChangeView;
import io.ordertrail.change.Change;
import io.ordertrail.change.ChangeSet;
import io.ordertrail.change.Changes;
import io.ordertrail.change.Subject.Kind;
import io.ordertrail.platform.access.ReadableRecords;
import io.ordertrail.refusal.Text;

@RestController
@RequestMapping(path = "/api/changes", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Changes")
class ChangesController {

    private final Changes changes;
    private final ReadableRecords readable;

    ChangesController(Changes changes, ReadableRecords readable) {
        this.changes = changes;
        this.readable = readable;
    }

    /**
     * Selects changes.
     *
     * @param kind of the changed records
     * @param subject number or code of the changed record
     * @param by who changed it
     * @param after the value of {@code next} of the previous page
     * @param limit how many changed fields a page has
     */
    record ChangeQuery(
            Kind kind,
            @Text(max = 200) String subject,
            @Text(max = 100) String by,
            Long after,

            @Min(value = 1, message = "{input.limit}") @Max(value = 200, message = "{input.limit}")
            Integer limit) {

        ChangeQuery {
            subject = subject == null ? "" : subject.strip();
            by = by == null ? "" : by.strip();
            limit = limit == null ? Changes.SHOWN : limit;
        }
    }

    /**
     * Changes, newest first.
     *
     * @param next the value of {@code after} for the next page; null on the last page
     */
    record ChangePage(List<ChangeView> changes, Long next) {}

    @GetMapping
    @Operation(
            summary = "List who changed what, when, from what to what, newest first",
            description = "A caller sees the changes of the records that they may read.")
    ChangePage findChanges(@ParameterObject @Valid ChangeQuery query, Authentication caller) {
        var kinds = Stream.of(Kind.values())
                .filter(kind -> query.kind() == null || query.kind() == kind)
                .filter(kind -> readable.mayRead(kind.name(), caller))
                .toList();
        var found = kinds.isEmpty()
                ? List.<Change>of()
                : changes.page(kinds, query.subject(), query.by(), query.after(), Limit.of(query.limit() + 1));
        return new ChangePage(
                ChangeSet.newestFirst(found.stream().limit(query.limit()).toList()).stream()
                        .map(set -> ChangeView.of(set, caller))
                        .toList(),
                found.size() > query.limit() ? found.get(query.limit() - 1).id() : null);
    }
}
