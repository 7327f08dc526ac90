package io.ordertrail.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import io.ordertrail.api.order.Caller;
import io.ordertrail.journey.JourneyTest;
import io.ordertrail.journey.TestCompany;

@JourneyTest
@Tag("database")
class FillSearchTest {

    @Autowired
    Caller caller;

    @Autowired
    TestCompany company;

    @Autowired
    FillSearch fillSearch;

    @Autowired
    List<OlderRecords> kinds;

    @Autowired
    JdbcTemplate database;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void records_from_before_are_found_once_they_are_filled_in() {
        var reference = "FILL-" + System.nanoTime();
        var order = caller.order(company).put("externalReference", reference);
        var customer = order.path("customer").asText();
        var number = caller.post("sales", order.toString(), "/api/orders")
                .json()
                .path("number")
                .asText();
        inTransaction(() -> {
            database.update("delete from search_word");
            database.update("delete from search_part");
            database.update("update search_fill set position = '', done = false");
        });
        assertThat(found(customer)).doesNotContain(number);

        kinds.forEach(records -> {
            while (fillSearch.fill(records)) {
                assertThat(database.queryForObject("select count(*) from search_fill where done", Integer.class))
                        .isLessThan(kinds.size());
            }
        });

        assertThat(found(customer)).contains(number);
        assertThat(found(reference)).contains(number);
        assertThat(kinds)
                .hasSize(database.queryForObject("select count(*) from search_fill where done", Integer.class));
    }

    private void inTransaction(Runnable work) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> work.run());
    }

    private String found(String text) {
        return caller.get("sales", "/api/orders?limit=200&text={text}", text).body();
    }
}
