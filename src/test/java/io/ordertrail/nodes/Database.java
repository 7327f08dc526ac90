package io.ordertrail.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** An empty schema with a user of its own, on a disposable server, for the nodes of one test. */
final class Database {

    static final String USER = "nodes";
    static final String PASSWORD = "only-for-tests";

    private static final int DEMO_ORDERS = 40;

    private final String url;

    /**
     * Creates the schema and its user.
     *
     * @param server JDBC URL of a server where root has no password
     */
    Database(String server, String name) {
        url = server + "/" + name;
        try (var connection = DriverManager.getConnection(server + "/", "root", "");
                var statement = connection.createStatement()) {
            statement.execute("drop database if exists " + name);
            statement.execute("create database " + name);
            statement.execute("create user if not exists '" + USER + "'@'%' identified by '" + PASSWORD + "'");
            statement.execute("grant all on " + name + ".* to '" + USER + "'@'%'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    String url() {
        return url;
    }

    /** Waits for the orders of the demo company, which nodes load after their start. */
    void awaitDemo() {
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
        while (count("select count(*) from customer_order") < DEMO_ORDERS && System.nanoTime() < end) {
            Node.pause();
        }
        assertThat(count("select count(*) from customer_order")).isEqualTo(DEMO_ORDERS);
    }

    long count(String sql) {
        return Long.parseLong(read(sql).get(0));
    }

    /** The number of stock levels that differ from the sums of the ledger. */
    long wrongStockLevels() {
        return count("""
        select count(*) from stock_item s join (select sku, site, sum(on_hand_change) on_hand, sum(reserved_change) reserved
          from stock_movement group by sku, site) m on m.sku = s.sku and m.site = s.site
        where s.on_hand <> m.on_hand or s.reserved <> m.reserved""");
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url, USER, PASSWORD);
    }

    /** Locks these rows until the connection is closed. */
    Connection lock(String rows) {
        try {
            var connection = connect();
            connection.setAutoCommit(false);
            connection.createStatement().executeQuery(rows + " for update");
            return connection;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void write(String sql) {
        try (var connection = connect()) {
            connection.createStatement().executeUpdate(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The values of the first column. */
    List<String> read(String sql) {
        try (var connection = connect();
                var rows = connection.createStatement().executeQuery(sql)) {
            var all = new ArrayList<String>();
            while (rows.next()) {
                all.add(rows.getString(1));
            }
            return all;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
