package io.ordertrail.intake.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.ordertrail.intake.document.OrderDocument.Purpose;
import io.ordertrail.intake.file.SharedFiles;

/** Documents of other projects, read in place: each is an order, or a sentence says why it is none. */
class RealDocumentsTest {

    @Test
    void every_document_is_read_or_refused_in_a_sentence() {
        for (var file : all()) {
            try {
                assertThat(read(file).number()).as(file.toString()).isNotNull();
            } catch (UnreadableDocument refused) {
                assertThat(refused.getMessage())
                        .as(file.toString())
                        .endsWith(".")
                        .doesNotContain("Exception");
            }
        }
    }

    @Test
    void orders_of_ubl_are_read_with_all_of_their_lines() {
        var orders = all().stream()
                .filter(file -> file.toString().matches(".*/order/.*\\.xml"))
                .map(RealDocumentsTest::read)
                .toList();
        assertThat(orders).hasSize(6).allSatisfy(order -> {
            assertThat(order.purpose()).isEqualTo(Purpose.ORDER);
            assertThat(order.lines())
                    .isNotEmpty()
                    .allSatisfy(line -> assertThat(line.quantity()).isPositive());
        });
    }

    @Test
    void an_order_of_x12_has_its_lines_and_the_address_of_the_receiver() {
        var order = read(file("x12.850.edi"));
        assertThat(order.number()).isEqualTo("1000012");
        assertThat(order.buyer().codes()).contains("000123456");
        assertThat(order.shipTo().city()).isEqualTo("Hauppauge");
        assertThat(order.lines()).singleElement().satisfies(line -> {
            assertThat(line.articles()).containsExactly("0054321");
            assertThat(line.quantity()).isEqualByComparingTo("1");
            assertThat(line.price()).isEqualByComparingTo("19.95");
        });
    }

    @Test
    void an_order_of_edifact_has_its_line() {
        var file = file("orders-with-group.edi");
        var order = read(file);
        assertThat(order.number()).isEqualTo("C1441747");
        assertThat(order.lines()).singleElement().satisfies(line -> {
            assertThat(line.articles()).containsExactly("5400111864181", "8641800");
            assertThat(line.quantity()).isEqualByComparingTo("288");
            assertThat(line.price()).isEqualByComparingTo("12.80");
        });
    }

    private static OrderDocument read(Path file) {
        try {
            return ReadDocument.read(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path file(String name) {
        return all().stream().filter(file -> file.endsWith(name)).findFirst().orElseThrow();
    }

    private static List<Path> all() {
        try (var files = Files.walk(SharedFiles.at("documents"))) {
            return files.filter(file -> file.toString().matches("(?i).*\\.(xml|edi|txt)"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
