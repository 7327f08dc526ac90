package io.ordertrail.intake.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

import io.ordertrail.intake.file.Content;
import io.ordertrail.intake.file.LineStart;
import io.ordertrail.intake.order.CheckFile.Part;
import io.ordertrail.journey.JourneyTest;
import io.ordertrail.journey.TestCompany;

/** How fast a whole file is checked. */
@JourneyTest
@Tag("benchmark")
class CheckFileBenchmark {

    private static final int ROWS = 100_000;
    private static final String HEADER =
            "Order,Customer,SKU,Qty,Price,Deliver by,Ship name,Street,Postal code,City,Country";

    @Autowired
    CheckFile checkFile;

    @Autowired
    TestCompany company;

    @TempDir
    Path folder;

    @Test
    void a_hundred_thousand_rows_of_as_many_orders_are_checked_within_ten_seconds() throws IOException {
        assertThat(checked(1)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void a_hundred_thousand_rows_of_five_thousand_orders_are_checked_within_ten_seconds() throws IOException {
        assertThat(checked(20)).isLessThan(Duration.ofSeconds(10));
    }

    private Duration checked(int rowsOfOrder) throws IOException {
        var file = file(rowsOfOrder);
        var layout = FileProposal.of("benchmark", file).layout();
        checkFile.check(Content.of(file), layout, part(2_000), some -> {});
        var sound = new AtomicInteger();
        var began = Instant.now();
        checkFile.check(
                Content.of(file),
                layout,
                part(Long.MAX_VALUE),
                some -> sound.addAndGet((int)
                        some.stream().filter(order -> order.faults().isEmpty()).count()));
        var took = Duration.between(began, Instant.now());
        System.out.println(ROWS / rowsOfOrder + " orders with " + rowsOfOrder + " rows: " + took);
        assertThat(sound).hasValue(ROWS / rowsOfOrder);
        return took;
    }

    private static Part part(long most) {
        return new Part(LineStart.FIRST, 0, most, references -> Set.of(), CorrectedCells.NONE);
    }

    private Path file(int rowsOfOrder) throws IOException {
        var customers = Stream.generate(company::customer).limit(50).toList();
        var products = Stream.generate(() -> company.product(0)).limit(50).toList();
        var rows = IntStream.range(0, ROWS)
                .mapToObj(i -> String.join(
                        ",",
                        "B-" + i / rowsOfOrder,
                        customers.get(i / rowsOfOrder % 50),
                        products.get(i % 50),
                        "" + (i % 9 + 1),
                        "9.95",
                        "",
                        "Zoë Example",
                        "Rose Lane " + i / rowsOfOrder,
                        "1010",
                        "Vienna",
                        "Austria"));
        return Files.write(
                folder.resolve("orders.csv"), (Iterable<String>) Stream.concat(Stream.of(HEADER), rows)::iterator);
    }
}
