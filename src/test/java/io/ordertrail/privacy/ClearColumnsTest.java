package io.ordertrail.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

import io.ordertrail.encryption.EncryptedColumns;
import io.ordertrail.journey.JourneyTest;
import io.ordertrail.order.check.OrderFacts;

/** Each column that can hold a text is encrypted, or the list says why it is in the clear. */
@JourneyTest
class ClearColumnsTest {

    private static final Path LIST = Path.of("src/test/resources/io/ordertrail/privacy/clear-columns.txt");

    @Autowired
    List<EncryptedColumns> encrypted;

    @Autowired
    JdbcTemplate database;

    @Test
    void each_text_is_encrypted_or_somebody_has_said_why_not() throws Exception {
        var decided = new TreeSet<>(inTheClear());
        decided.addAll(encrypted());
        assertThat(texts()).hasSizeGreaterThan(200).containsExactlyInAnyOrderElementsOf(decided);
    }

    @Test
    void nothing_is_both() throws Exception {
        assertThat(inTheClear()).doesNotContainAnyElementsOf(encrypted());
    }

    /** The sentence of a rule is in the clear, in holds, in timelines and in the table of rules. */
    @Test
    void rules_see_nothing_that_tells_who_somebody_is() {
        assertThat(OrderFacts.class.getRecordComponents())
                .extracting(RecordComponent::getName)
                .doesNotContain("customer", "name", "street", "postalCode", "city", "phone", "email", "note", "shipTo");
    }

    private Set<String> encrypted() {
        return encrypted.stream()
                .flatMap(table -> table.columns().stream().map(column -> table.table() + "." + column))
                .collect(Collectors.toSet());
    }

    private static Set<String> inTheClear() throws Exception {
        try (var lines = Files.lines(LIST)) {
            return lines.filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(" "))
                    .flatMap(ClearColumnsTest::named)
                    .collect(Collectors.toSet());
        }
    }

    private static Stream<String> named(String[] words) {
        return Arrays.stream(words).skip(1).map(column -> words[0] + "." + column);
    }

    private List<String> texts() {
        return database.queryForList(
                "select concat(lower(table_name), '.', lower(column_name)) from information_schema.columns where"
                        + " table_schema in ('PUBLIC', database()) and lower(table_name) not like 'act!_%' escape '!' and"
                        + " lower(table_name) not like 'flyway%' and (lower(data_type) like '%char%' or lower(data_type)"
                        + " like '%text%' or lower(data_type) like '%large object%' or lower(data_type) like '%blob%' or"
                        + " lower(data_type) like '%binary%')",
                String.class);
    }
}
