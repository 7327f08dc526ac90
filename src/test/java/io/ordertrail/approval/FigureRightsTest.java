package io.ordertrail.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.ordertrail.actor.Actor;
import io.ordertrail.actor.Caller;
import io.ordertrail.actor.Stamp;

class FigureRightsTest {

    private record Member(String group) implements Actor {

        @Override
        public String name() {
            return "somebody";
        }

        @Override
        public Stamp stamp() {
            return new Stamp(name(), Instant.EPOCH);
        }

        @Override
        public Caller caller() {
            return Runnable::run;
        }

        @Override
        public boolean isIn(String other) {
            return other.equals(group);
        }

        @Override
        public boolean isOrdertrail() {
            return group == null;
        }
    }

    @ParameterizedTest
    @CsvSource({
        "managers, true",
        "sales, false",
        "customer-service, false",
        "systems, false",
        "process-owners, false",
        "camunda-admin, false",
        ", true"
    })
    void managers_change_figures_and_ordertrail_itself_does(String group, boolean may) {
        assertThat(rights(group, true).mayChange()).isEqualTo(may);
    }

    @Test
    void a_company_of_one_person_switches_the_second_person_off() {
        assertThat(rights("managers", true).needsApproval()).isTrue();
        assertThat(rights("managers", false).needsApproval()).isFalse();
        assertThat(rights(null, true).needsApproval()).as("the demo company").isFalse();
    }

    private static FigureRights rights(String group, boolean secondPerson) {
        return new FigureRights(
                new ApprovalSettings(secondPerson, BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE, Duration.ofDays(1)),
                new Member(group));
    }
}
