package io.ordertrail.api.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.ordertrail.journey.Desk;
import io.ordertrail.journey.JourneyTest;
import io.ordertrail.journey.TestCompany;
import io.ordertrail.order.book.OrderNumber;

/** Codes that people type in lower case although they are stored in upper case. */
@JourneyTest
@Tag("database")
class CodesInAnyCaseTest {

    @Autowired
    Caller caller;

    @Autowired
    TestCompany company;

    @Autowired
    Desk desk;

    private ObjectNode order;
    private String sku;
    private String customer;

    @BeforeEach
    void an_order_in_lower_case() {
        order = caller.order(company);
        customer = order.get("customer").asText();
        sku = order.at("/lines/0/sku").asText();
        order.put("customer", customer.toLowerCase(Locale.ROOT));
        ((ObjectNode) order.at("/lines/0")).put("sku", sku.toLowerCase(Locale.ROOT));
    }

    @Test
    void an_order_finds_its_customer_and_its_products_and_holds_their_own_codes() {
        var answer = caller.post("sales", order.toString(), "/api/orders");

        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        var entered = desk.order(new OrderNumber(answer.text("/number")));
        assertThat(entered.customer()).isEqualTo(customer);
        assertThat(entered.lines().get(0).sku()).isEqualTo(sku);
        assertThat(caller.get(
                                "sales",
                                "/api/orders/{number}",
                                answer.text("/number").toLowerCase(Locale.ROOT))
                        .status())
                .isEqualTo(200);
        assertThat(caller.get("sales", "/api/orders?customer={number}", customer.toLowerCase(Locale.ROOT))
                        .json()
                        .path("orders"))
                .hasSize(1);
    }

    @Test
    void look_ups_and_bookings_find_the_record() {
        assertThat(caller.get("sales", "/api/products/{sku}", sku.toLowerCase(Locale.ROOT))
                        .text("/sku"))
                .isEqualTo(sku);
        assertThat(caller.get("sales", "/api/customers/{number}", customer.toLowerCase(Locale.ROOT))
                        .text("/number"))
                .isEqualTo(customer);
        var booking = Map.of("sku", sku.toLowerCase(Locale.ROOT), "site", "VIE", "quantity", 4, "kind", "RECEIPT");
        assertThat(caller.post("warehouse", caller.write(booking), "/api/stock/movements")
                        .status())
                .isEqualTo(201);
        assertThat(desk.onHand(sku)).isEqualTo(5);
    }

    @Test
    void an_unknown_code_is_refused_in_any_case() {
        assertThat(caller.get("sales", "/api/products/no-such").status()).isEqualTo(404);
        assertThat(caller.post("sales", order.put("customer", "no-such").toString(), "/api/orders")
                        .pointers())
                .containsExactly("/customer");
    }
}
