package io.ordertrail.privacy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.ordertrail.retention.RetainedData;
import io.ordertrail.retention.RetentionSettings;

/**
 * Data of which the retention job only tells how much is older than it may be: the engine removes its history itself, an
 * auditor decides about the trail, and customer service about customers.
 */
@Configuration(proxyBeanMethods = false)
class CountedData {

    private static final String HISTORY = "select count(*) from ACT_HI_PROCINST where REMOVAL_TIME_ < :before";
    private static final String CHANGES = "select count(*) from change_entry where at < :before";
    /** Customers whose last order is older, and who wait for none. */
    private static final String CUSTOMERS = """
        select count(*) from (
          select o.customer from customer_order o group by o.customer
          having max(o.entered_at) < :before
            and sum(case when o.state in ('RECEIVED', 'REJECTED', 'CANCELLED') then 0 else 1 end) = 0) closed""";

    private record Counted(Kind kind, Duration keptFor, String query, JdbcClient database) implements RetainedData {

        @Override
        public Outcome forget(Instant before) {
            return Outcome.left(database.sql(query)
                    .param("before", LocalDateTime.ofInstant(before, ZoneOffset.UTC))
                    .query(Long.class)
                    .single());
        }
    }

    /** Each process says itself how long its history is kept, and the engine removes it at night. */
    @Bean
    RetainedData retainedHistory(JdbcClient database) {
        return new Counted(RetainedData.Kind.ENGINE_HISTORY, null, HISTORY, database);
    }

    @Bean
    RetainedData retainedChanges(JdbcClient database, RetentionSettings settings) {
        return new Counted(RetainedData.Kind.CHANGES, settings.changes(), CHANGES, database);
    }

    @Bean
    RetainedData retainedCustomers(JdbcClient database, RetentionSettings settings) {
        return new Counted(RetainedData.Kind.CUSTOMERS, settings.customers(), CUSTOMERS, database);
    }
}
