package io.ordertrail.stock.stocktake;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Currency;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.ordertrail.approval.ApprovalSettings;
import io.ordertrail.catalog.Company;
import io.ordertrail.catalog.Money;

class SecondPersonTest {

    private static final Currency EUR = Currency.getInstance("EUR");

    @ParameterizedTest
    @CsvSource({"true, 500, false", "true, 500.01, true", "false, 500.01, false"})
    void variances_above_the_limit_need_a_second_person_unless_the_company_has_only_one(
            boolean secondPerson, BigDecimal variances, boolean required) {
        var settings =
                new ApprovalSettings(secondPerson, BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE, Duration.ofDays(1));
        var rule =
                new SecondPerson(settings, new ApprovalPolicy(new BigDecimal("500")), new Company(EUR, ZoneOffset.UTC));
        assertThat(rule.isRequired(new Money(variances, EUR))).isEqualTo(required);
    }
}
