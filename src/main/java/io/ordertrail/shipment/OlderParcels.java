package io.ordertrail.shipment;

import java.util.Optional;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

import io.ordertrail.search.OlderRecords;
import io.ordertrail.search.SearchKind;
import io.ordertrail.search.WriteSearchWords;

/** Gives orders whose parcels left before there was a search their tracking numbers. */
@Component
class OlderParcels implements OlderRecords {

    private static final String KIND = "PARCEL";

    private final Parcels parcels;
    private final WriteSearchWords search;

    OlderParcels(Parcels parcels, WriteSearchWords search) {
        this.parcels = parcels;
        this.search = search;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<String> index(String after, int limit) {
        var next = parcels.following(after, Limit.of(limit));
        next.forEach(parcel -> search.add(SearchKind.ORDER, parcel.orderNumber().value(), parcel.searchTexts()));
        return next.isEmpty()
                ? Optional.empty()
                : Optional.of(next.get(next.size() - 1).number());
    }
}
