package io.ordertrail.web.report;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.List;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.ordertrail.refusal.Refusal;
import io.ordertrail.refusal.Sentence;
import io.ordertrail.report.hours.BusinessHours;
import io.ordertrail.report.hours.SiteHours;
import io.ordertrail.stock.ledger.Sites;
import io.ordertrail.transaction.RetryOnContention;
import io.ordertrail.web.page.FormErrors;

/** The business hours and holidays of each site, by which reports can measure durations. */
@Controller
class HoursPage {

    private static final String PAGE = "/reports/hours";
    private static final List<String> CLOSED =
            Arrays.stream(DayOfWeek.values()).map(day -> "").toList();

    /** What stands in the form. */
    record Form(List<String> opens, List<String> closes, String holidays, int version) {

        static Form of(SiteHours.Stored stored) {
            var week = Arrays.stream(DayOfWeek.values()).map(stored.hours()::on).toList();
            return new Form(
                    week.stream()
                            .map(day -> day == null ? "" : day.opens().toString())
                            .toList(),
                    week.stream()
                            .map(day -> day == null ? "" : day.closes().toString())
                            .toList(),
                    stored.hours().holidaysText().replace(' ', '\n'),
                    stored.version());
        }
    }

    private final SiteHours siteHours;
    private final Sites sites;

    HoursPage(SiteHours siteHours, Sites sites) {
        this.siteHours = siteHours;
        this.sites = sites;
    }

    @GetMapping(PAGE)
    String list(Model model) {
        model.addAttribute("sites", sites.findAllByOrderByCode());
        model.addAttribute("known", siteHours.sites());
        return "hours";
    }

    @GetMapping(PAGE + "/{site}")
    String site(@PathVariable String site, Model model) {
        return show(site, siteHours.find(site).map(Form::of).orElse(new Form(CLOSED, CLOSED, "", 0)), model);
    }

    @PostMapping(PAGE + "/{site}")
    @RetryOnContention
    String save(
            @PathVariable String site,
            @RequestParam List<String> opens,
            @RequestParam List<String> closes,
            @RequestParam(defaultValue = "") String holidays,
            @RequestParam int version,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        try {
            siteHours.save(code(site), BusinessHours.of(opens, closes, holidays), version);
        } catch (Refusal refusal) {
            response.setStatus(
                    refusal.kind() == Refusal.Kind.CONFLICT
                            ? HttpStatus.CONFLICT.value()
                            : HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("faults", FormErrors.of(refusal));
            return show(site, new Form(opens, closes, holidays, version), model);
        }
        next.addFlashAttribute("said", Sentence.of("page.said.saved", site));
        return "redirect:" + PAGE;
    }

    private String show(String site, Form form, Model model) {
        model.addAttribute("site", code(site));
        model.addAttribute("form", form);
        model.addAttribute("days", DayOfWeek.values());
        if (!model.containsAttribute("faults")) {
            model.addAttribute("faults", FormErrors.NONE);
        }
        return "hours-site";
    }

    private String code(String site) {
        return sites.findById(site)
                .orElseThrow(() -> new Refusal(Refusal.Kind.UNKNOWN, "site.unknown", site))
                .code();
    }
}
