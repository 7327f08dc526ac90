package io.ordertrail.intake.order;

import static io.ordertrail.intake.order.FileOrder.State.FAULTY;
import static io.ordertrail.intake.order.FileOrder.State.KNOWN;
import static io.ordertrail.intake.order.FileOrder.State.NEW;
import static io.ordertrail.intake.order.ImportPolicy.ALL_OR_NOTHING;
import static io.ordertrail.intake.order.ImportPolicy.LEAVE_FAULTY_OUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

import io.ordertrail.journey.Desk;
import io.ordertrail.journey.JourneyTest;
import io.ordertrail.journey.TestCompany;
import io.ordertrail.order.book.OrderState;
import io.ordertrail.order.book.Orders;
import io.ordertrail.refusal.Refusal;

@JourneyTest
class ImportFileTest {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String HEADER = "Order;Customer;SKU;Qty;Price;Town;Colour\n";

    private final String source = "partner-" + COUNT.incrementAndGet();
    private String cup;
    private String customer;

    @TempDir
    Path folder;

    @Autowired
    ImportFile importFile;

    @Autowired
    TestCompany company;

    @Autowired
    Desk desk;

    @Autowired
    Orders orders;

    @BeforeEach
    void a_customer_and_a_product() {
        cup = company.product(1000);
        customer = company.customer();
    }

    @Test
    void rows_with_one_number_become_one_order_that_runs_its_process() throws IOException {
        var done = imported(HEADER + row("7", cup, "2", "9,95") + row("7", cup, "3", "") + row("8", cup, "1", ""));

        assertThat(done.entered()).containsOnlyKeys("7", "8");
        var order = desk.order(done.entered().get("7"));
        assertThat(order.state()).isEqualTo(OrderState.CONFIRMED);
        assertThat(order.channel()).isEqualTo(source);
        assertThat(order.externalReference()).isEqualTo("7");
        assertThat(order.total().amount()).isEqualByComparingTo(new BigDecimal("49.90"));
    }

    @Test
    void the_same_file_twice_creates_nothing_new_and_says_so() throws IOException {
        var file = HEADER + row("7", cup, "2", "") + row("8", cup, "1", "");
        var first = imported(file);
        var before = orders.count();

        var again = imported(file);

        assertThat(orders.count()).isEqualTo(before);
        assertThat(again.entered()).isEmpty();
        assertThat(again.count(KNOWN)).isEqualTo(2);
        assertThat(again.orders())
                .extracting(FileOrder::known)
                .containsExactlyElementsOf(first.entered().values());
    }

    @Test
    void a_faulty_order_holds_the_others_back_unless_it_is_to_be_left_out() throws IOException {
        var file = HEADER + row("7", cup, "2", "") + row("8", "POST", "1", "") + row("9", cup, "many", "");
        var before = orders.count();

        var held = imported(file);
        assertThat(orders.count()).isEqualTo(before);
        assertThat(held.isHeldBack()).isTrue();
        assertThat(held.count(NEW)).isEqualTo(1);
        assertThat(held.count(FAULTY)).isEqualTo(2);

        var others = importFile.importFile(source, file(file, "UTF-8"), LEAVE_FAULTY_OUT);
        assertThat(others.entered()).containsOnlyKeys("7");
        assertThat(orders.count()).isEqualTo(before + 1);
    }

