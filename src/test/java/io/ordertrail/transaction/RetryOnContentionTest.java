package io.ordertrail.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.function.IntPredicate;
import javax.sql.DataSource;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

@SpringJUnitConfig
class RetryOnContentionTest {

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    AnnotatedMethods methods;

    @Autowired
    AnnotatedClass wholeClass;

    @Autowired
    Attempts attempts;

    @BeforeEach
    void begin() {
        attempts.count = 0;
        attempts.fails = attempt -> false;
    }

    @Test
    void an_annotated_method_is_repeated_until_it_succeeds() {
        attempts.fails = attempt -> attempt < 3;
        assertThat(methods.work("goods")).isEqualTo("goods");
        assertThat(attempts.count).isEqualTo(3);
    }

    @Test
    void each_method_of_an_annotated_class_is_repeated() {
        attempts.fails = attempt -> attempt < 3;
        assertThat(wholeClass.work()).isEqualTo("done");
        assertThat(attempts.count).isEqualTo(3);
    }

    @Test
    void after_three_attempts_the_caller_gets_a_concurrency_failure() {
        attempts.fails = attempt -> true;
        assertThatThrownBy(() -> methods.work("goods"))
                .isExactlyInstanceOf(ConcurrencyFailureException.class)
                .hasCauseInstanceOf(CannotAcquireLockException.class);
        assertThat(attempts.count).isEqualTo(3);
    }

    @Test
    void each_attempt_has_a_transaction_of_its_own() {
        attempts.fails = attempt -> attempt < 3;
        assertThat(methods.transaction()).isEqualTo("work");
        assertThat(attempts.count).isEqualTo(3);
    }

    @Test
    void work_is_refused_within_a_transaction() {
        assertThatThrownBy(() -> new TransactionTemplate(transactions).execute(status -> methods.work("goods")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("as a whole");
        assertThat(attempts.count).isZero();
    }

    @Test
    void a_method_without_the_annotation_is_called_once_also_within_a_transaction() {
        attempts.fails = attempt -> true;
        assertThatThrownBy(methods::plain).isExactlyInstanceOf(CannotAcquireLockException.class);
        assertThat(attempts.count).isEqualTo(1);
        attempts.fails = attempt -> false;
        assertThat(new TransactionTemplate(transactions).<String>execute(status -> methods.plain()))
                .isEqualTo("done");
    }

    @Test
    void a_sign_of_another_library_is_recognized_as_contention() {
        assertThatThrownBy(methods::withAnotherLibrary)
                .isExactlyInstanceOf(ConcurrencyFailureException.class)
                .hasRootCauseInstanceOf(UnsupportedOperationException.class);
        assertThat(attempts.count).isEqualTo(3);
    }

    @Test
    void a_checked_exception_reaches_the_caller_unchanged() {
        assertThatThrownBy(methods::checked).isExactlyInstanceOf(IOException.class);
        assertThat(attempts.count).isEqualTo(1);
    }

    static class Attempts {

        int count;
        IntPredicate fails;

        void one() {
            if (fails.test(++count)) {
                throw new CannotAcquireLockException("attempt " + count);
            }
        }
    }

    static class AnnotatedMethods {

        private final Attempts attempts;

        AnnotatedMethods(Attempts attempts) {
            this.attempts = attempts;
        }

        /** Package-private, as the methods of controllers are. */
        @RetryOnContention
        String work(String what) {
            attempts.one();
            return what;
        }

        @RetryOnContention
        @Transactional
        public String transaction() {
            assertThat(TransactionSynchronizationManager.isActualTransactionActive())
                    .isTrue();
            attempts.one();
            return "work";
        }

        String plain() {
            attempts.one();
            return "done";
        }

        @RetryOnContention
        void withAnotherLibrary() {
            attempts.one();
            throw new IllegalStateException(new UnsupportedOperationException("contention"));
        }

        @RetryOnContention
        void checked() throws IOException {
            attempts.one();
            throw new IOException("no contention");
        }
    }

    @RetryOnContention
    static class AnnotatedClass {

        private final Attempts attempts;

        AnnotatedClass(Attempts attempts) {
            this.attempts = attempts;
        }

        String work() {
            attempts.one();
            return "done";
        }
    }

    @Configuration
    @EnableTransactionManagement(proxyTargetClass = true)
    @Import({RetryAdvisor.class, ContentionRetry.class, Contention.class})
    static class Beans {

        @Bean
        DataSource database() {
            return new DriverManagerDataSource("jdbc:h2:mem:retry");
        }

        @Bean
        PlatformTransactionManager transactions(DataSource database) {
            return new DataSourceTransactionManager(database);
        }

        @Bean
        ContentionSign signOfAnotherLibrary() {
            return failure -> failure instanceof UnsupportedOperationException;
        }

        @Bean
        Attempts attempts() {
            return new Attempts();
        }

        @Bean
        AnnotatedMethods methods(Attempts attempts) {
            return new AnnotatedMethods(attempts);
        }

        @Bean
        AnnotatedClass wholeClass(Attempts attempts) {
            return new AnnotatedClass(attempts);
        }
    }
}
