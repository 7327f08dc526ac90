package io.ordertrail.web.report;

import java.util.Arrays;
import java.util.List;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.ordertrail.platform.access.Role;
import io.ordertrail.refusal.Refusal;
import io.ordertrail.refusal.Sentence;
import io.ordertrail.report.saved.SavedReport;
import io.ordertrail.report.saved.SavedReports;
import io.ordertrail.transaction.RetryOnContention;
import io.ordertrail.web.page.CurrentUser;

/** Reports that people keep with their filters, each at an address that does not change. */
@Controller
class SavedReportsPage {

    private static final String HOME = "/reports";
    private static final int LONGEST_TITLE = 100;

    private final SavedReports savedReports;
    private final ReportRights rights;

    SavedReportsPage(SavedReports savedReports, ReportRights rights) {
        this.savedReports = savedReports;
        this.rights = rights;
    }

    @PostMapping("/reports/saved")
    @RetryOnContention
    String save(
            @RequestParam String report,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String group,
            @ModelAttribute("address") ReportAddress address,
            @ModelAttribute("me") CurrentUser me,
            RedirectAttributes next) {
        var path = "/reports/" + rights.find(report, me).name();
        var name = title.strip();
        if (name.isEmpty() || name.length() > LONGEST_TITLE) {
            throw new Refusal(Refusal.Kind.INVALID, "report.saved.title.range", LONGEST_TITLE);
        }
        if (!group.isEmpty() && !me.isIn(group)) {
            throw new Refusal(Refusal.Kind.INVALID, "report.saved.group.refused");
        }
        savedReports.save(new SavedReport(
                null,
                name,
                report,
                address.at(path).substring(path.length()),
                me.name(),
                group.isEmpty() ? null : group));
        next.addFlashAttribute("said", Sentence.of("page.said.saved", name));
        return "redirect:" + HOME;
    }

    @GetMapping("/reports/saved/{id}")
    String open(@PathVariable String id, @ModelAttribute("me") CurrentUser me) {
        var saved = savedReports
                .find(id)
                .filter(one -> one.owner().equals(me.name()) || me.isIn(one.sharedWith()))
                .orElseThrow(() -> new UnknownReport(id));
        return "redirect:/reports/" + rights.find(saved.report(), me).name() + saved.query();
    }

    @PostMapping("/reports/saved/{id}/deletion")
    @RetryOnContention
    String delete(@PathVariable String id, @ModelAttribute("me") CurrentUser me, RedirectAttributes next) {
        if (!savedReports.delete(id, me.name())) {
            throw new UnknownReport(id);
        }
        next.addFlashAttribute("said", Sentence.of("report.saved.deleted"));
        return "redirect:" + HOME;
    }

    /** The groups that a person can share a report with: their own. */
    static List<String> groups(CurrentUser me) {
        return Arrays.stream(Role.values()).map(Role::group).filter(me::isIn).toList();
    }
}
