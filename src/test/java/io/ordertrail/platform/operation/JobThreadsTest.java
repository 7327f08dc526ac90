package io.ordertrail.platform.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.test.context.support.DependencyInjectionTestExecutionListener;

import io.ordertrail.journey.Desk;
import io.ordertrail.journey.ProductionLog;
import io.ordertrail.journey.TestCompany;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.entry.EnterOrder;
import io.ordertrail.order.fulfilment.ReportDelivery;
import io.ordertrail.process.engine.OrderFulfilment.Element;

/**
 * Runs jobs on one thread of their own: while it executes a job, two more wait in its queue and the others in the
 * database.
 */
@SpringBootTest(
        properties = {
            "spring.datasource.url=" + JobThreadsTest.DATABASE,
            "ordertrail.demo=false",
            "camunda.bpm.generate-unique-process-engine-name=true",
            "camunda.bpm.job-execution.enabled=true",
            "camunda.bpm.job-execution.core-pool-size=1",
            "camunda.bpm.job-execution.max-pool-size=1",
            "camunda.bpm.job-execution.queue-capacity=2",
            "camunda.bpm.job-execution.wait-time-in-millis=50",
            "camunda.bpm.job-execution.max-wait=50"
        })
@AutoConfigureMockMvc
@ActiveProfiles("test")
@TestMethodOrder(OrderAnnotation.class)
@TestExecutionListeners(
        DependencyInjectionTestExecutionListener.class) // all others need the application after it has ended
@Tag("nightly")
class JobThreadsTest {

    static final String DATABASE = "jdbc:h2:mem:last-jobs;MODE=MySQL;LOCK_TIMEOUT=60000;DB_CLOSE_DELAY=-1";
    private static final int ORDERS = 6;
    private static final Duration LONG = Duration.ofSeconds(30);

    @Autowired
    ConfigurableApplicationContext application;

    @Autowired
    TestCompany company;

    @Autowired
    Desk desk;

    @Autowired
    EnterOrder enterOrder;

    @Autowired
    ReportDelivery reportDelivery;

    @Autowired
    ManagementService management;

    @Autowired
    JobExecutor jobs;

    private Connection observer;

    @BeforeEach
    void connect() throws SQLException {
        observer = DriverManager.getConnection(DATABASE, "sa", "");
        observer.setAutoCommit(false);
    }

    @AfterEach
    void disconnect() throws SQLException {
        observer.close();
    }

    @Test
    @Order(1)
    void a_job_that_fails_names_its_order_in_the_log() throws SQLException {
        var number = deliveredOrder();
        try (var statement = observer.createStatement();
                var log = new ProductionLog()) {
            statement.executeUpdate("update customer_order set state = 'CANCELLED' where number = '" + number + "'");
            observer.commit();
            makeReceiptDue(number);
            await().atMost(LONG).until(() -> log.text().contains("Exception while executing job"));
            assertThat(log.lines())
                    .filteredOn(line -> line.path("message").asText().contains("Exception while executing job"))
                    .allMatch(line -> line.path("order").asText().equals(number.value()));
        }
    }

    @Test
    @Order(2)
    void at_shutdown_the_running_job_finishes_and_the_others_are_released() throws Exception {
        var orders = IntStream.range(0, ORDERS).mapToObj(i -> deliveredOrder()).toList();
        count("select count(*) from (select number from customer_order for update)");
        orders.forEach(this::makeReceiptDue);
        await().atMost(LONG)
                .until(() -> locked() > 1
                        && count("select count(*) from information_schema.sessions where blocker_id is not null") == 1);

        var closed = CompletableFuture.runAsync(application::close);
        await().atMost(LONG).until(() -> !jobs.isActive());
        observer.rollback();
        closed.get(LONG.toSeconds(), TimeUnit.SECONDS);

        assertThat(count("select count(*) from customer_order where state = 'RECEIVED'"))
                .as("ended")
                .isEqualTo(1);
        assertThat(count("select count(*) from ACT_RU_JOB where DUEDATE_ < '2000-01-01' and RETRIES_ > 0"))
                .as("still to do")
                .isEqualTo(ORDERS - 1);
        assertThat(locked()).as("held by a node that is gone").isZero();
    }

    private OrderNumber deliveredOrder() {
        var number = enterOrder.enter(TestCompany.order(company.customer(), Map.of(company.product(1), 1)));
        desk.complete(number, Element.PICK_AND_PACK);
        desk.complete(number, Element.SHIP_PARCEL, "carrier", "DHL", "trackingNumber", "L-" + number);
        reportDelivery.report(number);
        return number;
    }

    private void makeReceiptDue(OrderNumber number) {
        var timer = management
                .createJobQuery()
                .processInstanceId(desk.order(number).processInstance())
                .singleResult();
        management.setJobDuedate(timer.getId(), new Date(0));
    }

    private long locked() throws SQLException {
        return count("select count(*) from ACT_RU_JOB where LOCK_OWNER_ is not null");
    }

    private long count(String sql) throws SQLException {
        try (var statement = observer.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
