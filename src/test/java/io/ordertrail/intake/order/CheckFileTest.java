package io.ordertrail.intake.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

import io.ordertrail.intake.file.Content;
import io.ordertrail.intake.file.LineStart;
import io.ordertrail.intake.file.Row;
import io.ordertrail.intake.order.CheckFile.Part;
import io.ordertrail.journey.JourneyTest;
import io.ordertrail.journey.TestCompany;
import io.ordertrail.refusal.Refusal;

@JourneyTest
class CheckFileTest {

    @Autowired
    CheckFile checkFile;

    @Autowired
    TestCompany company;

    @TempDir
    Path folder;

    private String row;

    @BeforeEach
    void a_customer_and_a_product() {
        row = "," + company.customer() + "," + company.product(0) + ",1\n";
    }

    @Test
    void a_file_in_parts_is_read_as_the_file_as_a_whole() throws IOException {
        var file = file("1", "1", "2", "3", "3", "3", "4", "5");
        var whole = checked(file, 100);
        assertThat(whole).extracting(FileOrder::reference).containsExactly("1", "2", "3", "4", "5");
        for (int most = 1; most <= 4; most++) {
            assertThat(checked(file, most)).as("%s rows at a time", most).isEqualTo(whole);
        }
    }

    @Test
    void rows_that_come_a_little_later_belong_to_their_order_and_those_that_come_in_another_part_are_faulty()
            throws IOException {
        var file = file("1", "1", "2", "3", "3", "3", "4", "1", "5");
        var whole = checked(file, 100);
        assertThat(whole).extracting(FileOrder::reference).containsExactly("1", "2", "3", "4", "5");
        assertThat(whole.get(0).rows()).extracting(Row::number).containsExactly(2L, 3L, 9L);
        assertThat(whole).extracting(FileOrder::state).containsOnly(FileOrder.State.NEW);
        for (int most = 1; most <= 4; most++) {
            assertThat(checked(file, most))
                    .as("%s rows at a time", most)
                    .filteredOn(order -> order.state() == FileOrder.State.FAULTY)
                    .singleElement()
                    .satisfies(order -> assertThat(order.rows().get(0).number()).isEqualTo(9));
        }
    }

    @Test
    void a_column_that_holds_one_value_in_each_row_is_no_order_number() throws IOException {
        var references = new String[10_001];
        Arrays.fill(references, "EUR");
        var file = file(references);
        assertThatThrownBy(() -> checked(file, 50_000))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("10,000")
                .hasMessageContaining("EUR");
    }

    private Path file(String... references) throws IOException {
        var rows =
                List.of(references).stream().map(reference -> reference + row).collect(Collectors.joining());
        return Files.writeString(folder.resolve("orders.csv"), "Order,Customer,SKU,Qty\n" + rows);
    }

    private List<FileOrder> checked(Path file, long most) {
        var layout = FileProposal.of("parts", file).layout();
        var found = new ArrayList<FileOrder>();
        for (var from = Optional.of(LineStart.FIRST); from.isPresent(); ) {
            var part = new Part(from.get(), 0, most, some -> known(found, some), CorrectedCells.NONE);
            from = checkFile.check(Content.of(file), layout, part, found::addAll);
        }
        return found;
    }

    private static Set<String> known(List<FileOrder> found, Set<String> references) {
        var known = new HashSet<>(references);
        known.retainAll(found.stream().map(FileOrder::reference).collect(Collectors.toSet()));
        return known;
    }
}
