package io.ordertrail.stock.stocktake;

import java.util.List;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.refusal.Checked;
import io.ordertrail.refusal.InvalidInput;
import io.ordertrail.refusal.InvalidInput.Fault;
import io.ordertrail.refusal.Sentence;
import io.ordertrail.stock.ledger.ConcurrentStockChange;
import io.ordertrail.stock.ledger.StockItems;

/** Records a person's count of a product. */
@Service
@Transactional
public class CountStock {

    private final StocktakeLines lines;
    private final StockItems items;
    private final CountSheet countSheet;
    private final StocktakeInput input;
    private final StocktakeSteps steps;

    CountStock(
            StocktakeLines lines, StockItems items, CountSheet countSheet, StocktakeInput input, StocktakeSteps steps) {
        this.lines = lines;
        this.items = items;
        this.countSheet = countSheet;
        this.input = input;
        this.steps = steps;
    }

    /**
     * Records a count.
     *
     * @return the counted units with this entry
     * @throws AlreadyCounted where the product was counted before and the entry does not name that count
     */
    public int count(long number, CountEntry count) {
        Checked.refuseIfAny(input.faults(count));
        var stocktake = steps.counting(number);
        var line = lines.findById(new StocktakeLine.Key(number, count.sku()))
                .orElseGet(() -> addFound(stocktake, count.sku()));
        if (!countSheet.write(
                stocktake,
                count.sku(),
                count.before() == null ? StocktakeLines.NOT_COUNTED : count.before(),
                count.total())) {
            if (line.wasCounted()) {
                throw new AlreadyCounted(line);
            }
            throw new ConcurrentStockChange(count.sku());
        }
        steps.counted(number, count.sku(), line.counted(), count.total());
        return count.total();
    }

    /** A stocktake of a whole site also takes products that are found there without a stock record. */
    private StocktakeLine addFound(Stocktake stocktake, String sku) {
        if (!stocktake.wholeSite()) {
            throw new InvalidInput(
                    List.of(new Fault("/sku", Sentence.of("stocktake.refuses.outside", sku, stocktake.name()))));
        }
        lines.openAt(stocktake.site(), List.of(sku), Limit.of(1))
                .forEach(open -> OpenStocktake.refuse(open, stocktake.site()));
        items.ensureExists(sku, stocktake.site());
        lines.addLines(stocktake.number(), List.of(sku));
        return lines.findById(new StocktakeLine.Key(stocktake.number(), sku)).orElseThrow();
    }
}
