package io.ordertrail.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import io.ordertrail.DatabaseTest;
import io.ordertrail.OnMySql;

/** A node dies with a job in its hands: the other one does it, when the lock has run out. */
@Tag("nodes")
@OnMySql
class DeadNodesJobTest {

  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final Database database = new Database(System.getenv(DatabaseTest.SERVER), "ordertrail_dead_nodes_job");

  @Test
  void a_job_that_a_dead_node_has_locked_is_done_by_another_within_a_minute() throws Exception {
    try (var dying = new Node("dying", 8165, database); var staying = new Node("staying", 8166, database)) {
      dying.awaitReady();
      staying.awaitReady();
      database.awaitDemo();
      var job = timerOf(orderThatWaits(staying));

      staying.freeze();     // so that it is the other one that gets the job
      try (var orderInOtherHands = database.hold("select * from customer_order where channel = 'dying'")) {
        database.write("update ACT_RU_JOB set DUEDATE_ = utc_timestamp(3) where ID_ = '" + job + "'");
        await().atMost(PATIENCE).until(() -> database.count("select count(*) from ACT_RU_JOB where LOCK_OWNER_ is not null and ID_ = '" + job + "'") == 1);
        dying.kill();
      } finally {
        staying.thaw();
      }
      var died = System.nanoTime();

      assertThat(database.read("select state from customer_order where channel = 'dying'")).as("it died before it had done it")
          .containsExactly("WAITING_FOR_STOCK");
      await().atMost(PATIENCE).until(() -> database.count("select count(*) from ACT_RU_JOB where ID_ = '" + job + "'") == 0);
      var took = Duration.ofNanos(System.nanoTime() - died);
      System.out.printf("The job of a dead node was done by another %.1f s after its death%n", took.toMillis() / 1000.0);
      assertThat(took).isLessThanOrEqualTo(LONGEST);
      assertThat(database.count("select count(*) from ACT_RU_TASK t join customer_order o on o.process_instance = t.PROC_INST_ID_"
          + " where o.channel = 'dying' and t.TASK_DEF_KEY_ = 'decideOnShortage'")).isEqualTo(1);
    }
  }

  private String orderThatWaits(Node node) {
    database.write("""
        insert into customer (number, name, street, postal_code, city, country, credit_limit, blocked, shortage_wish, version)
        values ('PATIENT', 'P', 'S 1', '1010', 'Wien', 'AT', 1000000, false, 'WAIT', 0)""");
    done(node.put("demo-admin", "/api/products/RARE", "{\"name\": \"Cup\", \"category\": \"Cups\", \"listPrice\": \"10.00\", \"active\": true}"));
    done(node.post("demo-sales", "/api/orders", """
        {"channel": "dying", "customer": "PATIENT", "lines": [{"sku": "RARE", "quantity": 1}],
         "shipTo": {"name": "A", "street": "S 1", "postalCode": "1010", "city": "Wien", "country": "AT"}}"""));
    return database.read("select process_instance from customer_order where channel = 'dying'").get(0);
  }

  private String timerOf(String instance) {
    return database.read("select ID_ from ACT_RU_JOB where PROCESS_INSTANCE_ID_ = '" + instance + "'").get(0);
  }

  private static void done(Node.Answer answer) {
    assertThat(answer.status()).as(answer.body()).isIn(200, 201);
  }
}
