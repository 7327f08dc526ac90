package io.ordertrail.platform.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Map;

import com.sun.net.httpserver.HttpServer;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthEndpointGroups;
import org.springframework.boot.actuate.health.Status;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import io.ordertrail.customer.ShortagePolicy;
import io.ordertrail.journey.Desk;
import io.ordertrail.journey.JourneyTest;
import io.ordertrail.journey.TestCompany;
import io.ordertrail.order.entry.EnterOrder;
import io.ordertrail.platform.keycloak.KeycloakHealthIndicator;

@JourneyTest
class HealthTest {

    @Autowired
    TestCompany company;

    @Autowired
    Desk desk;

    @Autowired
    EnterOrder enterOrder;

    @Autowired
    ManagementService management;

    @Autowired
    JdbcClient database;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    Clock clock;

    private String job;

    @BeforeEach
    void oneTimerIsAnHourOverdue() {
        database("update ACT_RU_JOB set DUEDATE_ = timestamp '2999-01-01 00:00:00' where DUEDATE_ < current_timestamp");
        var number = enterOrder.enter(
                TestCompany.order(company.customer(ShortagePolicy.WAIT), Map.of(company.product(0), 1)));
        job = management
                .createJobQuery()
                .processInstanceId(desk.order(number).processInstance())
                .singleResult()
                .getId();
        dueSince(Duration.ofHours(1));
    }

    @AfterEach
    void itsTimerIsDone() {
        database("update ACT_RU_JOB set LOCK_OWNER_ = null, LOCK_EXP_TIME_ = null, RETRIES_ = 5 where ID_ = :job");
        management.executeJob(job);
    }

    @Test
    @Tag("database")
    void an_overdue_job_is_reported_with_its_age() {
        assertThat(backlog().due()).isPositive();
        assertThat(backlog().lag()).isBetween(Duration.ofHours(1), Duration.ofHours(2));
        assertThat(new JobsHealthIndicator(jobs()).health().getStatus()).isEqualTo(Degraded.STATUS);
    }

    @Test
    void a_running_or_failed_job_is_not_due() {
        var due = backlog().due();
        database(
                "update ACT_RU_JOB set LOCK_OWNER_ = 'somebody', LOCK_EXP_TIME_ = timestamp '2999-01-01 00:00:00' where ID_ = :job");
        assertThat(backlog().due()).isEqualTo(due - 1);
        database("update ACT_RU_JOB set LOCK_OWNER_ = null, LOCK_EXP_TIME_ = null, RETRIES_ = 0 where ID_ = :job");
        assertThat(backlog().due()).isEqualTo(due - 1);
        assertThat(new JobsHealthIndicator(jobs()).health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void a_reading_is_valid_for_a_few_seconds() {
        var jobs = jobs();
        var due = jobs.now().orElseThrow().due();
        database("update ACT_RU_JOB set RETRIES_ = 0 where ID_ = :job");
        assertThat(jobs.now().orElseThrow().due()).isEqualTo(due);
    }

    @Test
    void only_what_every_request_needs_takes_a_node_out_of_service(@Autowired HealthEndpointGroups groups) {
        assertThat(groups.get("readiness")).satisfies(group -> {
            assertThat(group.isMember("engine")).isTrue();
            assertThat(group.isMember("keycloak")).isFalse();
            assertThat(group.isMember("jobs")).isFalse();
            assertThat(group.isMember("diskSpace")).isFalse();
        });
        assertThat(groups.get("liveness").isMember("db")).isFalse();
        assertThat(groups.getPrimary().getStatusAggregator().getAggregateStatus(Status.UP, Degraded.STATUS))
                .isEqualTo(Degraded.STATUS);
        assertThat(groups.getPrimary().getHttpCodeStatusMapper().getStatusCode(Degraded.STATUS))
                .isEqualTo(200);
    }

    @Test
    void keycloak_is_called_at_its_internal_address() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/realms/a/.well-known/openid-configuration", call -> {
            call.sendResponseHeaders(200, -1);
            call.close();
        });
        server.start();
        try {
            var realms = "http://127.0.0.1:" + server.getAddress().getPort() + "/realms/";
            assertThat(keycloak(realms + "a").getStatus()).isEqualTo(Status.UP);
            assertThat(keycloak(realms + "b").getStatus()).isEqualTo(Degraded.STATUS);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void a_keycloak_that_does_not_answer_is_not_waited_for() throws IOException {
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var asked = System.nanoTime();
            assertThat(keycloak("http://127.0.0.1:" + silent.getLocalPort() + "/realms/a")
                            .getStatus())
                    .isEqualTo(Degraded.STATUS);
            assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofSeconds(4));
        }
    }

    private Health keycloak(String internal) {
        return new KeycloakHealthIndicator(new MockEnvironment()
                        .withProperty("ordertrail.keycloak.internal", internal)
                        .withProperty("ordertrail.keycloak.issuer", "http://127.0.0.1:1/realms/a"))
                .health();
    }

    private JobBacklog.Backlog backlog() {
        return jobs().now().orElseThrow();
    }

    private JobBacklog jobs() {
        return new JobBacklog(database, transactions, clock);
    }

    private void dueSince(Duration age) {
        management.setJobDuedate(job, Date.from(clock.instant().minus(age)));
    }

    private void database(String update) {
        new TransactionTemplate(transactions)
                .executeWithoutResult(
                        status -> database.sql(update).param("job", job).update());
    }
}
