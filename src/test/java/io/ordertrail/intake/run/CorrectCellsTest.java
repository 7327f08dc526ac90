package io.ordertrail.intake.run;

import static io.ordertrail.intake.order.ImportPolicy.ALL_OR_NOTHING;
import static io.ordertrail.intake.order.ImportPolicy.ASK;
import static io.ordertrail.intake.order.ImportPolicy.LEAVE_FAULTY_OUT;
import static io.ordertrail.intake.run.ImportedOrder.State.FAULTY;
import static io.ordertrail.intake.run.ImportedOrder.State.NEW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.ordertrail.change.Changes;
import io.ordertrail.change.Difference;
import io.ordertrail.change.Subject.Kind;
import io.ordertrail.intake.order.CorrectedCells;
import io.ordertrail.intake.order.OrderField;
import io.ordertrail.intake.order.RowFault;
import io.ordertrail.intake.run.CorrectCells.Corrected;
import io.ordertrail.intake.run.GuideImport.Reading;
import io.ordertrail.intake.run.OrderImport.State;
import io.ordertrail.journey.Desk;
import io.ordertrail.journey.JourneyTest;
import io.ordertrail.journey.TestCompany;
import io.ordertrail.refusal.Refusal;

@JourneyTest
class CorrectCellsTest {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String HEADER = "Order;Customer;SKU;Qty\n";
    private static final int ORDER = 0;
    private static final int SKU = 2;
    private static final int QUANTITY = 3;

    private final String source = "cells-" + COUNT.incrementAndGet();
    private String cup;
    private String customer;

    @Autowired
    ImportDesk imports;

    @Autowired
    CorrectCells correctCells;

    @Autowired
    GuideImport guideImport;

    @Autowired
    OrderImports all;

    @Autowired
    CellCorrections corrections;

    @Autowired
    ForgetFiles forgetFiles;

    @Autowired
    Changes changes;

    @Autowired
    TestCompany company;

    @Autowired
    Desk desk;

    @BeforeEach
    void a_customer_and_a_product() {
        cup = company.product(1000);
        customer = company.customer();
    }

