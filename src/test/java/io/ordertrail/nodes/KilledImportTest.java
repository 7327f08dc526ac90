package io.ordertrail.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import io.ordertrail.database.DatabaseTest;
import io.ordertrail.database.OnMySql;

/** A node that imports a file is killed at random moments, and started again each time. */
@Tag("nodes")
@Tag("nightly")
@OnMySql
class KilledImportTest {

    private static final int KILLS = Integer.getInteger("kills", 10);
    private static final int ORDERS = 2000;
    private static final int FAULTY = 7;
    private static final int LONGEST_LIFE_MILLIS = 4000;
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final Database database = new Database(System.getenv(DatabaseTest.SERVER), "ordertrail_import");
    private Node node = started();

    @AfterEach
    void stop() {
        node.close();
    }

    private Node started() {
        return new Node("import", 8163, database).awaitReady();
    }

    @Test
    void every_order_of_the_file_is_entered_once() {
        database.awaitDemo();
        var imported = ImportAtNode.started(node, "killed", ImportAtNode.file(ORDERS, 2, FAULTY));
        var random = new Random(21);
        var killed = 0;
        while (killed < KILLS && !imported.state(node).path("state").asText().equals("DONE")) {
            sleep(random.nextInt(LONGEST_LIFE_MILLIS));
            node.kill();
            node = started();
            killed++;
        }
        System.out.printf("The node was killed %d times while it imported%n", killed);

        var orders = imported.awaitEnd(node, LONGEST).path("orders");
        assertThat(orders.path("entered").asLong()).isEqualTo(ORDERS - FAULTY);
        assertThat(orders.path("faulty").asLong()).isEqualTo(FAULTY);
        assertThat(database.count("select count(*) from customer_order where channel = 'killed'"))
                .isEqualTo(ORDERS - FAULTY);
        assertThat(database.count(
                        "select count(distinct external_reference) from customer_order where channel = 'killed'"))
                .isEqualTo(ORDERS - FAULTY);
        assertThat(database.count("select count(*) from order_line l join customer_order o on o.number = l.order_number"
                        + " where o.channel = 'killed'"))
                .isEqualTo(2L * (ORDERS - FAULTY));
        assertThat(database.count("select count(*) from customer_order o join ACT_HI_PROCINST p"
                        + " on p.PROC_INST_ID_ = o.process_instance and p.BUSINESS_KEY_ = o.number"
                        + " where o.channel = 'killed'"))
                .isEqualTo(ORDERS - FAULTY);
        assertThat(database.wrongStockLevels()).isZero();
    }

    private static void sleep(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
