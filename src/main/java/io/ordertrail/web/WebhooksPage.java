package io.ordertrail.web;

import io.ordertrail.platform.Again;
import io.ordertrail.platform.Refusal;
import io.ordertrail.platform.Sentence;
import io.ordertrail.stock.Sites;
import io.ordertrail.webhook.Deliveries;
import io.ordertrail.webhook.EndpointData;
import io.ordertrail.webhook.Endpoints;
import io.ordertrail.webhook.KeepEndpoint;
import io.ordertrail.webhook.ReplayDeliveries;
import io.ordertrail.webhook.WebhookSettings;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Other systems that are told of stock, and what came of it. */
@Controller
class WebhooksPage {

  /** Periods that can be sent again; the longest is as long as anything is kept. */
  private static final List<Integer> HOURS = List.of(1, 24, 168);
  private static final Limit SHOWN = Limit.of(50);

  /** An endpoint as it stands in the form. */
  record Form(String address, String sku, String site) {

    EndpointData data() {
      return new EndpointData(address.strip(), Typed.orNull(sku.strip()), Typed.orNull(site));
    }
  }

  private final Endpoints endpoints;
  private final Deliveries deliveries;
  private final KeepEndpoint keepEndpoint;
  private final ReplayDeliveries replayDeliveries;
  private final Sites sites;
  private final WebhookSettings settings;
  private final Again again;

  WebhooksPage(Endpoints endpoints, Deliveries deliveries, KeepEndpoint keepEndpoint, ReplayDeliveries replayDeliveries, Sites sites,
      WebhookSettings settings, Again again) {
    this.endpoints = endpoints;
    this.deliveries = deliveries;
    this.keepEndpoint = keepEndpoint;
    this.replayDeliveries = replayDeliveries;
    this.sites = sites;
    this.settings = settings;
    this.again = again;
  }

  @GetMapping("/webhooks")
  String list(Model model) {
    model.addAttribute("endpoints", endpoints.findAllByOrderByCreatedAtAscIdAsc());
    return "webhooks";
  }

  @GetMapping("/webhooks/new")
  String empty(Model model) {
    return show(new Form("", "", ""), Faults.NONE, model);
  }

  @PostMapping("/webhooks/new")
  String create(@RequestParam MultiValueMap<String, String> sent, Model model, HttpServletResponse response, RedirectAttributes next) {
    var typed = new Typed(sent);
    var form = new Form(typed.text("address"), typed.text("sku"), typed.text("site"));
    try {
      var told = again.ifContended(() -> keepEndpoint.create(form.data()));
      return shown(told, "webhook.said.created", next);
    } catch (Refusal refusal) {
      response.setStatus(refusal.kind() == Refusal.Kind.CONFLICT ? HttpStatus.CONFLICT.value() : HttpStatus.UNPROCESSABLE_ENTITY.value());
      return show(form, Faults.of(refusal), model);
    }
  }

  @GetMapping("/webhooks/{id}")
  String endpoint(@PathVariable String id, Model model) {
    model.addAttribute("endpoint", endpoints.get(id));
    model.addAttribute("deliveries", deliveries.findByEndpointOrderByCreatedAtDescPositionDesc(id, SHOWN));
    model.addAttribute("unfinished", deliveries.unfinished(id));
    model.addAttribute("encrypted", settings.encrypts());
    model.addAttribute("hours", HOURS);
    return "webhook";
  }

  @PostMapping("/webhooks/{id}/secret")
  String rotate(@PathVariable String id, RedirectAttributes next) {
    return shown(again.ifContended(() -> keepEndpoint.rotate(id)), "webhook.said.rotated", next);
  }

  @PostMapping("/webhooks/{id}/enable")
  String enable(@PathVariable String id, RedirectAttributes next) {
    return done(id, () -> keepEndpoint.enable(id), "webhook.said.enabled", next);
  }

  @PostMapping("/webhooks/{id}/disable")
  String disable(@PathVariable String id, RedirectAttributes next) {
    return done(id, () -> keepEndpoint.disable(id), "webhook.said.disabled", next);
  }

  @PostMapping("/webhooks/{id}/delete")
  String delete(@PathVariable String id, RedirectAttributes next) {
    again.ifContended(() -> keepEndpoint.remove(id));
    next.addFlashAttribute("said", Sentence.of("webhook.said.deleted"));
    return "redirect:/webhooks";
  }

  @PostMapping("/webhooks/{id}/test")
  String test(@PathVariable String id, RedirectAttributes next) {
    return done(id, () -> keepEndpoint.sendTest(id), "webhook.said.test", next);
  }

  @PostMapping("/webhooks/{id}/replay")
  String replay(@PathVariable String id, @RequestParam Integer hours, RedirectAttributes next) {
    return done(id, () -> {
      if (!HOURS.contains(hours)) {
        throw new Refusal(Refusal.Kind.INVALID, "webhook.input.hours");
      }
      replayDeliveries.since(id, Duration.ofHours(hours));
    }, "webhook.said.again", next);
  }

  @PostMapping("/webhooks/{id}/deliveries/{delivery}/replay")
  String replay(@PathVariable String id, @PathVariable String delivery, RedirectAttributes next) {
    return done(id, () -> replayDeliveries.one(id, delivery), "webhook.said.again", next);
  }

  private String done(String id, Runnable work, String sentence, RedirectAttributes next) {
    again.ifContended(work);
    next.addFlashAttribute("said", Sentence.of(sentence));
    return "redirect:/webhooks/" + endpoints.get(id).id();
  }

  /** The secret goes to the very next page and is forgotten with it. */
  private static String shown(KeepEndpoint.Told told, String sentence, RedirectAttributes next) {
    next.addFlashAttribute("secret", told.secret());
    next.addFlashAttribute("said", Sentence.of(sentence));
    return "redirect:/webhooks/" + told.endpoint();
  }

  private String show(Form form, Faults faults, Model model) {
    model.addAttribute("form", form);
    model.addAttribute("sites", sites.findAllByOrderByCode());
    model.addAttribute("faults", faults);
    return "webhook-new";
  }
}
