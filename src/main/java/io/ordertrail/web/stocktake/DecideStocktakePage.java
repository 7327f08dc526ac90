package io.ordertrail.web.stocktake;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.ordertrail.refusal.Refusal;
import io.ordertrail.refusal.Sentence;
import io.ordertrail.stock.stocktake.ApproveStocktake;
import io.ordertrail.stock.stocktake.BookStocktake;
import io.ordertrail.stock.stocktake.CancelStocktake;
import io.ordertrail.stock.stocktake.RecountStocktake;
import io.ordertrail.stock.stocktake.Stocktakes;
import io.ordertrail.transaction.RetryOnContention;

/** Recounts, approves, books or cancels a submitted stocktake. */
@Controller
class DecideStocktakePage {

    private final Stocktakes stocktakes;
    private final RecountStocktake recountStocktake;
    private final ApproveStocktake approveStocktake;
    private final BookStocktake bookStocktake;
    private final CancelStocktake cancelStocktake;

    DecideStocktakePage(
            Stocktakes stocktakes,
            RecountStocktake recountStocktake,
            ApproveStocktake approveStocktake,
            BookStocktake bookStocktake,
            CancelStocktake cancelStocktake) {
        this.stocktakes = stocktakes;
        this.recountStocktake = recountStocktake;
        this.approveStocktake = approveStocktake;
        this.bookStocktake = bookStocktake;
        this.cancelStocktake = cancelStocktake;
    }

    @PostMapping("/stock/stocktakes/{number}/recount")
    @RetryOnContention
    String recount(@PathVariable long number, RedirectAttributes next) {
        return step(number, "stocktake.said.recount", () -> recountStocktake.recount(number), next);
    }

    @PostMapping("/stock/stocktakes/{number}/approval")
    @RetryOnContention
    String approve(@PathVariable long number, @RequestParam(defaultValue = "0") int round, RedirectAttributes next) {
        return step(number, "stocktake.said.approved", () -> approveStocktake.approve(number, round), next);
    }

    @PostMapping("/stock/stocktakes/{number}/booking")
    @RetryOnContention
    String book(@PathVariable long number, RedirectAttributes next) {
        return step(
                number,
                "stocktake.said.booked",
                () -> next.addFlashAttribute("losers", bookStocktake.book(number)),
                next);
    }

    @PostMapping("/stock/stocktakes/{number}/cancellation")
    @RetryOnContention
    String cancel(@PathVariable long number, RedirectAttributes next) {
        return step(number, "stocktake.said.cancelled", () -> cancelStocktake.cancel(number), next);
    }

    private String step(long number, String said, Runnable work, RedirectAttributes next) {
        try {
            work.run();
        } catch (Refusal refusal) {
            return StocktakePage.refused(number, refusal, next);
        }
        next.addFlashAttribute("said", Sentence.of(said, stocktakes.get(number).name()));
        return StocktakePage.to(number);
    }
}
