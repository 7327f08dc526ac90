package io.ordertrail.intake.run;

import static io.ordertrail.intake.order.ImportPolicy.ALL_OR_NOTHING;
import static io.ordertrail.intake.order.ImportPolicy.ASK;
import static io.ordertrail.intake.order.ImportPolicy.LEAVE_FAULTY_OUT;
import static io.ordertrail.intake.order.ImportPolicy.STOP_AT_FIRST;
import static io.ordertrail.intake.run.ImportedOrder.State.ENTERED;
import static io.ordertrail.intake.run.ImportedOrder.State.FAULTY;
import static io.ordertrail.intake.run.ImportedOrder.State.KEPT;
import static io.ordertrail.intake.run.ImportedOrder.State.KNOWN;
import static io.ordertrail.intake.run.ImportedOrder.State.NEW;
import static io.ordertrail.intake.run.ImportedOrder.State.UNDONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

import io.ordertrail.intake.file.Row;
import io.ordertrail.intake.order.ImportPolicy;
import io.ordertrail.intake.order.OrderField;
import io.ordertrail.intake.order.RowFault;
import io.ordertrail.intake.run.GuideImport.Reading;
import io.ordertrail.intake.run.OrderImport.Asked;
import io.ordertrail.intake.run.OrderImport.State;
import io.ordertrail.journey.Desk;
import io.ordertrail.journey.JourneyTest;
import io.ordertrail.journey.TestCompany;
import io.ordertrail.order.book.OrderState;
import io.ordertrail.order.book.Orders;
import io.ordertrail.process.engine.OrderFulfilment.Element;

@JourneyTest
class ImportOrdersTest {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String HEADER = "Order;Customer;SKU;Qty;Price;Town;Colour\n";

    private final String source = "partner-" + COUNT.incrementAndGet();
    private String cup;
    private String customer;

    @Autowired
    ImportDesk imports;

    @Autowired
    GuideImport guideImport;

    @Autowired
    OrderImports all;

    @Autowired
    ImportedOrders entries;

    @Autowired
    EnterImportedOrders enterImportedOrders;

    @Autowired
    ForgetFiles forgetFiles;

    @Autowired
    ForgetUndecided forgetUndecided;

    @Autowired
    OrderUploads uploads;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ForgetCustomer forgetCustomer;

    @Autowired
    JdbcTemplate database;

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
    void rows_with_one_number_become_one_order_that_runs_its_process() {
        var done = imported(HEADER + row("7", cup, "2", "9,95") + row("7", cup, "3", "") + row("8", cup, "1", ""));

        assertThat(imports.entered(done)).containsOnlyKeys("7", "8");
        var order = desk.order(imports.entered(done).get("7"));
        assertThat(order.state()).isEqualTo(OrderState.CONFIRMED);
        assertThat(order.channel()).isEqualTo(source);
        assertThat(order.externalReference()).isEqualTo("7");
        assertThat(order.total().amount()).isEqualByComparingTo(new BigDecimal("49.90"));
    }

    @Test
    void the_same_file_twice_creates_nothing_new_and_says_so() {
        var file = HEADER + row("7", cup, "2", "") + row("8", cup, "1", "");
        var first = imported(file);
        var before = orders.count();

        var again = imported(file);

        assertThat(orders.count()).isEqualTo(before);
        assertThat(imports.counts(again).orders()).isEqualTo(Map.of(KNOWN, 2L));
        assertThat(imports.in(again, KNOWN))
                .extracting(ImportedOrder::number)
                .containsExactlyElementsOf(imports.in(first, ENTERED).stream()
                        .map(ImportedOrder::number)
                        .toList());
        assertThat(all.same(all.get(again))).map(OrderImport::number).contains(first);
    }

