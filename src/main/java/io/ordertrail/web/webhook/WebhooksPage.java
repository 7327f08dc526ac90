package io.ordertrail.web.webhook;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.ordertrail.refusal.Refusal;
import io.ordertrail.stock.ledger.Sites;
import io.ordertrail.transaction.RetryOnContention;
import io.ordertrail.web.page.FormErrors;
import io.ordertrail.web.page.FormInput;
import io.ordertrail.webhook.CreateEndpoint;
import io.ordertrail.webhook.Endpoint.Topic;
import io.ordertrail.webhook.EndpointData;
import io.ordertrail.webhook.Endpoints;

/** The list of webhook endpoints, and the form that creates one. */
@Controller
class WebhooksPage {

    /** The input of the endpoint form. */
    record Form(String address, Topic topic, String sku, String site) {

        EndpointData data() {
            return new EndpointData(
                    address.strip(),
                    topic,
                    topic == Topic.ALERTS ? null : FormInput.orNull(sku.strip()),
                    topic == Topic.ALERTS ? null : FormInput.orNull(site));
        }
    }

    private final Endpoints endpoints;
    private final CreateEndpoint createEndpoint;
    private final Sites sites;

    WebhooksPage(Endpoints endpoints, CreateEndpoint createEndpoint, Sites sites) {
        this.endpoints = endpoints;
        this.createEndpoint = createEndpoint;
        this.sites = sites;
    }

    @GetMapping("/webhooks")
    String list(Model model) {
        model.addAttribute("endpoints", endpoints.findAllByOrderByCreatedAtAscIdAsc());
        return "webhooks";
    }

    @GetMapping("/webhooks/new")
    String empty(Model model) {
        return show(new Form("", Topic.STOCK, "", ""), FormErrors.NONE, model);
    }

    @PostMapping("/webhooks/new")
    @RetryOnContention
    String create(
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var typed = new FormInput(sent);
        var form = new Form(typed.text("address"), topic(typed), typed.text("sku"), typed.text("site"));
        try {
            var created = createEndpoint.create(form.data());
            return WebhookPage.showSecret(created, "webhook.said.created", next);
        } catch (Refusal refusal) {
            response.setStatus(
                    refusal.kind() == Refusal.Kind.CONFLICT
                            ? HttpStatus.CONFLICT.value()
                            : HttpStatus.UNPROCESSABLE_ENTITY.value());
            return show(form, FormErrors.of(refusal), model);
        }
    }

    private static Topic topic(FormInput typed) {
        return typed.text("topic").equals(Topic.ALERTS.name()) ? Topic.ALERTS : Topic.STOCK;
    }

    private String show(Form form, FormErrors faults, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("topics", Topic.values());
        model.addAttribute("sites", sites.findAllByOrderByCode());
        model.addAttribute("faults", faults);
        return "webhook-new";
    }
}
