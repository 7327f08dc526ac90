package io.ordertrail.stock.ledger;

import java.time.Instant;
import java.util.Objects;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.TableGenerator;

import org.springframework.data.annotation.Immutable;

import io.ordertrail.actor.Stamp;
import io.ordertrail.order.book.OrderNumber;

/**
 * One change of on hand or reserved. It is never deleted, and never changed except for the number of its announcement.
 * The sums of all are the stock.
 */
@Entity
@Immutable
public class StockMovement {

    /**
     * SHORTFALL: reserved goods that the picker did not find. STOCKTAKE: a variance that counting found. TRANSFER: to
     * or from another site.
     */
    public enum Kind {
        RECEIPT,
        RETURN,
        ADJUSTMENT,
        LOSS,
        RESERVATION,
        RELEASE,
        SHIPMENT,
        SHORTFALL,
        STOCKTAKE,
        TRANSFER
    }

    /** What changes, and where. */
    record Change(Kind kind, String sku, String site, int onHand, int reserved) {}

    /**
     * Why it changes; what is not the cause is null.
     *
     * @param document number of a stocktake or a transfer
     * @param externalId the sender's own id
     */
    record Cause(OrderNumber order, PurchaseNumber purchase, String document, String reason, String externalId) {

        static Cause of(OrderNumber order) {
            return new Cause(order, null, null, null, null);
        }
    }

    @Id
    @GeneratedValue(generator = "stock_movement")
    @TableGenerator(
            name = "stock_movement",
            table = "id_block",
            pkColumnName = "name",
            valueColumnName = "next_id",
            allocationSize = 100)
    private Long id;

    private String externalId;
    private String sku;
    private String site;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private int onHandChange;
    private int reservedChange;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "order_number"))
    private OrderNumber orderNumber;

    private String reason;
    private Long purchase;
    private String document;
    private String actor;
    private Instant at;
    private Long announced;

    protected StockMovement() {
        // JPA
    }

    StockMovement(Change change, Cause cause, Stamp stamp) {
        this.sku = change.sku();
        this.site = change.site();
        this.kind = change.kind();
        this.onHandChange = change.onHand();
        this.reservedChange = change.reserved();
        this.orderNumber = cause.order();
        this.purchase = cause.purchase() == null ? null : cause.purchase().id();
        this.document = cause.document();
        this.reason = cause.reason();
        this.externalId = cause.externalId();
        this.actor = stamp.by();
        this.at = stamp.at();
    }

    /** Tells whether it is what this booking asks for. */
    public boolean isOf(Booking booking) {
        return isOf(booking, null);
    }

    /** Tells whether it is what this booking asks for as a receipt of a purchase order, or of none when it is null. */
    public boolean isOf(Booking booking, PurchaseNumber purchased) {
        return sku.equals(booking.sku())
                && site.equals(booking.site())
                && kind == booking.kind()
                && onHandChange == booking.quantity()
                && Objects.equals(reason, booking.reason())
                && Objects.equals(purchase(), purchased);
    }

    public Long id() {
        return id;
    }

    /** The sender's own id; null for our own movements. */
    public String externalId() {
        return externalId;
    }

    public String sku() {
        return sku;
    }

    public String site() {
        return site;
    }

    public Kind kind() {
        return kind;
    }

    public int onHandChange() {
        return onHandChange;
    }

    public int reservedChange() {
        return reservedChange;
    }

    /** Null when no order is the cause. */
    public OrderNumber orderNumber() {
        return orderNumber;
    }

    /** Null when the goods were not purchased. */
    public PurchaseNumber purchase() {
        return purchase == null ? null : new PurchaseNumber(purchase);
    }

    public String reason() {
        return reason;
    }

    /** Number of the stocktake or transfer that it belongs to, such as S12 or T7; null when none is the cause. */
    public String document() {
        return document;
    }

    public String actor() {
        return actor;
    }

    public Instant at() {
        return at;
    }
}
