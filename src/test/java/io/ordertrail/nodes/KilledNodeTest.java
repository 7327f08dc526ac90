package io.ordertrail.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import io.ordertrail.OnMySql;

/** Two nodes on one database, one of which is killed while orders come in: what was acknowledged is there, once, and gets to its end. */
@Tag("nodes")
@OnMySql
class KilledNodeTest {

  private static final int ORDERS = Integer.getInteger("orders", 500);
  private static final int CLIENTS = 8;
  private static final int PRODUCTS = 20;
  private static final String DATABASE = System.getenv("ORDERTRAIL_TEST_MYSQL") + "/ordertrail_nodes_" + ProcessHandle.current().pid();

  private final Map<String, String> acknowledged = new ConcurrentHashMap<>();
  private final AtomicInteger next = new AtomicInteger();

  @Test
  void no_order_is_lost_or_doubled_when_a_node_dies() throws Exception {
    try (var staying = new Node("staying", 8161, DATABASE + "?createDatabaseIfNotExist=true");
        var dying = new Node("dying", 8162, DATABASE + "?createDatabaseIfNotExist=true")) {
      staying.awaitReady();
      dying.awaitReady();
      theDemoIsLoadedOnce(staying, dying);
      prepare(staying);
      enterAll(staying, dying);
      assertThat(acknowledged).hasSize(ORDERS);
      assertThat(count("select count(*) from customer_order where channel = 'nodes'")).isEqualTo(ORDERS);
      assertThat(count("select count(distinct o.process_instance) from customer_order o join ACT_HI_PROCINST p"
          + " on p.PROC_INST_ID_ = o.process_instance and p.BUSINESS_KEY_ = o.number where o.channel = 'nodes'")).isEqualTo(ORDERS);
      bringToTheirEnd(staying);
      assertThat(count("select count(*) from customer_order o join ACT_HI_PROCINST p on p.PROC_INST_ID_ = o.process_instance"
          + " where o.channel = 'nodes' and o.state = 'RECEIVED' and p.END_TIME_ is not null")).isEqualTo(ORDERS);
      theLedgerAddsUp();
    }
  }

  private void theDemoIsLoadedOnce(Node... nodes) throws Exception {
    var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
    while (count("select count(*) from customer_order where state_since is not null") < 40 && System.nanoTime() < end) {
      Node.pause();
    }
    assertThat(count("select count(*) from customer_order")).isEqualTo(40);
    assertThat(List.of(nodes)).filteredOn(node -> node.log().contains("Loading the demo company")).hasSize(1);
    assertThat(count("select count(*) from (select NAME_ from ACT_RU_FILTER group by NAME_ having count(*) > 1) twice")).isZero();
  }

  private void prepare(Node node) {
    for (int i = 0; i < PRODUCTS; i++) {
      made(node.put("demo-admin", "/api/products/N-" + i, """
          {"name": "Cup", "category": "Cups", "listPrice": "10.00", "active": true}"""));
      made(node.post("demo-warehouse", "/api/stock/movements", """
          {"id": "n-%d", "sku": "N-%d", "site": "VIE", "quantity": 100000, "kind": "RECEIPT", "reason": "test"}""".formatted(i, i)));
    }
    for (int i = 0; i < CLIENTS; i++) {
      made(node.put("demo-sales", "/api/customers/N" + i, """
          {"name": "N", "address": {"street": "S 1", "postalCode": "1010", "city": "Wien", "country": "AT"},
           "creditLimit": "1000000000", "blocked": false, "shortageWish": "ASK"}"""));
    }
  }

  private static void made(Node.Answer answer) {
    assertThat(answer.status()).as(answer.body()).isIn(200, 201);
  }

  private void enterAll(Node staying, Node dying) throws InterruptedException {
    var clients = Executors.newFixedThreadPool(CLIENTS + 1);
    IntStream.range(0, CLIENTS).forEach(client -> clients.submit(() -> enterOrders(client, staying, dying)));
    clients.submit(() -> {
      while (acknowledged.size() < ORDERS * 2 / 5) {
        Node.pause();
      }
      dying.kill();
    });
    clients.shutdown();
    assertThat(clients.awaitTermination(300, TimeUnit.SECONDS)).isTrue();
  }

