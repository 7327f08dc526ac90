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

/** What somebody booked in at the gate, as long as they are signed in: at which site, which goods, and for which orders they are. */
@Component
@Transactional(readOnly = true)
class GoodsReceiptSession {

    private static final String KEPT = GoodsReceiptSession.class.getName();
    private static final String SITE = KEPT + ".site";
    private static final String UNDO = "undo-";
    private static final int MOST = 20;

    /** @param orders pieces of it that were set aside at once, by order. @param undone whether the receipt was taken back */
    record Arrival(StockMovement movement, Map<String, Integer> orders, boolean undone) {

        public int piecesForOrders() {
            return orders.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    private final StockMovements movements;

    GoodsReceiptSession(StockMovements movements) {
        this.movements = movements;
    }

    /** By this id the receipt is taken back once, however often somebody asks for it. */
    static String undoOf(StockMovement receipt) {
        return UNDO + receipt.id();
    }

    /** Remembers a receipt with the orders that got of these goods, in the transaction in which it was booked. */
    void note(HttpSession session, StockMovement receipt) {
        var orders = new TreeMap<String, Integer>();
        movements.findBySkuAndKindAndIdGreaterThanOrderById(receipt.sku(), Kind.RESERVATION, receipt.id()).stream()
                .filter(after ->
                        after.site().equals(receipt.site()) && after.actor().equals(receipt.actor()))
                .forEach(after -> orders.merge(after.orderNumber().value(), after.reservedChange(), Integer::sum));
        synchronized (WebUtils.getSessionMutex(session)) {
            var kept = kept(session);
            kept.putIfAbsent(receipt.id(), orders); // sent twice: what was set aside later belongs to a later receipt
            while (kept.size() > MOST) {
                kept.remove(kept.keySet().iterator().next());
            }
            session.setAttribute(KEPT, kept);
            session.setAttribute(SITE, receipt.site());
        }
    }

    /** The newest first. */
    List<Arrival> of(HttpSession session) {
        var kept = kept(session);
        if (kept.isEmpty()) {
            return List.of();
        }
        var receipts = new ArrayList<>(movements.findByIdIn(kept.keySet()));
        var undone = movements
                .findByExternalIdIn(
                        receipts.stream().map(GoodsReceiptSession::undoOf).toList())
                .stream()
                .map(StockMovement::externalId)
                .collect(Collectors.toSet());
        var order = new ArrayList<>(kept.keySet());
        return receipts.stream()
                .sorted((one, other) -> order.indexOf(other.id()) - order.indexOf(one.id()))
                .map(receipt -> new Arrival(receipt, kept.get(receipt.id()), undone.contains(undoOf(receipt))))
                .toList();
    }

    boolean knows(HttpSession session, long receipt) {
        return kept(session).containsKey(receipt);
    }

    /** Where the last goods were received; empty before the first. */
    String site(HttpSession session) {
        return FormInput.orEmpty((String) session.getAttribute(SITE));
    }

    /** A copy: somebody may be reading the one in the session. */
    @SuppressWarnings("unchecked")
    private static Map<Long, Map<String, Integer>> kept(HttpSession session) {
        var kept = (Map<Long, Map<String, Integer>>) session.getAttribute(KEPT);
        return kept == null ? new LinkedHashMap<>() : new LinkedHashMap<>(kept);
    }
}
