package io.ordertrail.process.monitoring;

import java.util.List;
import javax.sql.DataSource;

import org.springframework.stereotype.Component;

import io.ordertrail.backup.RestoredCheck;
import io.ordertrail.trail.VerifyTrail;

/** The trail of changes of a restored database is as it was written. */
@Component
class RestoredTrail implements RestoredCheck {

    private final VerifyTrail verifyTrail;

    RestoredTrail(VerifyTrail verifyTrail) {
        this.verifyTrail = verifyTrail;
    }

    @Override
    public List<String> faults(DataSource restored) {
        return verifyTrail.verifyIn(restored).faults();
    }
}
