package io.ordertrail.web.report;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.ordertrail.platform.mail.Mailer;
import io.ordertrail.refusal.Sentence;
import io.ordertrail.report.alert.Alerts;
import io.ordertrail.report.alert.Figure;
import io.ordertrail.transaction.RetryOnContention;
import io.ordertrail.web.page.CurrentUser;
import io.ordertrail.webhook.SendAlert;

/** The alerts: which figures are watched, which are beyond their bounds, and what was told. */
@Controller
class AlertsPage {

    private static final String PAGE = "/reports/alerts";
    private static final int NEWEST = 50;
    private static final Duration SNOOZED_FOR = Duration.ofDays(1);

    private final Alerts alerts;
    private final Mailer mailer;
    private final SendAlert sendAlert;

    AlertsPage(Alerts alerts, Mailer mailer, SendAlert sendAlert) {
        this.alerts = alerts;
        this.mailer = mailer;
        this.sendAlert = sendAlert;
    }

    @GetMapping(PAGE)
    String page(Model model) {
        model.addAttribute("alerts", alerts.all());
        model.addAttribute("messages", alerts.newest(NEWEST));
        model.addAttribute("figures", Figure.values());
        model.addAttribute("mails", mailer.isConfigured());
        model.addAttribute("webhooks", sendAlert.receivers());
        return "alerts";
    }

    @PostMapping(PAGE)
    @RetryOnContention
    String set(
            @RequestParam Figure figure,
            @RequestParam boolean above,
            @RequestParam BigDecimal bound,
            @RequestParam int minutes,
            @ModelAttribute("me") CurrentUser me,
            Locale language,
            RedirectAttributes next) {
        alerts.set(figure, above, bound, minutes, me.name(), language);
        return said("alert.said.set", next);
    }

    @PostMapping(PAGE + "/{id}/snooze")
    @RetryOnContention
    String snooze(@PathVariable String id, RedirectAttributes next) {
        alerts.snooze(id, SNOOZED_FOR);
        return said("alert.said.snoozed", next);
    }

    @PostMapping(PAGE + "/{id}/deletion")
    @RetryOnContention
    String delete(@PathVariable String id, RedirectAttributes next) {
        alerts.delete(id);
        return said("alert.said.deleted", next);
    }

    private static String said(String key, RedirectAttributes next) {
        next.addFlashAttribute("said", Sentence.of(key));
        return "redirect:" + PAGE;
    }
}
