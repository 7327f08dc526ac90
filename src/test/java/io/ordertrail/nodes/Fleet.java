package io.ordertrail.nodes;

import java.util.List;

import io.ordertrail.database.DatabaseTest;

/**
 * Two nodes on one database for all tests that do not need their own. A test may kill one of them; the other stays for
 * the next tests.
 */
final class Fleet {

    private static Fleet fleet;

    final Database database = new Database(System.getenv(DatabaseTest.SERVER), "ordertrail_fleet");
    final Node staying = new Node("staying", 8161, database);
    /** How many of the two loaded the demo company when they started at once on an empty schema. */
    final long loaders;

    private Node dying = new Node("dying", 8162, database);

    private Fleet() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::end));
        var both = List.of(staying.awaitReady(), dying.awaitReady());
        database.awaitDemo();
        loaders = both.stream()
                .filter(node -> node.log().contains("Loading the demo company"))
                .count();
    }

    /** The nodes; the first call starts them. */
    static synchronized Fleet started() {
        if (fleet == null) {
            fleet = new Fleet();
        }
        return fleet;
    }

    /** The node that may be killed, restarted if a test has killed it. */
    synchronized Node dying() {
        if (!dying.isAlive()) {
            dying = new Node("dying", 8162, database).awaitReady();
        }
        return dying;
    }

    private void end() {
        staying.close();
        dying.close();
    }
}
