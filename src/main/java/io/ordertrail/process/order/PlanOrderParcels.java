package io.ordertrail.process.order;

import java.util.Collection;

import org.springframework.stereotype.Component;

import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.book.Orders;
import io.ordertrail.shipment.PlanParcels;
import io.ordertrail.stock.picking.AssignToParcel;

/** Plans the parcels of an order, and assigns to them what is reserved for it. */
@Component
public class PlanOrderParcels {

    private final Orders orders;
    private final PlanParcels planParcels;
    private final AssignToParcel assignToParcel;

    PlanOrderParcels(Orders orders, PlanParcels planParcels, AssignToParcel assignToParcel) {
        this.orders = orders;
        this.planParcels = planParcels;
        this.assignToParcel = assignToParcel;
    }

    /**
     * Plans the parcels.
     *
     * @param sites that hold goods for which no parcel is planned yet
     */
    public void plan(OrderNumber order, Collection<String> sites) {
        var planned = orders.get(order).planParcels(sites);
        planParcels.plan(planned);
        planned.forEach(parcel -> assignToParcel.assign(order, parcel.sites(), parcel.number()));
    }
}
