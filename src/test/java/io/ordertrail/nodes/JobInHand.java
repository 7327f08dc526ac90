package io.ordertrail.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** A timer job that one of two nodes has locked and cannot end, because the test holds a lock on its order. */
final class JobInHand {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Database database;
    private final String instance;
    private final Connection order;

    /**
     * Makes one node lock the job.
     *
     * @param one locks the job
     * @param other is frozen meanwhile
     */
    JobInHand(Database database, Node one, Node other) {
        this.database = database;
        this.instance = orderThatWaits(one);
        other.freeze();
        try {
            order = database.lock("select * from customer_order where channel = 'dying'");
            database.write("update ACT_RU_JOB set DUEDATE_ = utc_timestamp(3) where PROCESS_INSTANCE_ID_ = '" + instance
                    + "'");
            await().atMost(PATIENCE).until(() -> jobs("LOCK_OWNER_ is not null") == 1);
        } finally {
            other.thaw();
        }
    }

    private String orderThatWaits(Node node) {
        database.write("""
        insert into customer (number, name, street, postal_code, city, country, credit_limit, blocked, shortage_policy, version)
        values ('PATIENT', 'P', 'S 1', '1010', 'Wien', 'AT', 1000000, false, 'WAIT', 0)""");
        done(node.put(
                "demo-manager",
                "/api/products/RARE",
                "{\"name\": \"Cup\", \"category\": \"Cups\", \"listPrice\": \"10.00\", \"active\": true}"));
        done(node.post("demo-sales", "/api/orders", """
        {"channel": "dying", "customer": "PATIENT", "lines": [{"sku": "RARE", "quantity": 1}],
         "shipTo": {"name": "A", "street": "S 1", "postalCode": "1010", "city": "Wien", "country": "AT"}}"""));
        return database.read("select process_instance from customer_order where channel = 'dying'")
                .get(0);
    }

    private static void done(Node.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isIn(200, 201);
    }

    private long jobs(String which) {
        return database.count(
                "select count(*) from ACT_RU_JOB where PROCESS_INSTANCE_ID_ = '" + instance + "' and " + which);
    }

    /** Releases the order after the node with the job has died. */
    void releaseOrder() throws SQLException {
        order.close();
        assertThat(database.read("select state from customer_order where channel = 'dying'"))
                .as("the node died before it had done the job")
                .containsExactly("WAITING_FOR_STOCK");
    }

    /**
     * Waits until the job is done.
     *
     * @return how long after the moment it was done
     */
    Duration doneAfter(Instant moment) {
        await().atMost(PATIENCE).until(() -> jobs("true") == 0);
        return Duration.ofMillis(database.count("""
        select timestampdiff(microsecond, '%s', CREATE_TIME_) div 1000 from ACT_RU_TASK
        where PROC_INST_ID_ = '%s' and TASK_DEF_KEY_ = 'decideOnShortage'""".formatted(
                        LocalDateTime.ofInstant(moment.truncatedTo(ChronoUnit.MILLIS), ZoneOffset.UTC), instance)));
    }
}
