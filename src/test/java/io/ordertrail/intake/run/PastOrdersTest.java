package io.ordertrail.intake.run;

import static io.ordertrail.intake.order.ImportPolicy.ALL_OR_NOTHING;
import static io.ordertrail.intake.order.ImportPolicy.ASK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.ordertrail.catalog.ProductData;
import io.ordertrail.catalog.SaveProduct;
import io.ordertrail.intake.order.ImportPolicy;
import io.ordertrail.intake.order.RowFault;
import io.ordertrail.intake.run.OrderImport.State;
import io.ordertrail.journey.Desk;
import io.ordertrail.journey.JourneyTest;
import io.ordertrail.journey.TestCompany;
import io.ordertrail.order.book.OrderEvent;
import io.ordertrail.order.book.OrderEvents;
import io.ordertrail.order.book.OrderState;
import io.ordertrail.process.path.OrderPaths;
import io.ordertrail.refusal.Refusal;

@JourneyTest
class PastOrdersTest {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String HEADER = "Order;Customer;SKU;Qty;Price;Order Date;Deliver by\n";

    private final String source = "past-" + COUNT.incrementAndGet();
    private String cup;
    private String customer;

    @Autowired
    ImportDesk imports;

    @Autowired
    GuideImport guideImport;

    @Autowired
    SaveProduct saveProduct;

    @Autowired
    OrderEvents events;

    @Autowired
    OrderPaths paths;

    @Autowired
    TestCompany company;

    @Autowired
    Desk desk;

    @BeforeEach
    void a_customer_and_a_product() {
        cup = company.product(5);
        customer = company.customer();
    }

    @Test
    void ended_orders_are_stored_as_received_on_their_day_and_reserve_nothing() {
        var done = imported(row("7", cup, "2", "2024-03-31 23:59") + row("7", cup, "9", "2024-04-01 00:01"));

        var order = desk.order(imports.entered(done).get("7"));
        assertThat(order.isHistory()).isTrue();
        assertThat(order.state()).isEqualTo(OrderState.RECEIVED);
        assertThat(order.enteredAt().atZone(ZoneOffset.UTC).toLocalDate()).isEqualTo("2024-03-31");
        assertThat(order.stateSince()).isEqualTo(order.enteredAt());
        assertThat(order.total().amount()).isEqualByComparingTo(new BigDecimal("104.50"));
        assertThat(order.channel()).isEqualTo(source);
        assertThat(desk.available(cup)).isEqualTo(5);
        assertThat(desk.isEnded(order.number())).isTrue();
    }

    @Test
    void its_timeline_knows_the_import_alone_and_its_path_the_drawn_one() {
        var number = imports.entered(imported(row("7", cup, "2", "2024-03-31"))).get("7");

        assertThat(events.findByOrderNumberOrderByAtAscIdAsc(number))
                .extracting(OrderEvent::what)
                .containsExactly("history");
        assertThat(paths.of(number))
                .singleElement()
                .satisfies(page -> assertThat(page.steps())
                        .extracting("name")
                        .containsExactly("Past order entered", "Received in the past"));
    }

    @Test
    void the_product_of_a_past_order_may_be_off_sale_and_its_delivery_day_over() {
        TestCompany.asOrdertrail(() ->
                saveProduct.save(new ProductData(cup, "Cup " + cup, "Tableware", new BigDecimal("10.00"), false)));

        var done = imported("7;" + customer + ";" + cup + ";2;9,50;2024-03-31;2024-04-02\n");

        assertThat(desk.order(imports.entered(done).get("7")).requestedDelivery())
                .isEqualTo(LocalDate.of(2024, 4, 2));
    }

    @Test
    void an_order_without_a_day_of_the_past_is_faulty() {
        var asked = sent(
                HEADER + row("7", cup, "2", "") + row("8", cup, "2", "31.31.2024") + row("9", cup, "2", "2099-01-01"),
                ASK);
        imports.await(asked, State.DECIDING);

        var faults = imports.all(asked).stream()
                .flatMap(order -> order.faults().stream())
                .toList();
        assertThat(faults).extracting(RowFault::column).containsExactly("Order Date", "Order Date", "Order Date");
        assertThat(faults.get(2).message()).startsWith("An order of the past was ordered before ");
    }

    @Test
    void a_file_of_the_past_needs_a_column_with_the_day() {
        var asked = sent("Order;Customer;SKU;Qty\n7;" + customer + ";" + cup + ";1\n", ALL_OR_NOTHING);

        assertThat(imports.await(asked, State.DECIDING).refusal()).contains("Order date");
    }

    @Test
    void an_order_of_the_past_comes_in_once_and_is_known_to_a_file_of_today() {
        imported(row("7", cup, "2", "2024-03-31"));
        var again = imported(row("7", cup, "2", "2024-03-31"));
        assertThat(imports.in(again, ImportedOrder.State.KNOWN)).hasSize(1);

        var today = imports.send(source, HEADER + row("7", cup, "2", "2024-03-31"), ALL_OR_NOTHING);
        imports.await(today, State.DONE);
        assertThat(imports.in(today, ImportedOrder.State.KNOWN)).hasSize(1);
    }

    @Test
    void orders_of_the_past_cannot_be_undone() {
        var done = imported(row("7", cup, "2", "2024-03-31"));

        assertThatThrownBy(() -> guideImport.undo(done))
                .isInstanceOf(Refusal.class)
                .hasMessage("Orders of the past were received, so they cannot be cancelled.");
    }

    private ImportNumber imported(String rows) {
        var number = sent(HEADER + rows, ALL_OR_NOTHING);
        imports.await(number, State.DONE);
        return number;
    }

    private ImportNumber sent(String text, ImportPolicy policy) {
        return imports.sendPast(source, text, policy);
    }

    private String row(String order, String sku, String quantity, String day) {
        return String.join(";", List.of(order, customer, sku, quantity, "9,50", day, "")) + "\n";
    }
}
