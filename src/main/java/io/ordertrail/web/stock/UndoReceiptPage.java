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
 * Reverses one of the user's own receipts of this session. When less stock than the reserved quantity remains, the most
 * recent reservations are released. A receipt of a purchase order cannot be reversed, because the purchase order would
 * keep its received quantity.
 */
@Controller
class UndoReceiptPage {

    private final ReceivePage page;
    private final BookStock bookStock;
    private final StockMovements movements;
    private final GoodsReceiptSession receiptSession;
    private final Actor actor;

    UndoReceiptPage(
            ReceivePage page,
            BookStock bookStock,
            StockMovements movements,
            GoodsReceiptSession receiptSession,
            Actor actor) {
        this.page = page;
        this.bookStock = bookStock;
        this.movements = movements;
        this.receiptSession = receiptSession;
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
                .filter(candidate -> receiptSession.contains(session, movement)
                        && candidate.actor().equals(actor.name())
                        && candidate.kind() == Kind.RECEIPT
                        && candidate.purchase() == null)
                .orElseThrow(() -> new Refusal(Refusal.Kind.UNKNOWN, "receive.refuses.undo"));
        try {
            bookStock.book(new Booking(
                    GoodsReceiptSession.reversalIdOf(receipt),
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
