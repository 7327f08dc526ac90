package io.ordertrail.order.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

import org.springframework.stereotype.Component;

import io.ordertrail.customer.Address;

/** Which parts of an address its country needs, out of {@code address-parts.properties}. A receiver's name is needed everywhere. */
@Component
class AddressParts {

    private final Properties required = new Properties();

    AddressParts() {
        try (var file = AddressParts.class.getResourceAsStream("/address-parts.properties")) {
            required.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return the names of the parts that are needed and missing */
    List<String> missing(Address address) {
        var parts = Map.of(
                "name",
                text(address.name()),
                "street",
                text(address.street()),
                "postalCode",
                text(address.postalCode()),
                "city",
                text(address.city()),
                "region",
                text(address.region()));
        return List.of(("name " + required.getProperty(address.country(), "street city"))
                        .strip()
                        .split(" +"))
                .stream()
                .filter(part -> parts.get(part).isBlank())
                .toList();
    }

    Set<String> countries() {
        return required.stringPropertyNames();
    }

    private static String text(String part) {
        return part == null ? "" : part;
    }
}
