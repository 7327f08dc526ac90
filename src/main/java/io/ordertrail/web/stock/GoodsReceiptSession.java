package io.ordertrail.web.stock;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jakarta.servlet.http.HttpSession;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.util.WebUtils;

import io.ordertrail.stock.ledger.StockMovement;
import io.ordertrail.stock.ledger.StockMovement.Kind;
import io.ordertrail.stock.ledger.StockMovements;
import io.ordertrail.web.page.FormInput;

/**
 * The goods receipts that a user has booked in this session: the site, the movements and the orders that they supplied.
 */
@Component
@Transactional(readOnly = true)
class GoodsReceiptSession {

    private static final String ATTRIBUTE = GoodsReceiptSession.class.getName();
    private static final String SITE = ATTRIBUTE + ".site";
    private static final String UNDO = "undo-";
    private static final int MOST = 20;

    /**
     * A receipt of this session.
     *
     * @param orders units that were reserved immediately, by order number
     * @param reversed whether the receipt was reversed
     */
    record BookedReceipt(StockMovement movement, Map<String, Integer> orders, boolean reversed) {}

    private final StockMovements movements;

    GoodsReceiptSession(StockMovements movements) {
        this.movements = movements;
    }

    /** The id of the reversal, which is derived from the receipt so that it can be reversed only once. */
    static String reversalIdOf(StockMovement receipt) {
        return UNDO + receipt.id();
    }

    /** Adds a receipt with the orders that it supplied, in the transaction in which it is booked. */
    void add(HttpSession session, StockMovement receipt) {
        var orders = new TreeMap<String, Integer>();
        movements.findBySkuAndKindAndIdGreaterThanOrderById(receipt.sku(), Kind.RESERVATION, receipt.id()).stream()
                .filter(after ->
                        after.site().equals(receipt.site()) && after.actor().equals(receipt.actor()))
                .forEach(after -> orders.merge(after.orderNumber().value(), after.reservedChange(), Integer::sum));
        synchronized (WebUtils.getSessionMutex(session)) {
            var receipts = receipts(session);
            receipts.putIfAbsent(receipt.id(), orders); // when sent twice, later reservations belong to a later receipt
            while (receipts.size() > MOST) {
                receipts.remove(receipts.keySet().iterator().next());
            }
            session.setAttribute(ATTRIBUTE, receipts);
            session.setAttribute(SITE, receipt.site());
        }
    }

    /** The receipts of the session, newest first. */
    List<BookedReceipt> of(HttpSession session) {
        var receipts = receipts(session);
        if (receipts.isEmpty()) {
            return List.of();
        }
        var booked = new ArrayList<>(movements.findByIdIn(receipts.keySet()));
        var undone =
                movements
                        .findByExternalIdIn(booked.stream()
                                .map(GoodsReceiptSession::reversalIdOf)
                                .toList())
                        .stream()
                        .map(StockMovement::externalId)
                        .collect(Collectors.toSet());
        var order = new ArrayList<>(receipts.keySet());
        return booked.stream()
                .sorted((one, other) -> order.indexOf(other.id()) - order.indexOf(one.id()))
                .map(receipt ->
                        new BookedReceipt(receipt, receipts.get(receipt.id()), undone.contains(reversalIdOf(receipt))))
                .toList();
    }

    boolean contains(HttpSession session, long receipt) {
        return receipts(session).containsKey(receipt);
    }

    /** The site of the last receipt; empty before the first receipt. */
    String site(HttpSession session) {
        return FormInput.orEmpty((String) session.getAttribute(SITE));
    }

    /** Copies the session's map, because another request may be reading it. */
    @SuppressWarnings("unchecked")
    private static Map<Long, Map<String, Integer>> receipts(HttpSession session) {
        var receipts = (Map<Long, Map<String, Integer>>) session.getAttribute(ATTRIBUTE);
        return receipts == null ? new LinkedHashMap<>() : new LinkedHashMap<>(receipts);
    }
}
