package io.ordertrail.webhook;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.springframework.stereotype.Component;

import io.ordertrail.catalog.Products;
import io.ordertrail.refusal.Checked;
import io.ordertrail.refusal.InvalidInput.Fault;
import io.ordertrail.refusal.Sentence;
import io.ordertrail.stock.ledger.Sites;
import io.ordertrail.webhook.address.AddressResolver;
import io.ordertrail.webhook.address.PublicAddress;

/**
 * Checks what a person enters for an endpoint. {@link AddressResolver} resolves the host name and checks its addresses
 * at each delivery; these rules report early what is visible without a look-up.
 */
@Component
class EndpointRules {

    private static final Pattern LITERAL = Pattern.compile("[0-9.]+|\\[[0-9a-fA-F:.]+]");
    private static final int MAX_PORT = 65_535;

    private final Products products;
    private final Sites sites;
    private final Checked checked;
    private final boolean allowInternal;

    EndpointRules(Products products, Sites sites, Checked checked, WebhookSettings settings) {
        this.products = products;
        this.sites = sites;
        this.checked = checked;
        this.allowInternal = settings.allowInternal();
    }

    /** The same data with the SKU of the product that somebody typed in any case. */
    EndpointData named(EndpointData typed) {
        return typed.sku() == null
                ? typed
                : new EndpointData(typed.address(), typed.topic(), products.sku(typed.sku()), typed.site());
    }

    List<Fault> faultsOf(EndpointData data) {
        var faults = new ArrayList<>(checked.faultsOf(data));
        if (faults.isEmpty()) {
            faultOf(data.address()).ifPresent(sentence -> faults.add(new Fault("/address", sentence)));
            if (data.sku() != null && products.findById(data.sku()).isEmpty()) {
                faults.add(new Fault("/sku", Sentence.of("product.unknown", data.sku())));
            }
            if (data.site() != null && sites.findById(data.site()).isEmpty()) {
                faults.add(new Fault("/site", Sentence.of("site.unknown", data.site())));
            }
        }
        return faults;
    }

    private Optional<String> faultOf(String address) {
        var uri = parsed(address);
        if (uri == null
                || uri.getHost() == null
                || uri.getRawUserInfo() != null
                || uri.getRawFragment() != null
                || uri.getPort() == 0
                || uri.getPort() > MAX_PORT
                || !isWeb(uri.getScheme())) {
            return Optional.of(Sentence.of("webhook.input.address"));
        }
        if (!allowInternal && !uri.getScheme().equalsIgnoreCase("https")) {
            return Optional.of(Sentence.of("webhook.input.https"));
        }
        return allowInternal || !isInternalLiteral(uri.getHost())
                ? Optional.empty()
                : Optional.of(Sentence.of("webhook.input.internal"));
    }

    private static boolean isWeb(String scheme) {
        return "https".equalsIgnoreCase(scheme) || "http".equalsIgnoreCase(scheme);
    }

    private static boolean isInternalLiteral(String host) {
        try {
            return host.equalsIgnoreCase("localhost")
                    || LITERAL.matcher(host).matches() && !PublicAddress.isPublic(InetAddress.getByName(host));
        } catch (UnknownHostException e) {
            return true;
        }
    }

    private static URI parsed(String address) {
        try {
            return new URI(address);
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
