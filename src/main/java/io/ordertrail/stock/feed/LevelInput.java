package io.ordertrail.stock.feed;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import io.ordertrail.refusal.Checked;
import io.ordertrail.refusal.InvalidInput.Fault;
import io.ordertrail.refusal.Sentence;
import io.ordertrail.stock.ledger.StockInput;
import io.ordertrail.stock.ledger.StockInput.Known;

/** Validates the levels that other systems report. */
@Component
class LevelInput {

    /** Every supported database can store a time between these limits. */
    private static final Instant EARLIEST = Instant.parse("1970-01-02T00:00:00Z");

    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    private final StockInput input;
    private final Checked checked;

    LevelInput(StockInput input, Checked checked) {
        this.input = input;
        this.checked = checked;
    }

    List<Fault> faults(ReportedLevel level) {
        var faults = faultsInFields(level);
        return faults.isEmpty() ? faults(level, input.known(level.place())) : faults;
    }

    /** Returns the levels with faults. One query looks up all products. */
    Map<ReportedLevel, List<Fault>> ofMany(List<ReportedLevel> levels) {
        return input.faultsOfBatch(levels, this::faultsInFields, ReportedLevel::sku, this::faults);
    }

    private List<Fault> faultsInFields(ReportedLevel level) {
        var faults = checked.faultsOf(level);
        if (level.at() != null && (level.at().isBefore(EARLIEST) || level.at().isAfter(LATEST))) {
            faults.add(new Fault("/at", Sentence.of("stock.input.at")));
        }
        return faults;
    }

    private List<Fault> faults(ReportedLevel level, Known known) {
        return known.faults(level.sku(), level.site());
    }
}