    @Test
    void a_cell_is_corrected_in_place_and_its_order_is_checked_again_by_the_same_rules() {
        var asked = checked(row("7", cup, "2") + row("8", "POST", "many"));

        correct(asked, 3, 0, SKU, "NEITHER");
        assertThat(faults(asked)).extracting(RowFault::column, RowFault::value).containsExactly(tuple("Qty", "many"));
        correct(asked, 3, 1, QUANTITY, "4");
        assertThat(faults(asked))
                .extracting(RowFault::column, RowFault::value)
                .containsExactly(tuple("SKU", "NEITHER"));
        assertThat(faults(asked).get(0).message()).startsWith("There is no product NEITHER.");
        correct(asked, 3, 2, SKU, cup);

        assertThat(imports.counts(asked).orders()).isEqualTo(Map.of(NEW, 2L));
        imports.decide(asked, ImportDecision.ENTER_SOUND);
        imports.await(asked, State.DONE);
        assertThat(desk.order(imports.entered(asked).get("8")).lines())
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.sku()).isEqualTo(cup);
                    assertThat(line.quantity()).isEqualTo(4);
                });
    }

    @Test
    void the_trail_says_who_changed_which_cell_from_what_to_what() {
        var asked = checked(row("8", "POST", "1"));

        correct(asked, 2, 0, SKU, cup);

        assertThat(changes.newest(Kind.IMPORT, asked.toString()))
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.actor()).isNotBlank();
                    assertThat(change.differences()).containsExactly(new Difference("2", "sku", "POST", cup));
                });
    }

    @Test
    void corrected_cells_hold_when_the_whole_file_is_checked_again() {
        var asked = checked(row("7", "POST", "2") + row("8", cup, "many"));
        correct(asked, 2, 0, SKU, cup);

        imports.decide(asked, ImportDecision.CHECK_AGAIN);
        imports.await(asked, State.DECIDING);

        assertThat(imports.counts(asked).orders()).isEqualTo(Map.of(NEW, 1L, FAULTY, 1L));
        assertThat(faults(asked)).extracting(RowFault::column).containsExactly("Qty");
    }

    @Test
    void the_second_of_two_people_who_correct_the_same_order_is_told_and_overwrites_nothing() {
        var asked = checked(row("7", "POST", "2") + row("8", "POST", "2"));
        correct(asked, 2, 0, SKU, "MINE");

        assertThatThrownBy(() ->
                        correctCells.correct(asked, List.of(corrected(3, 0, SKU, cup), corrected(2, 0, SKU, "THEIRS"))))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("Somebody else has corrected the order in row 2 meanwhile");
        assertThat(faults(asked)).extracting(RowFault::value).containsExactly("MINE", "POST");
    }

    @Test
    void another_order_number_has_the_whole_file_checked_because_it_ties_rows_together() {
        var asked = checked(row("7", cup, "1") + row("", cup, "2") + row("8", cup, "3"));

        assertThat(correctCells.correct(asked, List.of(corrected(3, 0, ORDER, "7"))))
                .isTrue();
        imports.await(asked, State.DECIDING);

        assertThat(imports.in(asked, NEW))
                .extracting(order -> order.rows().size())
                .containsExactly(2, 1);
    }

    @Test
    void an_order_whose_rows_are_far_apart_stays_faulty_when_another_cell_of_it_is_corrected() {
        var others =
                IntStream.range(0, 500).mapToObj(i -> row("8" + i, cup, "1")).collect(Collectors.joining());
        var asked = checked(row("7", cup, "1") + others + row("7", cup, "many"));
        correctCells.correct(asked, List.of(corrected(503, 0, QUANTITY, "3")));

        imports.await(asked, State.DECIDING);
        assertThat(faults(asked))
                .singleElement()
                .extracting(RowFault::message)
                .asString()
                .startsWith("Order 7 stands further up already");
    }

    @Test
    void faulty_rows_come_back_as_a_spreadsheet_that_is_sent_again_and_corrected() throws IOException {
        var done = imports.send(
                source,
                "Order;Customer;SKU;Qty;Price\n8;" + customer + ";POST;1;9,5\n8;" + customer + ";" + cup
                        + ";2;1.000,5\n",
                LEAVE_FAULTY_OUT);
        imports.await(done, State.DONE);

        var sheet = imports.faultySheet(done);
        var again = imports.send(source, sheet, ASK);
        Files.delete(sheet);
        imports.await(again, State.DECIDING);
        assertThat(faults(again)).extracting(RowFault::column, RowFault::value).containsExactly(tuple("SKU", "POST"));
        correct(again, 2, 0, SKU, cup);
        imports.decide(again, ImportDecision.ENTER_SOUND);
        imports.await(again, State.DONE);

        assertThat(desk.order(imports.entered(again).get("8")).total().amount()).isEqualByComparingTo("2010.50");
    }

    @Test
    void a_corrected_file_of_faulty_rows_is_read_with_the_columns_that_a_person_gave_its_source() {
        var asked = imports.send(source, "Order;Customer;SKU;Qty;Ours\n8;" + customer + ";?;many;" + cup + "\n", ASK);
        imports.await(asked, State.DECIDING);
        var layout = all.get(asked).layout();
        var columns = new EnumMap<>(layout.mapping().columns());
        columns.put(OrderField.SKU, 4);
        guideImport.readAs(asked, new Reading(layout.format(), layout.style(), columns));
        imports.await(asked, State.DECIDING);

        var again = imports.send(source, imports.faultyRows(asked).replace("many", "3"), ALL_OR_NOTHING);

        imports.await(again, State.DONE);
        assertThat(imports.entered(again)).containsOnlyKeys("8");
    }

    @Test
    void a_row_with_too_many_or_too_few_cells_is_mended_in_place() {
        var asked = checked(row("7", cup, "two;2") + "8;" + customer + ";" + cup + "\n");
        assertThat(faults(asked)).extracting(RowFault::column).contains("", "");

        correctCells.correct(
                asked,
                List.of(
                        new Corrected(2, 0, new CorrectedCells(Map.of(2L, Map.of(QUANTITY, "2", QUANTITY + 1, "")))),
                        new Corrected(3, 0, new CorrectedCells(Map.of(3L, Map.of(QUANTITY, "3"))))));

        assertThat(imports.counts(asked).orders()).isEqualTo(Map.of(NEW, 2L));
        assertThat(changes.newest(Kind.IMPORT, asked.toString()).get(0).differences())
                .contains(new Difference("2", "cell", "2", ""));
        imports.decide(asked, ImportDecision.CHECK_AGAIN);
        imports.await(asked, State.DECIDING);
        assertThat(imports.counts(asked).orders()).isEqualTo(Map.of(NEW, 2L));
    }

    @Test
    void a_cell_that_says_what_the_file_says_is_no_correction() {
        var asked = checked(row("7", "POST", "1"));

        assertThatThrownBy(() -> correct(asked, 2, 0, SKU, "POST"))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("No cell differs from the file");
    }

    @Test
    void nothing_is_corrected_once_the_import_has_gone_on() {
        var asked = checked(row("7", "POST", "1"));
        imports.decide(asked, ImportDecision.CANCEL);

        assertThatThrownBy(() -> correct(asked, 2, 0, SKU, cup))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("The import has gone on meanwhile");
    }

    @Test
    void corrected_cells_are_forgotten_with_the_rows_of_the_file() {
        var asked = checked(row("7", "POST", "1"));
        correct(asked, 2, 0, SKU, "Rose Lane 1");
        imports.decide(asked, ImportDecision.CANCEL);
        imports.await(asked, State.CANCELLED);

        forgetFiles.forget(Instant.now().plus(Duration.ofDays(31)).minus(forgetFiles.keptFor()));

        assertThat(corrections.of(asked).rows()).isEmpty();
    }

    private void correct(ImportNumber number, long row, int version, int place, String cell) {
        correctCells.correct(number, List.of(corrected(row, version, place, cell)));
    }

    private static Corrected corrected(long row, int version, int place, String cell) {
        return new Corrected(row, version, new CorrectedCells(Map.of(row, Map.of(place, cell))));
    }

    private List<RowFault> faults(ImportNumber number) {
        return imports.in(number, FAULTY).stream()
                .flatMap(order -> order.faults().stream())
                .toList();
    }

    private ImportNumber checked(String rows) {
        var number = imports.send(source, HEADER + rows, ASK);
        imports.await(number, State.DECIDING);
        return number;
    }

    private String row(String order, String sku, String quantity) {
        return String.join(";", order, customer, sku, quantity) + "\n";
    }
}
