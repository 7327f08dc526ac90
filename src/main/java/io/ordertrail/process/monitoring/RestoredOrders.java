package io.ordertrail.process.monitoring;

import java.util.List;
import javax.sql.DataSource;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.stereotype.Component;

import io.ordertrail.backup.RestoredCheck;

/** The orders of a restored database agree with their process instances. */
@Component
class RestoredOrders implements RestoredCheck {

    private final StepStates states;

    RestoredOrders(StepStates states) {
        this.states = states;
    }

    @Override
    public List<String> faults(DataSource restored) {
        return new CompareInstances(JdbcClient.create(restored), states, new DataSourceTransactionManager(restored))
                .faults().stream().map(Object::toString).toList();
    }
}