    @Test
    void nothing_is_entered_before_a_person_has_decided() {
        var before = orders.count();
        var asked = imports.send(source, HEADER + row("7", cup, "2", "") + row("8", "POST", "1", ""), ASK);

        imports.await(asked, State.DECIDING);
        assertThat(imports.counts(asked).orders()).isEqualTo(Map.of(NEW, 1L, FAULTY, 1L));
        assertThat(orders.count()).isEqualTo(before);

        imports.decide(asked, ImportDecision.ENTER_SOUND);
        imports.await(asked, State.DONE);
        assertThat(imports.entered(asked)).containsOnlyKeys("7");
    }

    @Test
    void a_cancelled_import_enters_nothing() {
        var before = orders.count();
        var asked = imports.send(source, HEADER + row("7", cup, "2", ""), ASK);

        imports.decide(asked, ImportDecision.CANCEL);

        imports.await(asked, State.CANCELLED);
        assertThat(orders.count()).isEqualTo(before);
    }

    @Test
    void a_faulty_order_holds_the_others_back_unless_it_is_to_be_left_out() {
        var file = HEADER + row("7", cup, "2", "") + row("8", "POST", "1", "") + row("9", cup, "many", "");
        var before = orders.count();

        var held = imports.send(source, file, ALL_OR_NOTHING);
        imports.await(held, State.DECIDING);
        assertThat(orders.count()).isEqualTo(before);
        assertThat(imports.counts(held).orders()).isEqualTo(Map.of(NEW, 1L, FAULTY, 2L));

        var others = imports.send(source, file, LEAVE_FAULTY_OUT);
        imports.await(others, State.DONE);
        assertThat(imports.entered(others)).containsOnlyKeys("7");
        assertThat(orders.count()).isEqualTo(before + 1);
    }

    @Test
    void an_import_can_stop_at_the_first_faulty_order() {
        var done = imports.send(
                source,
                HEADER + row("7", cup, "2", "") + row("8", "POST", "1", "") + row("9", cup, "1", ""),
                STOP_AT_FIRST);

        imports.await(done, State.DONE);
        assertThat(imports.entered(done)).containsOnlyKeys("7");
        assertThat(imports.in(done, NEW)).extracting(ImportedOrder::reference).containsExactly("9");
    }

    @Test
    void a_file_is_checked_again_with_its_columns_as_a_person_says() {
        var asked = imports.send(source, HEADER + row("7", "NONE", "2", ""), ASK);
        imports.await(asked, State.DECIDING);
        assertThat(imports.all(asked).get(0).faults())
                .extracting(RowFault::column)
                .containsOnly("SKU");

        guide(asked, Map.of(OrderField.SKU, 6));
        imports.await(asked, State.DECIDING);
        assertThat(imports.all(asked).get(0).faults())
                .extracting(RowFault::column)
                .containsOnly("Colour");
    }

    @Test
    void a_value_is_replaced_in_bulk_and_known_for_the_next_file_of_the_source() {
        var file = HEADER + row("7", "THEIR-CUP", "2", "") + row("8", "THEIR-CUP", "many", "");
        var asked = imports.send(source, file, ASK);
        imports.await(asked, State.DECIDING);
        assertThat(imports.counts(asked).of(FAULTY)).isEqualTo(2);

        guideImport.replace(asked, "SKU", "THEIR-CUP", cup);
        imports.await(asked, State.DECIDING);
        assertThat(imports.counts(asked).orders()).isEqualTo(Map.of(NEW, 1L, FAULTY, 1L));
        guideImport.replace(asked, "Qty", "many", "3");
        imports.await(asked, State.DECIDING);
        assertThat(imports.counts(asked).orders()).isEqualTo(Map.of(NEW, 2L));
        imports.decide(asked, ImportDecision.ENTER_SOUND);
        imports.await(asked, State.DONE);

        var next = imports.send(source, HEADER + row("9", "THEIR-CUP", "many", ""), ASK);
        imports.await(next, State.DECIDING);
        assertThat(imports.all(next).get(0).faults())
                .extracting(RowFault::column)
                .containsExactly("Qty");
    }

