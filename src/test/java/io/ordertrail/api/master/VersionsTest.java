package io.ordertrail.api.master;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

import io.ordertrail.api.order.Caller;
import io.ordertrail.api.order.Caller.Reply;
import io.ordertrail.journey.JourneyTest;
import io.ordertrail.journey.TestCompany;

/** A program says from which version its change starts, and is refused when the record has another one. */
@JourneyTest
class VersionsTest {

    private static final Map<String, Map<String, Object>> BODIES = Map.of(
            "customers", Map.of("name", "Any", "address", Map.of("country", "AT")),
            "products", Map.of("name", "Any", "category", "Any", "listPrice", "1.00"),
            "sites", Map.of("name", "Any", "country", "AT"));

    @Autowired
    Caller caller;

    @Autowired
    TestCompany company;

    @ParameterizedTest
    @CsvSource({"customers, managers", "products, managers", "sites, warehouse"})
    void a_change_that_starts_from_an_older_version_is_refused_with_the_record_as_it_is(String kind, String role) {
        var path = "/api/" + kind + "/VT-1";
        var body = BODIES.get(kind);
        var first = put(role, path, body, null).headers().get("ETag");
        assertThat(caller.get(role, path).headers()).containsEntry("ETag", first);
        var changed = new java.util.HashMap<>(body);
        changed.put("name", "Theirs");
        var second = put(role, path, changed, first);
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.headers().get("ETag")).isNotEqualTo(first);

        var stale = put(role, path, body, first);
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.text("/type")).isEqualTo("urn:ordertrail:problem:stale");
        assertThat(stale.text("/current/name")).isEqualTo("Theirs");
        assertThat(stale.headers()).containsEntry("ETag", second.headers().get("ETag"));
        assertThat(caller.get(role, path).text("/name")).isEqualTo("Theirs");
        assertThat(put(role, path, body, "\"99\", " + second.headers().get("ETag"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_change_of_what_does_not_exist_is_refused() {
        assertThat(put("managers", "/api/products/VT-NONE", BODIES.get("products"), "*")
                        .status())
                .isEqualTo(404);
        assertThat(caller.get("managers", "/api/products/VT-NONE").status()).isEqualTo(404);
    }

    @Test
    void bin_and_reorder_level_have_a_version() {
        var path = "/api/stock/" + company.product(30) + "/VIE";
        var first = caller.get("purchasing", path).headers().get("ETag");
        var four = Map.<String, Object>of("shelf", "A-1", "reorderPoint", 4, "reorderQuantity", 12);
        assertThat(put("purchasing", path, four, first).status()).isEqualTo(200);
        var stale = put("purchasing", path, Map.of("shelf", "A-1"), first);
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.text("/current/reorderPoint")).isEqualTo("4");
        assertThat(caller.get("purchasing", path).text("/reorderPoint")).isEqualTo("4");
    }

    private Reply put(String role, String path, Map<String, Object> body, String ifMatch) {
        var request = Caller.withBody(MockMvcRequestBuilders.put(path), caller.write(body));
        return caller.send(role, ifMatch == null ? request : request.header("If-Match", ifMatch));
    }
}
