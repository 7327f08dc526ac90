package io.ordertrail.web.approval;

import java.util.function.LongFunction;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.ordertrail.approval.DecideChange;
import io.ordertrail.approval.PendingChange;
import io.ordertrail.refusal.Refusal;
import io.ordertrail.refusal.Sentence;
import io.ordertrail.transaction.RetryOnContention;

/** Approves or withdraws a change that waits for a second person. */
@Controller
class DecideApprovalPage {

    private final DecideChange decideChange;

    DecideApprovalPage(DecideChange decideChange) {
        this.decideChange = decideChange;
    }

    @PostMapping("/approvals/{id}/approval")
    @RetryOnContention
    String approve(@PathVariable long id, RedirectAttributes next) {
        return step(id, decideChange::approve, "approval.said.approved", next);
    }

    @PostMapping("/approvals/{id}/withdrawal")
    @RetryOnContention
    String withdraw(@PathVariable long id, RedirectAttributes next) {
        return step(id, decideChange::withdraw, "approval.said.withdrawn", next);
    }

    private static String step(long id, LongFunction<PendingChange> work, String said, RedirectAttributes next) {
        try {
            next.addFlashAttribute(
                    "said", Sentence.of(said, work.apply(id).subject().code()));
        } catch (Refusal refusal) {
            if (refusal.kind() == Refusal.Kind.UNKNOWN) {
                throw refusal;
            }
            next.addFlashAttribute("refusal", refusal.getMessage());
        }
        return "redirect:/approvals";
    }
}
