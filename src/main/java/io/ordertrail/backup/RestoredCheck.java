package io.ordertrail.backup;

import java.util.List;
import javax.sql.DataSource;

/** Something that must be true of a restored database. */
@FunctionalInterface
public interface RestoredCheck {

    /** A sentence for each fault. */
    List<String> faults(DataSource restored);
}
