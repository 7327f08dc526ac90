package io.ordertrail.stock.allocation;

import java.time.Instant;
import java.util.Collection;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.TableGenerator;

import io.ordertrail.customer.Priority;
import io.ordertrail.order.book.OrderNumber;

/**
 * Units of a product at a site, reserved for a line of an order. Once it is written, only the conditional updates of
 * {@link Reservations} change it.
 */
@Entity
public class Reservation {

    /** LOST: lost on the way and to be shipped again. WRITTEN_OFF: lost on the way and not to be shipped again. */
    public enum Status {
        OPEN,
        RELEASED,
        SHIPPED,
        LOST,
        WRITTEN_OFF
    }

    @Id
    @GeneratedValue(generator = "reservation")
    @TableGenerator(
            name = "reservation",
            table = "id_block",
            pkColumnName = "name",
            valueColumnName = "next_id",
            allocationSize = 100)
    private Long id;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "order_number"))
    private OrderNumber orderNumber;

    private int position;

    @Enumerated(EnumType.ORDINAL)
    private Priority priority;

    private String sku;
    private String site;
    private int quantity;
    private Integer found;

    @Enumerated(EnumType.STRING)
    private Status status;

    private Instant reservedAt;
    private String parcel;

    protected Reservation() {
        // JPA
    }

    Reservation(OrderLineRef line, String site, int quantity, Instant reservedAt) {
        this.orderNumber = line.order();
        this.position = line.position();
        this.priority = line.priority();
        this.sku = line.sku();
        this.site = site;
        this.quantity = quantity;
        this.status = Status.OPEN;
        this.reservedAt = reservedAt;
    }

    boolean isOf(OrderNumber order) {
        return orderNumber.equals(order);
    }

    AllocatedQuantities.Allocation allocation() {
        return new AllocatedQuantities.Allocation(position, sku, site, quantity, status, parcel);
    }

    /** Only for a reservation that is not written yet; {@link Reservations} assigns the others. */
    void assign(Collection<String> sites, String toParcel) {
        if (parcel == null && sites.contains(site)) {
            this.parcel = toParcel;
        }
    }
}
