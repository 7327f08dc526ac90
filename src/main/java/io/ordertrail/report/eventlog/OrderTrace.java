package io.ordertrail.report.eventlog;

import java.time.Instant;
import java.util.List;

/** An order with all that happened to it. Everything is a code; no name, address or free text of anybody is part of it. */
record OrderTrace(
        String number,
        String customer,
        String channel,
        String country,
        String state,
        Instant enteredAt,
        List<Line> lines,
        List<Event> events,
        List<Parcel> parcels,
        List<CarrierEvent> carrierEvents,
        List<Reservation> reservations) {

    record Line(int position, String sku, int quantity) {}

    /**
     * An event of the timeline.
     *
     * @param activity the state that the order reached, or what else happened
     * @param from the state before; null unless the state changed
     */
    record Event(long id, Instant at, String actor, String activity, String from) {}

    record Parcel(String number, String state) {}

    record CarrierEvent(String id, String parcel, String status, Instant at) {

        String activity() {
            return "carrier." + status;
        }
    }

    /**
     * Units reserved for a line.
     *
     * @param parcel null while they are in none
     */
    record Reservation(long id, int position, String site, int quantity, String status, Instant at, String parcel) {}
}
