package io.ordertrail.web.process;

import java.util.function.Supplier;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.ordertrail.process.bundle.Bundles;
import io.ordertrail.process.bundle.CheckBundle;
import io.ordertrail.process.bundle.ForceBundle;
import io.ordertrail.process.outcome.BundleOutcome;
import io.ordertrail.refusal.Refusal;
import io.ordertrail.refusal.Sentence;
import io.ordertrail.transaction.RetryOnContention;

/** One bundle: what it changes, what its check found, and what can be done with it. */
@Controller
class BundlePage {

    private final Bundles bundles;
    private final ReadBundle readBundle;
    private final CheckBundle checkBundle;
    private final ForceBundle forceBundle;
    private final BundleOutcome bundleOutcome;

    BundlePage(
            Bundles bundles,
            ReadBundle readBundle,
            CheckBundle checkBundle,
            ForceBundle forceBundle,
            BundleOutcome bundleOutcome) {
        this.bundles = bundles;
        this.readBundle = readBundle;
        this.checkBundle = checkBundle;
        this.forceBundle = forceBundle;
        this.bundleOutcome = bundleOutcome;
    }

    @GetMapping("/process/bundles/{number}")
    String bundle(@PathVariable long number, Model model) {
        var bundle = bundles.get(number);
        model.addAllAttributes(readBundle.page(bundle));
        model.addAttribute("outcome", bundleOutcome.of(bundle).orElse(null));
        model.addAttribute("somebodyElse", forceBundle.needsSomebodyElse(bundle));
        return "bundle";
    }

    @PostMapping("/process/bundles/{number}/check")
    @RetryOnContention
    String check(@PathVariable long number, RedirectAttributes next) {
        checkBundle.check(number);
        var checked = bundles.get(number);
        next.addFlashAttribute(BundleNotice.of(checked), BundleNotice.sentence(checked));
        return "redirect:/process/bundles/" + number;
    }

    @PostMapping("/process/bundles/{number}/force")
    @RetryOnContention
    String force(@PathVariable long number, @RequestParam(required = false) Long seen, RedirectAttributes next) {
        return done(
                number,
                () -> Sentence.of(
                        "bundle.said.forced",
                        String.valueOf(forceBundle.force(number, seen).number())),
                next);
    }

    @PostMapping("/process/bundles/{number}/take-back")
    @RetryOnContention
    String takeBack(@PathVariable long number, RedirectAttributes next) {
        return done(
                number,
                () -> Sentence.of(
                        "bundle.said.taken-back",
                        String.valueOf(number),
                        String.valueOf(forceBundle.takeBack(number).number())),
                next);
    }

    /** A refusal is shown on the page of the bundle, where its findings are. */
    static String done(long number, Supplier<String> work, RedirectAttributes next) {
        try {
            next.addFlashAttribute("said", work.get());
        } catch (Refusal refusal) {
            if (refusal.kind() == Refusal.Kind.UNKNOWN) {
                throw refusal;
            }
            next.addFlashAttribute("refusal", refusal.getMessage());
        }
        return "redirect:/process/bundles/" + number;
    }
}
