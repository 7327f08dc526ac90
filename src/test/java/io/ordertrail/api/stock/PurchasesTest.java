package io.ordertrail.api.stock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.ordertrail.api.order.Caller;
import io.ordertrail.customer.ShortagePolicy;
import io.ordertrail.journey.Buyer;
import io.ordertrail.journey.Desk;
import io.ordertrail.journey.JourneyTest;
import io.ordertrail.journey.TestCompany;
import io.ordertrail.order.entry.EnterOrder;
import io.ordertrail.stock.ledger.PurchaseNumber;

/** Tests how external systems read purchase orders and book receipts against them. */
@JourneyTest
class PurchasesTest {

    private static final LocalDate SOON = LocalDate.now(ZoneOffset.UTC).plusDays(3);

    @Autowired
    Caller caller;

    @Autowired
    TestCompany company;

    @Autowired
    Buyer buyer;

    @Autowired
    Desk desk;

    @Autowired
    EnterOrder enterOrder;

    private String cup;
    private PurchaseNumber number;

    @BeforeEach
    void twelve_cups_are_ordered() {
        cup = company.product(2);
        buyer.setReorderLevel(cup, 4, 12);
        number = buyer.propose(cup);
        buyer.order(number, 12, SOON);
    }

    @Test
    void a_purchase_order_is_found_and_received_in_parts() {
        var found = caller.get("systems", "/api/purchases?sku={sku}&state=ORDERED", cup);
        assertThat(found.text("/purchases/0/number")).isEqualTo(number.value());
        assertThat(found.text("/purchases/0/open")).isEqualTo("12");
        assertThat(found.text("/purchases/0/expected")).isEqualTo(SOON.toString());
        assertThat(found.text("/purchases/0/overdue")).isEqualTo("false");

        var body = Map.of("id", "in-" + number, "quantity", 5);
        var first = caller.post("systems", caller.write(body), "/api/purchases/{number}/receipts", number);
        assertThat(first.status()).isEqualTo(201);
        assertThat(first.text("/purchase/open")).isEqualTo("7");
        var second = caller.post("systems", caller.write(body), "/api/purchases/{number}/receipts", number);
        assertThat(second.text("/movement")).isEqualTo(first.text("/movement"));
        assertThat(buyer.get(number).received()).isEqualTo(5);

        var stock = caller.get("sales", "/api/stock/{sku}", cup);
        assertThat(stock.text("/incoming")).isEqualTo("7");
        assertThat(stock.text("/sites/0/incoming")).isEqualTo("7");
        assertThat(stock.text("/sites/0/reorderPoint")).isEqualTo("4");
        assertThat(caller.get("sales", "/api/stock?sku={sku}", cup).text("/stock/0/incoming"))
                .isEqualTo("7");
    }

    @Test
    void a_receipt_above_the_open_quantity_is_refused_with_the_open_quantity() {
        var much = receipt("{\"quantity\": 13}");
        assertThat(much.status()).isEqualTo(409);
        assertThat(much.text("/detail")).contains("12 units of " + cup).contains(number.value());
        assertThat(receipt("{\"quantity\": 0}").pointers()).containsExactly("/quantity");
        assertThat(receipt("{\"id\": \"x\"}").pointers()).containsExactly("/quantity");
        assertThat(caller.post("warehouse", "{\"quantity\": 1}", "/api/purchases/P-99999/receipts")
                        .status())
                .isEqualTo(404);
        assertThat(caller.post("warehouse", "{\"quantity\": 1}", "/api/purchases/nothing/receipts")
                        .status())
                .isEqualTo(404);
        assertThat(caller.get("sales", "/api/purchases?after=nothing").status()).isEqualTo(422);
        assertThat(caller.get("sales", "/api/purchases?state=nothing").status()).isEqualTo(422);
        assertThat(caller.get("sales", "/api/purchases?limit=1").json().path("purchases"))
                .hasSize(1);
        assertThat(buyer.get(number).received()).isZero();
    }

    @Test
    void a_reorder_point_is_saved_with_the_bin() {
        var half = caller.put("purchasing", Map.of("shelf", "A-01-1", "reorderPoint", 5), "/api/stock/{sku}/VIE", cup);
        assertThat(half.status()).isEqualTo(422);
        assertThat(half.pointers()).containsExactly("/reorderQuantity");
        assertThat(caller.put(
                                "purchasing",
                                Map.of("shelf", "A-01-1", "reorderPoint", 0, "reorderQuantity", 1),
                                "/api/stock/{sku}/VIE",
                                cup)
                        .pointers())
                .containsExactly("/reorderPoint");
        assertThat(caller.put("warehouse", Map.of("shelf", "A-01-1"), "/api/stock/{sku}/VIE", cup)
                        .status())
                .isEqualTo(200);
        assertThat(buyer.supply(cup).reorderPoint())
                .as("left out: no reorder level")
                .isNull();
    }

    @Test
    void a_backordered_order_shows_its_promised_delivery_day() {
        var waiting = enterOrder.enter(TestCompany.order(company.customer(ShortagePolicy.WAIT), Map.of(cup, 10)));
        assertThat(caller.get("sales", "/api/orders/{number}", waiting).text("/promisedDelivery"))
                .isEqualTo(SOON.plusDays(5).toString());
        var hopeless = enterOrder.enter(TestCompany.order(company.customer(ShortagePolicy.WAIT), Map.of(cup, 10)));
        assertThat(caller.get("sales", "/api/orders/{number}", hopeless).text("/promisedDelivery"))
                .isNull();
        receipt("{\"quantity\": 12}");
        assertThat(caller.get("sales", "/api/orders/{number}", waiting).text("/promisedDelivery"))
                .isNull();
    }

    private Caller.Reply receipt(String body) {
        return caller.post("warehouse", body, "/api/purchases/{number}/receipts", number);
    }
}