    @Test
    void each_order_is_entered_once_even_if_two_runs_enter_at_the_same_time() throws Exception {
        var rows =
                IntStream.range(0, 60).mapToObj(i -> row("" + i, cup, "1", "")).collect(Collectors.joining());
        var before = orders.count();
        var asked = imports.send(source, HEADER + rows, ASK);
        imports.await(asked, State.DECIDING);

        var runs = List.of(run(asked), run(asked));
        for (var run : runs) {
            run.join();
        }

        assertThat(orders.count()).isEqualTo(before + 60);
        assertThat(imports.entered(asked)).hasSize(60);
        assertThat(imports.entered(asked).values()).doesNotHaveDuplicates();
    }

    private Thread run(ImportNumber number) {
        var run = new Thread(() -> enterImportedOrders.enter(number, ImportDecision.ENTER_SOUND));
        run.start();
        return run;
    }

    @Test
    void an_import_pauses_and_goes_on() {
        var asked = imports.send(source, HEADER + row("7", cup, "1", "") + row("8", cup, "1", ""), ASK);
        imports.await(asked, State.DECIDING);
        assertThat(all.ask(asked, Asked.PAUSE, List.of(State.DECIDING))).isTrue();
        imports.decide(asked, ImportDecision.ENTER_SOUND);
        imports.await(asked, State.PAUSED);
        assertThat(imports.entered(asked)).isEmpty();

        guideImport.resume(asked);
        imports.await(asked, State.DONE);
        assertThat(imports.entered(asked)).hasSize(2);
    }

    @Test
    void an_import_is_undone_as_long_as_no_goods_have_left() {
        var done = imported(HEADER + row("7", cup, "1", "") + row("8", cup, "3", ""));
        var kept = imports.entered(done).get("8");
        desk.complete(kept, Element.PICK_AND_PACK);
        desk.complete(kept, Element.SHIP_PARCEL, "carrier", "DHL", "trackingNumber", "IMP-" + kept);

        guideImport.undo(done);

        imports.await(done, State.UNDONE);
        assertThat(imports.in(done, UNDONE))
                .extracting(ImportedOrder::reference)
                .containsExactly("7");
        assertThat(imports.in(done, KEPT)).extracting(ImportedOrder::reference).containsExactly("8");
        assertThat(desk.order(kept).state()).isEqualTo(OrderState.SHIPPED);
        assertThatThrownBy(() -> guideImport.undo(done)).hasMessageStartingWith("The import has gone on meanwhile");
    }

    @Test
    void each_fault_says_its_row_its_column_its_value_and_what_to_do() {
        var done = checked(HEADER
                + row("7", "POST", "1", "")
                + row("8", "POST", "1,5", "")
                + "9;NOBODY;" + cup + ";1;;;\n"
                + row("10", cup, "-1", "")
                + row("", cup, "1", "x"));

        assertThat(done.get(0).faults()).singleElement().satisfies(fault -> {
            assertThat(fault)
                    .extracting(RowFault::row, RowFault::column, RowFault::value)
                    .containsExactly(2L, "SKU", "POST");
            assertThat(fault.message())
                    .isEqualTo("There is no product POST. Check the SKU, or enter the product first.");
        });
        assertThat(done.get(1).faults()).extracting(RowFault::column).containsExactly("Qty");
        assertThat(done.get(2).faults())
                .extracting(RowFault::row, RowFault::column, RowFault::value)
                .containsExactly(tuple(4L, "Customer", "NOBODY"));
        assertThat(done.get(3).faults())
                .extracting(RowFault::message)
                .singleElement()
                .asString()
                .startsWith("The quantity is negative, so the row cancels or returns goods");
        assertThat(done.get(4).faults()).extracting(RowFault::column).containsExactly("Order", "Price");
    }

    @Test
    void rows_of_an_order_that_are_apart_are_one_order_and_those_that_contradict_each_other_are_faulty() {
        var other = company.customer();
        var done = checked(HEADER + row("7", cup, "1", "") + row("8", cup, "1", "") + row("7", cup, "1", "") + "9;"
                + customer + ";" + cup + ";1;;;\n9;" + other + ";" + cup + ";1;;;\n10;" + customer + ";" + cup + "\n");

        assertThat(done).extracting(ImportedOrder::state).containsExactly(NEW, NEW, FAULTY, FAULTY);
        assertThat(done.get(0).rows()).extracting(Row::number).containsExactly(2L, 4L);
        assertThat(done.get(2).faults().get(0).message()).contains(customer);
        assertThat(done.get(3).faults().get(0).message()).startsWith("The row has 3 cells");
    }

