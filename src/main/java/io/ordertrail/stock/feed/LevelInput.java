package io.ordertrail.stock.feed;

import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import io.ordertrail.refusal.Checked;
import io.ordertrail.refusal.InvalidInput.Fault;
import io.ordertrail.stock.ledger.StockInput;
import io.ordertrail.stock.ledger.StockInput.Known;

/** Validates the levels that other systems report. */
@Component
class LevelInput {

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
        return checked.faultsOf(level);
    }

    private List<Fault> faults(ReportedLevel level, Known known) {
        return known.faults(level.sku(), level.site());
    }
}
