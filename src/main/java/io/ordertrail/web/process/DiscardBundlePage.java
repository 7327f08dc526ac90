package io.ordertrail.web.process;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.ordertrail.process.bundle.DiscardBundle;
import io.ordertrail.refusal.Sentence;
import io.ordertrail.transaction.RetryOnContention;

/** Discards a draft. */
@Controller
class DiscardBundlePage {

    private final DiscardBundle discardBundle;

    DiscardBundlePage(DiscardBundle discardBundle) {
        this.discardBundle = discardBundle;
    }

    @PostMapping("/process/bundles/{number}/discard")
    @RetryOnContention
    String discard(@PathVariable long number, RedirectAttributes next) {
        return BundlePage.done(
                number,
                () -> Sentence.of(
                        "bundle.said.discarded",
                        String.valueOf(discardBundle.discard(number).number())),
                next);
    }
}