    @Test
    void faulty_rows_come_back_with_a_reason_and_once_mended_they_are_entered() {
        var done = imports.send(
                source,
                HEADER + row("7", cup, "1", "") + row("8", "POST", "1", "9,5") + row("8", cup, "2", ""),
                LEAVE_FAULTY_OUT);
        imports.await(done, State.DONE);
        var back = imports.faultyRows(done);

        assertThat(back.lines()).hasSize(3);
        assertThat(back.lines().toList().get(1))
                .startsWith("8;" + customer + ";POST;1;9,5;;;")
                .contains("SKU: ");

        var faulty = imports.send(source, back.replace(";POST;", ";STILL-WRONG;"), LEAVE_FAULTY_OUT);
        imports.await(faulty, State.DONE);
        assertThat(imports.faultyRows(faulty).lines().toList().get(0)).endsWith(";Why not entered");

        var mended = imported(imports.faultyRows(faulty).replace(";STILL-WRONG;", ";" + cup + ";"));
        assertThat(imports.entered(mended)).containsOnlyKeys("8");
        assertThat(desk.order(imports.entered(mended).get("8")).total().amount())
                .isEqualByComparingTo("29.50");
    }

    @Test
    void the_rows_of_a_file_are_kept_for_a_month_after_the_end_of_its_import() {
        var done = imports.send(source, HEADER + row("8", "POST", "1", ""), LEAVE_FAULTY_OUT);
        imports.await(done, State.DONE);

        forgetFiles.forget(Instant.now().plus(Duration.ofDays(29)).minus(forgetFiles.keptFor()));
        assertThat(imports.faultyRows(done)).contains("POST");

        forgetFiles.forget(Instant.now().plus(Duration.ofDays(31)).minus(forgetFiles.keptFor()));
        assertThat(imports.faultyRows(done)).doesNotContain("POST");
        assertThat(imports.counts(done).of(FAULTY)).isEqualTo(1);
    }

    @Test
    void a_file_on_which_nobody_decides_is_kept_for_a_month_and_then_cancelled() {
        var asked = imports.send(source, HEADER + row("8", cup, "1", ""), ASK);
        imports.await(asked, State.DECIDING);

        forgetUndecided.forget(Instant.now().plus(Duration.ofDays(29)).minus(forgetUndecided.keptFor()));
        assertThat(all.get(asked).state()).isEqualTo(State.DECIDING);
        assertThat(pieces(asked)).isPositive();

        forgetUndecided.forget(Instant.now().plus(Duration.ofDays(31)).minus(forgetUndecided.keptFor()));
        imports.await(asked, State.CANCELLED);
        assertThat(pieces(asked)).isZero();
    }

    @Test
    void an_erased_customer_disappears_from_the_orders_that_are_not_entered_and_no_other_one_does() {
        var other = company.customer();
        var asked = imports.send(
                source, HEADER + row("7", cup, "1", "") + row("8", cup, "2", "").replace(customer, other), ASK);
        imports.await(asked, State.DECIDING);

        forgetCustomer.forget(customer);
        assertThat(imports.all(asked)).extracting(ImportedOrder::reference).containsExactly("8");
    }

