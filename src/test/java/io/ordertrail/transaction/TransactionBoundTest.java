package io.ordertrail.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

class TransactionBoundTest {

    private final TransactionBound<String> bound = new TransactionBound<>();
    private final DataSourceTransactionManager transactions =
            new DataSourceTransactionManager(new DriverManagerDataSource("jdbc:h2:mem:bound"));

    @Test
    void the_last_value_stays_until_the_transaction_ends() {
        inTransaction(() -> {
            bound.set("first");
            bound.set("last");
            assertThat(bound.get()).isEqualTo("last");
        });
        assertThat(bound.get()).isNull();
        inTransaction(() -> assertThat(bound.get()).isNull());
    }

    @Test
    void an_inner_transaction_starts_without_a_value_and_the_value_of_the_outer_one_is_restored() {
        inTransaction(() -> {
            bound.set("outer");
            inNewTransaction(() -> {
                assertThat(bound.get()).isNull();
                bound.set("inner");
                assertThat(bound.get()).isEqualTo("inner");
            });
            assertThat(bound.get()).isEqualTo("outer");
        });
    }

    @Test
    void outside_a_transaction_no_value_can_be_bound() {
        assertThatThrownBy(() -> bound.set("nobody ends it")).isInstanceOf(IllegalStateException.class);
    }

    private void inTransaction(Runnable work) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> work.run());
    }

    private void inNewTransaction(Runnable work) {
        var template = new TransactionTemplate(transactions);
        template.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        template.executeWithoutResult(status -> work.run());
    }
}
