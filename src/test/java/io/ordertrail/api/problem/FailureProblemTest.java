package io.ordertrail.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;

import io.ordertrail.refusal.InvalidInput.Fault;

/** Contention, input that violates a constraint and our own faults are told apart. */
class FailureProblemTest {

    @Test
    void contention_is_busy() {
        var problem = FailureProblem.of(new ConcurrencyFailureException("deadlock"));

        assertThat(problem.getStatus()).isEqualTo(409);
        assertThat(problem.getType()).hasToString("urn:ordertrail:problem:busy");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Duplicate entry 'api-PO-1' for key 'customer_order.order_reference_once'        | /externalReference",
                "Unique index or primary key violation: \"PUBLIC.MOVEMENT_ONCE ON STOCK_MOVEMENT\" | /id",
                "Check constraint 'line_quantity' is violated.                                   | /lines"
            })
    @SuppressWarnings("unchecked")
    void input_that_violates_a_constraint_is_invalid_and_names_the_field(String message, String field) {
        var problem = FailureProblem.of(
                new DataIntegrityViolationException("could not execute statement", new SQLException(message, "23000")));

        assertThat(problem.getStatus()).isEqualTo(422);
        assertThat((List<Fault>) problem.getProperties().get("errors"))
                .extracting(Fault::pointer)
                .containsExactly(field);
    }

    @Test
    void any_other_constraint_is_a_fault_of_ours() {
        var problem = FailureProblem.of(new DataIntegrityViolationException(
                "could not execute statement", new SQLException("Check constraint 'stock_promised' is violated.")));

        assertThat(problem.getStatus()).isEqualTo(500);
    }
}
