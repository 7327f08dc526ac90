package io.ordertrail.web.webhook;

import java.time.Duration;
import java.util.List;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.ordertrail.refusal.ExpectedVersion;
import io.ordertrail.refusal.Refusal;
import io.ordertrail.refusal.Sentence;
import io.ordertrail.transaction.RetryOnContention;
import io.ordertrail.webhook.Endpoints;
import io.ordertrail.webhook.ReplayDeliveries;
import io.ordertrail.webhook.SaveEndpoint;

/** The page of one webhook endpoint and its deliveries. */
@Controller
class WebhookPage {

    /** Periods in hours that can be replayed; the longest is as long as deliveries are stored. */
    private static final List<Integer> HOURS = List.of(1, 24, 168);

    private final Endpoints endpoints;
    private final SaveEndpoint saveEndpoint;
    private final ReplayDeliveries replayDeliveries;
    private final ReadEndpoint readEndpoint;

    WebhookPage(
            Endpoints endpoints,
            SaveEndpoint saveEndpoint,
            ReplayDeliveries replayDeliveries,
            ReadEndpoint readEndpoint) {
        this.endpoints = endpoints;
        this.saveEndpoint = saveEndpoint;
        this.replayDeliveries = replayDeliveries;
        this.readEndpoint = readEndpoint;
    }

    @GetMapping("/webhooks/{id}")
    String endpoint(@PathVariable String id, Model model) {
        model.addAllAttributes(readEndpoint.page(id));
        model.addAttribute("hours", HOURS);
        return "webhook";
    }

    @PostMapping("/webhooks/{id}/secret")
    @RetryOnContention
    String rotate(@PathVariable String id, @RequestParam(required = false) Integer version, RedirectAttributes next) {
        return showSecret(saveEndpoint.rotate(id, expected(version)), "webhook.said.rotated", next);
    }

    @PostMapping("/webhooks/{id}/enable")
    @RetryOnContention
    String enable(@PathVariable String id, @RequestParam(required = false) Integer version, RedirectAttributes next) {
        return done(id, () -> saveEndpoint.enable(id, expected(version)), "webhook.said.enabled", next);
    }

    @PostMapping("/webhooks/{id}/disable")
    @RetryOnContention
    String disable(@PathVariable String id, @RequestParam(required = false) Integer version, RedirectAttributes next) {
        return done(id, () -> saveEndpoint.disable(id, expected(version)), "webhook.said.disabled", next);
    }

    @PostMapping("/webhooks/{id}/delete")
    @RetryOnContention
    String delete(@PathVariable String id, @RequestParam(required = false) Integer version, RedirectAttributes next) {
        saveEndpoint.remove(id, expected(version));
        next.addFlashAttribute("said", Sentence.of("webhook.said.deleted"));
        return "redirect:/webhooks";
    }

    @PostMapping("/webhooks/{id}/test")
    @RetryOnContention
    String test(@PathVariable String id, RedirectAttributes next) {
        return done(id, () -> saveEndpoint.sendTest(id), "webhook.said.test", next);
    }

    @PostMapping("/webhooks/{id}/replay")
    @RetryOnContention
    String replay(@PathVariable String id, @RequestParam Integer hours, RedirectAttributes next) {
        return done(
                id,
                () -> {
                    if (!HOURS.contains(hours)) {
                        throw new Refusal(Refusal.Kind.INVALID, "webhook.input.hours");
                    }
                    replayDeliveries.since(id, Duration.ofHours(hours));
                },
                "webhook.said.again",
                next);
    }

    @PostMapping("/webhooks/{id}/deliveries/{delivery}/replay")
    @RetryOnContention
    String replay(@PathVariable String id, @PathVariable String delivery, RedirectAttributes next) {
        return done(id, () -> replayDeliveries.one(id, delivery), "webhook.said.again", next);
    }

    private static ExpectedVersion expected(Integer version) {
        return version == null ? ExpectedVersion.ANY : ExpectedVersion.of(version);
    }

    private String done(String id, Runnable work, String sentence, RedirectAttributes next) {
        work.run();
        next.addFlashAttribute("said", Sentence.of(sentence));
        return "redirect:/webhooks/" + endpoints.get(id).id();
    }

    /** Redirects to the endpoint's page, which shows the secret once. */
    static String showSecret(SaveEndpoint.EndpointSecret created, String sentence, RedirectAttributes next) {
        next.addFlashAttribute("secret", created.secret());
        next.addFlashAttribute("said", Sentence.of(sentence));
        return "redirect:/webhooks/" + created.endpoint();
    }
}
