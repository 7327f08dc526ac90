package io.ordertrail.order.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

import org.springframework.stereotype.Component;

import io.ordertrail.customer.Address;

/**
 * The parts of an address that its country requires, from {@code address-parts.properties}. Every country requires the
 * receiver's name.
 */
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

    /** Names the parts that are required and missing. */
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