  private void enterOrders(int client, Node staying, Node dying) {
    var nodes = new ArrayList<>(client % 2 == 0 ? List.of(staying, dying) : List.of(dying, staying));
    for (int order = next.getAndIncrement(); order < ORDERS; order = next.getAndIncrement()) {
      enter("N-" + order, client, order, nodes);
    }
  }

  /** A client that got no answer sends the same to the other node. */
  private void enter(String reference, int client, int order, List<Node> nodes) {
    var body = """
        {"channel": "nodes", "externalReference": "%s", "customer": "N%d", "lines": [{"sku": "N-%d", "quantity": 1}, {"sku": "N-%d", "quantity": %d}],
         "shipTo": {"name": "A", "street": "S 1", "postalCode": "1010", "city": "Wien", "country": "AT"}}"""
        .formatted(reference, client, order % PRODUCTS, (order + 7) % PRODUCTS, 2 + order);
    while (!acknowledged.containsKey(reference)) {
      try {
        var answer = nodes.get(0).post("demo-sales", "/api/orders", body);
        assertThat(answer.status()).as(answer.body()).isIn(201, 409);
        acknowledged.put(reference, answer.body());
      } catch (UncheckedIOException e) {
        nodes.add(nodes.remove(0));
      }
    }
  }

  private void bringToTheirEnd(Node node) throws Exception {
    completeAll(node, "pickAndPack", "{\"variables\": {\"pickingDecision\": {\"value\": \"complete\"}}}");
    completeAll(node, "shipOrder", "{\"variables\": {\"carrier\": {\"value\": \"DHL\"}, \"trackingNumber\": {\"value\": \"T-%s\"}}}");
    inParallel(read("select number from customer_order where channel = 'nodes'"), number -> {
      done(node.post("demo-service", "/api/orders/" + number + "/delivery", "{}"));
      done(node.post("demo-service", "/api/orders/" + number + "/receipt", "{}"));
    });
  }

  private static void completeAll(Node node, String task, String form) throws Exception {
    inParallel(read("select concat(t.ID_, ' ', o.number) from ACT_RU_TASK t join customer_order o on o.process_instance = t.PROC_INST_ID_"
        + " where o.channel = 'nodes' and t.TASK_DEF_KEY_ = '" + task + "'"), open -> done(node.post("demo-admin",
            "/engine-rest/task/" + open.split(" ")[0] + "/submit-form", form.formatted(open.split(" ")[1]))));
  }

  private static void done(Node.Answer answer) {
    assertThat(answer.status()).as(answer.body()).isBetween(200, 204);
  }

  private static void inParallel(List<String> all, Consumer<String> work) throws Exception {
    var clients = Executors.newFixedThreadPool(CLIENTS);
    var running = all.stream().map(one -> clients.submit(() -> work.accept(one))).toList();
    clients.shutdown();
    for (var one : running) {
      one.get();
    }
  }

  private static void theLedgerAddsUp() throws Exception {
    assertThat(count("""
        select count(*) from stock_item s join (select sku, site, sum(on_hand_change) on_hand, sum(reserved_change) reserved
          from stock_movement group by sku, site) m on m.sku = s.sku and m.site = s.site
        where s.on_hand <> m.on_hand or s.reserved <> m.reserved""")).isZero();
  }

  private static long count(String sql) throws Exception {
    return Long.parseLong(read(sql).get(0));
  }

  private static List<String> read(String sql) throws Exception {
    try (var connection = DriverManager.getConnection(DATABASE, "root", ""); var rows = connection.createStatement().executeQuery(sql)) {
      var all = new ArrayList<String>();
      while (rows.next()) {
        all.add(rows.getString(1));
      }
      return all;
    }
  }
}
