package io.ordertrail.demo;

import java.time.Clock;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Leaves out the products and orders of the demo company for tests that need its people alone: they take twice as long
 * as the start.
 */
@Component
@Primary
@ConditionalOnProperty("test.no-demo-orders")
class NoDemoOrders extends DemoLoadLock {

    NoDemoOrders(JdbcClient database, Clock clock) {
        super(database, clock);
    }

    @Override
    boolean tryAcquire() {
        return false;
    }
}
