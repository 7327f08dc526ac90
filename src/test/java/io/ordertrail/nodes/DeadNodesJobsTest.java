package io.ordertrail.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import io.ordertrail.DatabaseTest;
import io.ordertrail.OnMySql;

/** A node dies in the middle of a job: nobody is there to give it back. */
@Tag("nodes")
@OnMySql
class DeadNodesJobsTest {

  private static final Duration WITHIN = Duration.ofSeconds(60);

  private final Database database = new Database(System.getenv(DatabaseTest.SERVER), "ordertrail_dead_nodes_jobs");

  @Test
  void what_a_dead_node_was_at_is_done_by_another_within_a_minute() throws Exception {
    try (var dying = new Node("dying-at-work", 8163, database)) {
      dying.awaitReady();
      database.awaitDemo();
      var order = database.read("select number from customer_order where state = 'DELIVERED' order by number limit 1").get(0);
      var job = "ACT_RU_JOB where PROCESS_INSTANCE_ID_ = (select process_instance from customer_order where number = '" + order + "')";
      var killed = killedAt(job, order, dying);
      try (var other = new Node("taking-over", 8164, database)) {
        other.awaitReady();
        assertThat(database.count("select count(*) from " + job + " and LOCK_OWNER_ is not null")).as("still held by the dead").isEqualTo(1);
        await("select count(*) from customer_order where number = '" + order + "' and state = 'RECEIVED'", killed.plus(WITHIN));
      }
      System.out.println("A job of a node that died was done by another after " + Duration.between(killed, Instant.now()).toSeconds() + " s");
    }
  }

  /** The order's row is locked, so the job that has begun cannot end before the node does. */
  private Instant killedAt(String job, String order, Node dying) throws SQLException {
    try (var connection = database.connect(); var statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("update " + job.replace("ACT_RU_JOB where", "ACT_RU_JOB set DUEDATE_ = '2000-01-01' where"));
      connection.commit();
      statement.executeQuery("select * from customer_order where number = '" + order + "' for update");
      await("select count(*) from " + job + " and LOCK_OWNER_ is not null", Instant.now().plus(WITHIN));
      dying.kill();
      connection.rollback();
      return Instant.now();
    }
  }

  private void await(String sql, Instant end) {
    while (database.count(sql) == 0) {
      assertThat(Instant.now()).isBefore(end);
      Node.pause();
    }
  }
}