    @Test
    void each_fault_says_its_row_its_column_its_value_and_what_to_do() throws IOException {
        var done = imported(HEADER
                + row("7", "POST", "1", "")
                + row("8", "POST", "1,5", "")
                + "9;NOBODY;" + cup + ";1;;;\n"
                + row("10", cup, "-1", "")
                + row("", cup, "1", "x"));

        assertThat(done.orders().get(0).faults()).singleElement().satisfies(fault -> {
            assertThat(fault)
                    .extracting(RowFault::row, RowFault::column, RowFault::value)
                    .containsExactly(2L, "SKU", "POST");
            assertThat(fault.message()).contains("POST");
        });
        assertThat(done.orders().get(1).faults()).extracting(RowFault::column).containsExactly("Qty");
        assertThat(done.orders().get(2).faults())
                .extracting(RowFault::row, RowFault::column, RowFault::value)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(4L, "Customer", "NOBODY"));
        assertThat(done.orders().get(3).faults())
                .extracting(RowFault::message)
                .singleElement()
                .asString()
                .startsWith("The quantity is negative, so the row cancels or returns goods");
        assertThat(done.orders().get(4).faults()).extracting(RowFault::column).containsExactly("Order", "Price");
    }

    @Test
    void faults_with_one_cure_are_one_group() throws IOException {
        var done = imported(HEADER + row("7", "POST", "1", "") + row("8", cup, "x", "") + row("9", "POST", "1", ""));

        assertThat(done.faults()).extracting(FileImport.FaultGroup::column).containsExactly("SKU", "Qty");
        assertThat(done.faults().get(0).faults()).extracting(RowFault::row).containsExactly(2L, 4L);
    }

    @Test
    void rows_of_an_order_that_are_apart_or_contradict_each_other_are_faulty() throws IOException {
        var other = company.customer();
        var done = imported(HEADER + row("7", cup, "1", "") + row("8", cup, "1", "") + row("7", cup, "1", "") + "9;"
                + customer + ";" + cup + ";1;;;\n9;" + other + ";" + cup + ";1;;;\n10;" + customer + ";" + cup + "\n");

        assertThat(done.orders()).extracting(FileOrder::state).containsExactly(NEW, NEW, FAULTY, FAULTY, FAULTY);
        assertThat(done.orders().get(2).faults().get(0).message()).startsWith("Order 7 stands further up already");
        assertThat(done.orders().get(3).faults().get(0).message()).contains(customer);
        assertThat(done.orders().get(4).faults().get(0).message()).startsWith("The row has 3 cells");
    }

    @Test
    void faulty_rows_come_back_with_a_reason_and_once_mended_they_are_entered() throws IOException {
        var done = imported(HEADER
                + row("7", cup, "1", "")
                + row("8", "P;OST".replace(";", ""), "1", "9,5")
                + row("8", cup, "2", ""));
        var back = FaultyRows.csv(done);

        assertThat(back.lines()).hasSize(3);
        assertThat(back.lines().toList().get(1))
                .startsWith("8;" + customer + ";POST;1;9,5;;;")
                .contains("SKU: ");

        var mended = imported(back.replace(";POST;", ";" + cup + ";"));
        assertThat(mended.entered()).containsOnlyKeys("8");
        assertThat(desk.order(mended.entered().get("8")).total().amount()).isEqualByComparingTo("29.50");
    }

    @Test
    void each_encoding_gives_the_same_order() throws IOException {
        var reference = 0;
        for (var charset : new String[] {"UTF-8", "UTF-16LE", "windows-1252", "x-MacRoman"}) {
            var text = "Order;Customer;SKU;Qty;Ship Name;Street;City;Country\r" + ++reference + ";" + customer + ";"
                    + cup + ";1;Café Zoë;Königstraße 1;Köln;Deutschland\r";
            var done = importFile.importFile(source, file(text, charset), ALL_OR_NOTHING);
            var shipTo = desk.order(done.entered().get("" + reference)).shipTo();
            assertThat(shipTo.name()).as(charset).isEqualTo("Café Zoë");
            assertThat(shipTo.city()).isEqualTo("Köln");
            assertThat(shipTo.country()).isEqualTo("DE");
        }
    }

    @Test
    void a_file_without_a_column_that_each_order_needs_is_refused_with_its_name() throws IOException {
        assertThatThrownBy(() -> imported("Order,SKU,Qty\n1,2,3\n"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("Customer number");
    }

    @Test
    void a_file_of_more_orders_than_a_batch_may_have_is_refused_and_enters_nothing() throws IOException {
        var before = orders.count();
        var rows = IntStream.rangeClosed(1, 1001)
                .mapToObj(i -> row("" + i, cup, "1", ""))
                .collect(Collectors.joining());

        assertThatThrownBy(() -> imported(HEADER + rows))
                .hasMessageStartingWith("The file has more than 1,000 orders.");
        assertThat(orders.count()).isEqualTo(before);
    }

    private FileImport imported(String text) throws IOException {
        return importFile.importFile(source, file(text, "UTF-8"), ALL_OR_NOTHING);
    }

    private Path file(String text, String charset) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "orders", ".csv"), text, Charset.forName(charset));
    }

    private String row(String order, String sku, String quantity, String price) {
        return String.join(";", order, customer, sku, quantity, price, "", "") + "\n";
    }
}
