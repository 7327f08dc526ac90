package io.ordertrail.order.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import io.ordertrail.api.order.Caller;
import io.ordertrail.journey.JourneyTest;
import io.ordertrail.journey.TestCompany;

/** What is typed exactly as it is stored is found on every database, however the database folds its letters. */
@JourneyTest
@Tag("database")
class SearchTextsTest {

    @Autowired
    Caller caller;

    @Autowired
    TestCompany company;

    @ParameterizedTest
    @ValueSource(strings = {"ΟΔΥΣΣΕΥΣ", "Οδυσσεύς", "İSTANBUL", "Straße", "山嵐", "100% _!"})
    void a_name_is_found_as_it_is_stored(String name) {
        var stored = name + " " + System.nanoTime();
        var number = "ST-" + System.nanoTime();
        var body = Map.of("name", stored, "address", Map.of("country", "AT"));
        assertThat(caller.put("managers", body, "/api/customers/{number}", number)
                        .status())
                .isEqualTo(200);
        var order = caller.order(company).put("customer", number);
        assertThat(caller.post("sales", order.toString(), "/api/orders").status())
                .isEqualTo(201);

        assertThat(caller.get("sales", "/api/customers?text={text}", stored)
                        .json()
                        .path("customers"))
                .hasSize(1);
        assertThat(caller.get("sales", "/api/orders?text={text}", stored).json().path("orders"))
                .hasSize(1);
    }
}
