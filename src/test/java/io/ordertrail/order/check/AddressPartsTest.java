package io.ordertrail.order.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import io.ordertrail.customer.Address;

class AddressPartsTest {

    private static final Set<String> PARTS = Set.of("name", "street", "postalCode", "city", "region");

    private final AddressParts addressParts = new AddressParts();

    @Test
    void every_country_has_an_entry_and_requires_only_parts_that_an_address_has() {
        assertThat(addressParts.countries()).containsExactlyInAnyOrder(Locale.getISOCountries());
        assertThat(Set.of(Locale.getISOCountries()))
                .allSatisfy(
                        country -> assertThat(missingFor(country)).isNotEmpty().isSubsetOf(PARTS));
    }

    @Test
    void a_postal_code_is_required_only_where_the_country_uses_one() {
        assertThat(List.of("DE", "TW", "CN", "NL"))
                .allSatisfy(country -> assertThat(missingFor(country)).contains("postalCode"));
        assertThat(List.of("HK", "AE", "QA", "IE"))
                .allSatisfy(country -> assertThat(missingFor(country)).doesNotContain("postalCode"));
    }

    @Test
    void a_region_is_required_only_where_the_last_line_of_an_address_names_it() {
        assertThat(missingFor("US")).contains("region");
        assertThat(missingFor("AT")).doesNotContain("region");
    }

    @Test
    void a_city_state_needs_no_city() {
        assertThat(missingFor("SG")).containsExactly("name", "street", "postalCode");
    }

    @Test
    void a_given_part_is_not_missing_and_a_blank_part_is_missing() {
        var address = new Address("Hafenkontor", "Am Kai 7", "20457", " ", null, "DE", null, null);

        assertThat(addressParts.missing(address)).containsExactly("city");
    }

    private List<String> missingFor(String country) {
        return addressParts.missing(new Address(null, null, null, null, null, country, null, null)).stream()
                .collect(Collectors.toList());
    }
}