    @Test
    void what_a_file_says_is_unreadable_in_the_tables_and_readable_in_the_import() {
        var asked = imports.send(source, HEADER + row("7", cup, "1", "") + row("8", "NOWHERE", "2", ""), ASK);
        imports.await(asked, State.DECIDING);
        var number = asked.value();
        var stored = new ArrayList<String>();
        for (var sql : List.of(
                "select layout from order_import where number = ?",
                "select file_rows from order_import_entry where import_number = ?",
                "select faults from order_import_entry where import_number = ? and faults is not null")) {
            stored.addAll(database.queryForList(sql, String.class, number));
        }
        database.queryForList("select content from order_import_piece where import_number = ?", byte[].class, number)
                .forEach(piece -> stored.add(new String(piece, StandardCharsets.ISO_8859_1)));
        assertThat(stored)
                .hasSize(5)
                .allSatisfy(text -> assertThat(text).doesNotContain(customer, "NOWHERE", "Customer"));
        assertThat(imports.faultyRows(asked)).contains("NOWHERE", customer);
    }

    @Test
    void a_part_of_a_file_that_was_moved_to_another_import_is_not_read() {
        var first = imports.send(source, HEADER + row("7", cup, "1", ""), ASK);
        var second = imports.send(source, HEADER + row("8", cup, "1", ""), ASK);
        imports.await(first, State.DECIDING);
        imports.await(second, State.DECIDING);
        var moved = database.queryForObject(
                "select content from order_import_piece where import_number = ?", byte[].class, first.value());
        transaction.executeWithoutResult(status -> database.update(
                "update order_import_piece set content = ? where import_number = ?", moved, second.value()));
        assertThatThrownBy(() -> uploads.content(second.value()).from(0).readAllBytes())
                .hasStackTraceContaining("UnreadableField");
    }

    private long pieces(ImportNumber number) {
        return database.queryForObject(
                "select count(*) from order_import_piece where import_number = ?", Long.class, number.value());
    }

    @Test
    void each_encoding_gives_the_same_order() {
        var reference = 0;
        for (var charset : new String[] {"UTF-8", "UTF-16LE", "windows-1252", "x-MacRoman"}) {
            var text = "Order;Customer;SKU;Qty;Ship Name;Street;City;Country\r" + ++reference + ";" + customer + ";"
                    + cup + ";1;Café Zoë;Königstraße 1;Köln;Deutschland\r";
            var done = imports.send(source, text, Charset.forName(charset), ALL_OR_NOTHING);
            imports.await(done, State.DONE);
            var shipTo = desk.order(imports.entered(done).get("" + reference)).shipTo();
            assertThat(shipTo.name()).as(charset).isEqualTo("Café Zoë");
            assertThat(shipTo.city()).isEqualTo("Köln");
            assertThat(shipTo.country()).isEqualTo("DE");
        }
    }

    @Test
    void a_file_without_a_column_that_each_order_needs_says_which_one_and_lets_a_person_choose() {
        var asked = imports.send(source, "Order,SKU,Qty,Who\n1," + cup + ",3," + customer + "\n", ALL_OR_NOTHING);
        assertThat(imports.await(asked, State.DECIDING).refusal()).contains("Customer number");

        guide(asked, Map.of(OrderField.CUSTOMER, 3));
        imports.await(asked, State.DONE);
        assertThat(imports.entered(asked)).containsOnlyKeys("1");

        var next = imports.send(source, "Order,SKU,Qty,Who\n2," + cup + ",3," + customer + "\n", ALL_OR_NOTHING);
        imports.await(next, State.DONE);
        assertThat(imports.entered(next)).containsOnlyKeys("2");
    }

    private void guide(ImportNumber number, Map<OrderField, Integer> other) {
        var layout = all.get(number).layout();
        var columns = new EnumMap<>(layout.mapping().columns());
        columns.putAll(other);
        guideImport.readAs(number, new Reading(layout.format(), layout.style(), columns));
    }

    private ImportNumber imported(String text) {
        var number = imports.send(source, text, ALL_OR_NOTHING);
        imports.await(number, State.DONE);
        return number;
    }

    private List<ImportedOrder> checked(String text) {
        var number = imports.send(source, text, ImportPolicy.ASK);
        imports.await(number, State.DECIDING);
        return imports.all(number);
    }

    private String row(String order, String sku, String quantity, String price) {
        return String.join(";", order, customer, sku, quantity, price, "", "") + "\n";
    }
}
