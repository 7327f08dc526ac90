package io.ordertrail.web.stock;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.ordertrail.actor.Actor;
import io.ordertrail.refusal.Refusal;
import io.ordertrail.refusal.Sentence;
import io.ordertrail.stock.booking.BookStock;
import io.ordertrail.stock.ledger.Booking;
import io.ordertrail.stock.ledger.StockMovement.Kind;
import io.ordertrail.stock.ledger.StockMovements;
import io.ordertrail.transaction.RetryOnContention;
import io.ordertrail.web.page.FormErrors;

/**
 * Takes back a receipt of one's own, of this session; what was set aside of it for orders is taken from those promised last. One that
 * counts for a purchase stays: the purchase would not learn of it.
 */
@Controller
class UndoReceiptPage {

    private final ReceivePage page;
    private final BookStock bookStock;
    private final StockMovements movements;
    private final GoodsReceiptSession arrivals;
    private final Actor actor;

    UndoReceiptPage(
            ReceivePage page,
            BookStock bookStock,
            StockMovements movements,
            GoodsReceiptSession arrivals,
            Actor actor) {
        this.page = page;
        this.bookStock = bookStock;
        this.movements = movements;
        this.arrivals = arrivals;
        this.actor = actor;
    }

    @PostMapping("/stock/receive/undo")
    @RetryOnContention
    String undo(
            @RequestParam long movement,
            Model model,
            HttpSession session,
            HttpServletResponse response,
            RedirectAttributes next) {
        var receipt = movements
                .findById(movement)
                .filter(known -> arrivals.knows(session, movement)
                        && known.actor().equals(actor.name())
                        && known.kind() == Kind.RECEIPT
                        && known.purchase() == null)
                .orElseThrow(() -> new Refusal(Refusal.Kind.UNKNOWN, "receive.refuses.undo"));
        try {
            bookStock.book(new Booking(
                    GoodsReceiptSession.undoOf(receipt),
                    receipt.sku(),
                    receipt.site(),
                    -receipt.onHandChange(),
                    Kind.ADJUSTMENT,
                    Sentence.of("receive.undo.reason")));
            next.addFlashAttribute(
                    "said", Sentence.of("receive.undone", receipt.onHandChange(), receipt.sku(), receipt.site()));
            return "redirect:/stock/receive";
        } catch (Refusal refusal) {
            return page.refuse(
                    BookingForm.receipt("", receipt.site(), ""), FormErrors.of(refusal), model, session, response);
        }
    }
}
