package io.ordertrail.api.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.ordertrail.journey.Desk;
import io.ordertrail.journey.JourneyTest;
import io.ordertrail.journey.TestCompany;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.book.OrderState;
import io.ordertrail.order.entry.EnterOrder;
import io.ordertrail.process.engine.OrderFulfilment.Element;

/** An id that is used again: with the same content nothing happens, with other content the caller is told. */
@JourneyTest
@Tag("database")
class RepeatedIdsTest {

    private static final String AT = "2026-11-28T17:00:00.1234567Z";

    @Autowired
    Caller caller;

    @Autowired
    TestCompany company;

    @Autowired
    Desk desk;

    @Autowired
    EnterOrder enterOrder;

    @Test
    void a_carrier_numbers_the_events_of_each_parcel_for_itself() {
        var first = shipped();
        var second = shipped();

        assertThat(event(first, "1", "delivered", AT).status()).isEqualTo(202);
        assertThat(event(second, "1", "delivered", AT).status()).isEqualTo(202);

        assertThat(desk.state(first)).isEqualTo(OrderState.DELIVERED);
        assertThat(desk.state(second)).isEqualTo(OrderState.DELIVERED);
    }

    @Test
    void an_event_sent_twice_is_one() {
        var number = shipped();

        assertThat(event(number, "1", "in-transit", AT).status()).isEqualTo(202);
        assertThat(event(number, " 1\u00a0", "in-transit", AT).status()).isEqualTo(202);
    }

    @Test
    void an_event_with_the_id_of_another_is_refused_and_the_order_stays() {
        var number = shipped();
        event(number, "1", "in-transit", AT);

        assertThat(event(number, "1", "delivered", AT)).satisfies(reply -> {
            assertThat(reply.status()).isEqualTo(409);
            assertThat(reply.text("/detail")).contains("in-transit");
        });
        assertThat(event(number, "1", "in-transit", "2026-11-28T18:00:00Z").status())
                .isEqualTo(409);
        assertThat(desk.state(number)).isEqualTo(OrderState.SHIPPED);
    }

    @Test
    void an_event_at_a_time_that_no_database_can_store_is_refused() {
        var number = shipped();
        for (var at : new String[] {"0001-01-01T00:00:00Z", "9999-12-31T23:59:59-18:00"}) {
            assertThat(event(number, at, "in-transit", at)).satisfies(reply -> {
                assertThat(reply.status()).as(reply.body()).isEqualTo(422);
                assertThat(reply.pointers()).containsExactly("/at");
            });
        }
    }

    @Test
    void a_movement_with_the_id_of_another_is_refused_and_not_booked() {
        var cup = company.product(0);
        var bowl = company.product(0);
        assertThat(move("m-" + cup, cup, 5).status()).isEqualTo(201);

        assertThat(move("m-" + cup, cup, 5).status()).isEqualTo(201);
        assertThat(move("m-" + cup, bowl, 5)).satisfies(reply -> {
            assertThat(reply.status()).isEqualTo(409);
            assertThat(reply.text("/detail")).contains(cup);
        });
        assertThat(move("m-" + cup, cup, 6).status()).isEqualTo(409);

        assertThat(desk.onHand(cup)).isEqualTo(5);
        assertThat(desk.onHand(bowl)).isZero();
    }

    private Caller.Reply move(String id, String sku, int quantity) {
        var booking = Map.of("id", id, "sku", sku, "site", "VIE", "quantity", quantity, "kind", "RECEIPT");
        return caller.post("systems", caller.write(booking), "/api/stock/movements");
    }

    private Caller.Reply event(OrderNumber number, String id, String status, String at) {
        return caller.post(
                "systems",
                caller.write(Map.of("id", id, "status", status, "at", at)),
                "/api/shipments/{tracking}/events",
                "ID-" + number);
    }

    private OrderNumber shipped() {
        var number = enterOrder.enter(TestCompany.order(company.customer(), Map.of(company.product(1), 1)));
        desk.complete(number, Element.PICK_AND_PACK);
        desk.complete(number, Element.SHIP_PARCEL, "carrier", "DHL", "trackingNumber", "ID-" + number);
        return number;
    }
}
