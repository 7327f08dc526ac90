package io.ordertrail.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import io.ordertrail.DatabaseTest;
import io.ordertrail.OnMySql;

/** Two nodes on one database, one of which is killed while orders come in: what was acknowledged is there, once, and gets to its end. */
@Tag("nodes")
@OnMySql
class KilledNodeTest {

  private static final int ORDERS = Integer.getInteger("orders", 500);
  private static final int BUYERS = 8;

  private final Database database = new Database(System.getenv(DatabaseTest.SERVER), "ordertrail_nodes");

  @Test
  void no_order_is_lost_or_doubled_when_a_node_dies() throws Exception {
    try (var staying = new Node("staying", 8161, database); var dying = new Node("dying", 8162, database)) {
      staying.awaitReady();
      dying.awaitReady();
      theDemoIsLoadedOnce(staying, dying);

      var buyers = new Buyers(BUYERS, staying, dying);
      buyers.enter(ORDERS, () -> {
        buyers.await(ORDERS * 2 / 5);
        dying.kill();
      });

      assertThat(buyers.refusals).isEmpty();
      assertThat(database.count("select count(*) from customer_order where channel = 'nodes'")).isEqualTo(ORDERS);
      assertThat(database.count("select count(distinct o.external_reference) from customer_order o join ACT_HI_PROCINST p"
          + " on p.PROC_INST_ID_ = o.process_instance and p.BUSINESS_KEY_ = o.number where o.channel = 'nodes'")).isEqualTo(ORDERS);
      bringToTheirEnd(staying);
      assertThat(database.count("select count(*) from customer_order o join ACT_HI_PROCINST p on p.PROC_INST_ID_ = o.process_instance"
          + " where o.channel = 'nodes' and o.state = 'RECEIVED' and p.END_TIME_ is not null")).isEqualTo(ORDERS);
      assertThat(database.wrongStock()).isZero();
    }
  }

  private void theDemoIsLoadedOnce(Node... nodes) {
    database.awaitDemo();
    assertThat(List.of(nodes)).filteredOn(node -> node.log().contains("Loading the demo company")).hasSize(1);
    assertThat(database.count("select count(*) from (select NAME_ from ACT_RU_FILTER group by NAME_ having count(*) > 1) twice")).isZero();
  }

  private void bringToTheirEnd(Node node) throws Exception {
    completeAll(node, "pickAndPack", "{\"variables\": {\"pickingDecision\": {\"value\": \"complete\"}}}");
    completeAll(node, "shipOrder", "{\"variables\": {\"carrier\": {\"value\": \"DHL\"}, \"trackingNumber\": {\"value\": \"T-%s\"}}}");
    inParallel(database.read("select number from customer_order where channel = 'nodes'"), number -> {
      done(node.post("demo-service", "/api/orders/" + number + "/delivery", "{}"));
      done(node.post("demo-service", "/api/orders/" + number + "/receipt", "{}"));
    });
  }

  private void completeAll(Node node, String task, String form) throws Exception {
    inParallel(database.read("select concat(t.ID_, ' ', o.number) from ACT_RU_TASK t join customer_order o on o.process_instance = t.PROC_INST_ID_"
        + " where o.channel = 'nodes' and t.TASK_DEF_KEY_ = '" + task + "'"), open -> done(node.post("demo-admin",
            "/engine-rest/task/" + open.split(" ")[0] + "/submit-form", form.formatted(open.split(" ")[1]))));
  }

  private static void done(Node.Answer answer) {
    assertThat(answer.status()).as(answer.body()).isBetween(200, 204);
  }

  private static void inParallel(List<String> all, Consumer<String> work) throws Exception {
    var threads = Executors.newFixedThreadPool(BUYERS);
    var running = all.stream().map(one -> threads.submit(() -> work.accept(one))).toList();
    threads.shutdown();
    for (var one : running) {
      one.get();
    }
  }
}
