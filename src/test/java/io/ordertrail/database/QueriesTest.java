package io.ordertrail.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.data.repository.Repository;

import io.ordertrail.journey.JourneyTest;

/** An application reads a query when it is first used, so that a wrong one would stop no start. */
@JourneyTest
class QueriesTest {

    @Test
    void the_queries_of_all_repositories_can_be_read(@Autowired ApplicationContext application) {
        assertThat(application.getBeansOfType(Repository.class)).hasSizeGreaterThan(20);
    }
}
