package io.ordertrail.shipment;

import java.util.Collection;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.order.book.PlannedParcel;

/** Stores the parcels that are planned for an order. */
@Service
@Transactional
public class PlanParcels {

    private final Parcels parcels;

    PlanParcels(Parcels parcels) {
        this.parcels = parcels;
    }

    public void plan(Collection<PlannedParcel> planned) {
        planned.forEach(parcel -> parcels.save(new Parcel(parcel)));
    }
}
