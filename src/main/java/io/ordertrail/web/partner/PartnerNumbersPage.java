package io.ordertrail.web.partner;

import java.util.Map;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.ordertrail.intake.partner.PartnerNumber;
import io.ordertrail.intake.partner.PartnerNumber.Kind;
import io.ordertrail.intake.partner.PartnerNumbers;
import io.ordertrail.intake.partner.SavePartnerNumber;
import io.ordertrail.intake.partner.SavePartnerNumber.Typed;
import io.ordertrail.refusal.Refusal;
import io.ordertrail.refusal.Sentence;
import io.ordertrail.transaction.RetryOnContention;
import io.ordertrail.web.page.FormErrors;

/** Lists what partners call our products and customers, and adds, changes and removes it. */
@Controller
class PartnerNumbersPage {

    private static final String PAGE = "partner-numbers";
    private static final int ROWS = 100;

    private final PartnerNumbers numbers;
    private final SavePartnerNumber saveNumber;

    PartnerNumbersPage(PartnerNumbers numbers, SavePartnerNumber saveNumber) {
        this.numbers = numbers;
        this.saveNumber = saveNumber;
    }

    @GetMapping("/partner-numbers")
    String list(
            @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) Kind afterKind,
            @RequestParam(defaultValue = "") String afterPartner,
            @RequestParam(defaultValue = "") String afterTheirs,
            Model model) {
        var after = afterKind == null ? null : new PartnerNumber(afterKind, afterPartner, afterTheirs, "", null);
        return show(text, after, new Typed(Kind.ARTICLE, "", "", ""), FormErrors.NONE, model);
    }

    @PostMapping("/partner-numbers")
    @RetryOnContention
    String save(
            @RequestParam Kind kind,
            @RequestParam(defaultValue = "") String partner,
            @RequestParam(defaultValue = "") String theirs,
            @RequestParam(defaultValue = "") String ours,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var typed = new Typed(kind, partner, theirs, ours);
        try {
            saveNumber.save(typed);
        } catch (Refusal refusal) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return show("", null, typed, FormErrors.of(refusal), model);
        }
        next.addFlashAttribute("said", Sentence.of("page.said.saved", typed.theirs()));
        return "redirect:/" + PAGE;
    }

    @PostMapping("/partner-numbers/removal")
    @RetryOnContention
    String remove(
            @RequestParam Kind kind,
            @RequestParam String partner,
            @RequestParam String theirs,
            RedirectAttributes next) {
        saveNumber.remove(kind, partner, theirs);
        next.addFlashAttribute("said", Sentence.of("partner.said.removed", theirs));
        return "redirect:/" + PAGE;
    }

    private String show(String text, PartnerNumber after, Typed form, FormErrors faults, Model model) {
        var found = numbers.following(text.strip(), after, ROWS + 1);
        model.addAllAttributes(Map.of(
                "text", text,
                "form", form,
                "faults", faults,
                "kinds", Kind.values(),
                "rows", found.stream().limit(ROWS).toList()));
        model.addAttribute("last", found.size() > ROWS ? found.get(ROWS - 1) : null);
        return PAGE;
    }
}
