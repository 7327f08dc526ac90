package io.ordertrail.process.monitoring;

import java.util.List;
import javax.sql.DataSource;

import org.springframework.stereotype.Component;

import io.ordertrail.audit.CheckStock;
import io.ordertrail.backup.RestoredCheck;

/** The stock of a restored database adds up. */
@Component
class RestoredStock implements RestoredCheck {

    @Override
    public List<String> faults(DataSource restored) {
        return CheckStock.in(restored).thoroughly().stream()
                .map(Object::toString)
                .toList();
    }
}
