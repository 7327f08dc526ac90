package io.ordertrail.intake.document;

import java.util.List;

import org.springframework.stereotype.Service;

import io.ordertrail.customer.Customer;
import io.ordertrail.intake.document.DocumentAnswer.Outcome;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.book.OrderState;
import io.ordertrail.order.book.Orders;
import io.ordertrail.order.entry.CorrectOrder;
import io.ordertrail.order.entry.DuplicateReference;
import io.ordertrail.order.entry.EnterOrder;
import io.ordertrail.order.fulfilment.CancelOrder;
import io.ordertrail.order.fulfilment.Cancellation;
import io.ordertrail.refusal.InvalidInput;
import io.ordertrail.refusal.Refusal;
import io.ordertrail.refusal.Sentence;
import io.ordertrail.transaction.RetryOnContention;

/** Does what a document of a partner asks for, where the rules allow it, and answers it. */
@Service
public class TakeDocument {

    private final OrderOfDocument orderOfDocument;
    private final EnterOrder enterOrder;
    private final CorrectOrder correctOrder;
    private final CancelOrder cancelOrder;
    private final Orders orders;

    TakeDocument(
            OrderOfDocument orderOfDocument,
            EnterOrder enterOrder,
            CorrectOrder correctOrder,
            CancelOrder cancelOrder,
            Orders orders) {
        this.orderOfDocument = orderOfDocument;
        this.enterOrder = enterOrder;
        this.correctOrder = correctOrder;
        this.cancelOrder = cancelOrder;
        this.orders = orders;
    }

    /**
     * Takes a document. What the rules refuse is an answer too.
     *
     * @throws UnreadableDocument when it cannot be read, so that it cannot be answered
     */
    @RetryOnContention
    public DocumentAnswer take(byte[] content) {
        var document = ReadDocument.read(content);
        try {
            var customer = orderOfDocument.customer(document);
            var number = switch (document.purpose()) {
                case ORDER -> enterOrder.enter(orderOfDocument.of(document, customer));
                case CHANGE -> change(document, customer);
                case CANCELLATION -> cancel(document, customer);
            };
            return new DocumentAnswer(document, Outcome.ACCEPTED, number, List.of());
        } catch (DuplicateReference known) {
            return new DocumentAnswer(document, Outcome.KNOWN, known.first(), List.of());
        } catch (InvalidInput invalid) {
            var reasons = invalid.faults().stream()
                    .map(InvalidInput.Fault::message)
                    .distinct()
                    .toList();
            return new DocumentAnswer(document, Outcome.REFUSED, null, reasons);
        } catch (Refusal refusal) {
            return new DocumentAnswer(document, Outcome.REFUSED, null, List.of(refusal.getMessage()));
        }
    }

    /** Sales resubmits the corrected order. */
    private OrderNumber change(OrderDocument document, Customer customer) {
        var number = known(document, customer);
        if (orders.get(number).state() != OrderState.IN_CORRECTION) {
            throw new Refusal(Refusal.Kind.CONFLICT, "document.refuses.change", number.value());
        }
        correctOrder.correct(number, orderOfDocument.of(document, customer));
        return number;
    }

    private OrderNumber cancel(OrderDocument document, Customer customer) {
        var number = known(document, customer);
        var reason = document.note() == null ? Sentence.of("document.cancelled", document.number()) : document.note();
        cancelOrder.cancel(number, new Cancellation(reason));
        return number;
    }

    private OrderNumber known(OrderDocument document, Customer customer) {
        return orders.numberOf(document.standard().channel(), OrderOfDocument.reference(document, customer))
                .orElseThrow(() -> new Refusal(Refusal.Kind.UNKNOWN, "document.refuses.unknown", document.number()));
    }
}
