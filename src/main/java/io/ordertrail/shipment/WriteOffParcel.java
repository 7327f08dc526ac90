package io.ordertrail.shipment;

import java.time.Clock;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes off a parcel that is lost. Its goods left the stock when it was shipped. */
@Service
@Transactional
public class WriteOffParcel {

    private final Parcels parcels;
    private final Clock clock;

    WriteOffParcel(Parcels parcels, Clock clock) {
        this.parcels = parcels;
        this.clock = clock;
    }

    /**
     * Writes the parcel off.
     *
     * @param parcel its number
     */
    public void writeOff(String parcel) {
        parcels.get(parcel).close(Parcel.State.LOST, clock.instant());
    }
}
