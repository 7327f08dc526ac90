package io.ordertrail.stock.feed;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.refusal.InvalidInput;
import io.ordertrail.stock.booking.BatchOperation;
import io.ordertrail.stock.booking.BatchResult;
import io.ordertrail.stock.booking.PendingStockChanges;
import io.ordertrail.stock.booking.StockBatchUpdate;
import io.ordertrail.stock.ledger.Ledger;
import io.ordertrail.stock.ledger.StockItem;
import io.ordertrail.stock.ledger.StockMovement;

/** Applies many levels, as {@link ApplyStockLevel} applies one. */
@Service
@Transactional
public class ApplyStockLevels implements BatchOperation<ReportedLevel, FeedResult> {

    private final ApplyStockLevel applyStockLevel;
    private final StockBatchUpdate batchUpdate;
    private final FeedLog log;
    private final Ledger ledger;
    private final LevelInput input;

    ApplyStockLevels(
            ApplyStockLevel applyStockLevel,
            StockBatchUpdate batchUpdate,
            FeedLog log,
            Ledger ledger,
            LevelInput input) {
        this.applyStockLevel = applyStockLevel;
        this.batchUpdate = batchUpdate;
        this.log = log;
        this.ledger = ledger;
        this.input = input;
    }

    @Override
    public Comparator<ReportedLevel> order(List<ReportedLevel> all) {
        return Comparator.comparing(ReportedLevel::sku, Comparator.nullsFirst(Comparator.naturalOrder()));
    }

    @Override
    public FeedResult alone(ReportedLevel level) {
        return applyStockLevel.apply(level);
    }

    @Override
    public List<BatchResult<FeedResult>> together(List<ReportedLevel> levels) {
        var faults = input.ofMany(levels);
        var valid = levels.stream().filter(level -> !faults.containsKey(level)).toList();
        var stock = batchUpdate.lock(valid.stream().map(ReportedLevel::place).collect(Collectors.toSet()));
        var batch = new Batch(stock, log.positions(valid));
        var results = levels.stream()
                .map(level -> faults.containsKey(level)
                        ? BatchResult.<FeedResult>refused(new InvalidInput(faults.get(level)))
                        : batch.apply(level))
                .toList();
        batch.write();
        return results;
    }

    private final class Batch {

        private final PendingStockChanges stock;
        private final KnownFeedPositions positions;
        private final Map<StockItem.Key, String> changedBy = new HashMap<>();

        private Batch(PendingStockChanges stock, KnownFeedPositions positions) {
            this.stock = stock;
            this.positions = positions;
        }

        private BatchResult<FeedResult> apply(ReportedLevel level) {
            if (stock.isExcluded(level.sku())) {
                return BatchResult.alone();
            }
            return positions.isNewer(level) ? applyNewer(level) : repeatedOrLate(level);
        }

        private BatchResult<FeedResult> applyNewer(ReportedLevel level) {
            var difference = level.onHand() - stock.onHand(level.place());
            if (difference == 0) {
                return BatchResult.done(positions.apply(level));
            }
            if (!stock.change(level.place(), difference)) {
                return BatchResult.alone();
            }
            changedBy.put(level.place(), level.source());
            return BatchResult.done(positions.apply(level).withMovement(book(level, difference)));
        }

        private StockMovement book(ReportedLevel level, int difference) {
            var movement = ledger.booked(level.difference(difference));
            log.recordDifference(movement, level);
            return movement;
        }

        /** A late message may close a gap; such a level is applied alone. */
        private BatchResult<FeedResult> repeatedOrLate(ReportedLevel level) {
            if (positions.hasGap(level)) {
                stock.excludeFromBatch(level.sku());
                return BatchResult.alone();
            }
            return BatchResult.done(positions.countRepeatedOrLate(level));
        }

        private void write() {
            positions.write();
            KnownFeedPositions.skus(changedBy.entrySet().stream()
                            .map(last -> new FeedPosition.Key(
                                    last.getValue(),
                                    last.getKey().sku(),
                                    last.getKey().site())))
                    .forEach((place, skus) -> log.setToLastReported(place.source(), place.site(), skus));
        }
    }
}
