package io.ordertrail.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import io.ordertrail.api.order.Caller;
import io.ordertrail.journey.JourneyTest;

/** The lists of customers, products and stock find what the search of orders finds. */
@JourneyTest
@Tag("database")
class FindRecordsTest {

    private static final String CUSTOMER = "FR-Nikos-7";
    private static final String PRODUCT = "FR-TEAPOT-7";

    @Autowired
    Caller caller;

    @BeforeEach
    void there_is_a_customer_and_a_product() {
        caller.put("managers", customer(), "/api/customers/{number}", CUSTOMER);
        caller.put("managers", product(), "/api/products/{sku}", PRODUCT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ΘΕΟΔΩΡΑΚΗΣ",
                "Θεοδωράκης",
                "εοδωρ",
                "Θεοδωράκις",
                "heraklion Νίκος",
                "fr-nikos-7",
                "FR-NIK",
                "frnikos7",
                "2810 123456",
                "nikos@example.org",
                "Odos 1866"
            })
    void a_customer_is_found_by_any_of_its_texts(String text) {
        assertThat(customers("sales", text)).contains(CUSTOMER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Νίκος Παπαδόπουλος", "%", "_", "!", "\u0000", "xylophon"})
    void another_text_finds_no_customer(String text) {
        assertThat(customers("sales", text)).doesNotContain(CUSTOMER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"teapot", "TEAPO", "fr-tea", "kannchen porcelain", "茶壺", "kännchen 茶壺", "tepaot"})
    void a_product_is_found_by_any_of_its_texts(String text) {
        assertThat(codes("/api/products?text={text}", "products", "sku", "sales", text))
                .contains(PRODUCT);
    }

    private List<String> customers(String role, String text) {
        return codes("/api/customers?text={text}", "customers", "number", role, text);
    }

    private List<String> codes(String path, String list, String code, String role, String text) {
        return caller.get(role, path, text).json().path(list).findValuesAsText(code);
    }

    private static Map<String, Object> customer() {
        return Map.of(
                "name",
                "Νίκος Θεοδωράκης",
                "address",
                Map.of(
                        "street", "Odos 1866",
                        "postalCode", "71201",
                        "city", "Heraklion",
                        "country", "GR",
                        "phone", "+30 2810 123456",
                        "email", "nikos@example.org"));
    }

    private static Map<String, Object> product() {
        return Map.of("name", "Kännchen, porcelain 茶壺", "category", "Teapots", "listPrice", "12");
    }
}
