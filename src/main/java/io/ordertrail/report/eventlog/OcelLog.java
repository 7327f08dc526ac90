package io.ordertrail.report.eventlog;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Writes the event log as OCEL 2.0: events of orders, lines, reservations, parcels, customers, products, purchases and
 * people. It reads the orders once for the objects and once for the events, in the same snapshot. A log of the parcels has
 * their orders with all objects, but no events of these.
 */
final class OcelLog {

    private static final String ORDER = "order";
    private static final String LINE = "line";
    private static final String RESERVATION = "reservation";
    private static final String PARCEL = "parcel";
    private static final String CUSTOMER = "customer";
    private static final String PRODUCT = "product";
    private static final String PURCHASE = "purchase";
    private static final String PERSON = "person";
    private static final String STATE = "state";
    private static final String RESERVED = "reserved";

    /** The types of objects, with their attributes. */
    private static final Map<String, List<String>> TYPES = types();

    private final ReadTraces traces;
    private final PurchaseTraces purchases;
    private final Pseudonyms people;

    OcelLog(ReadTraces traces, PurchaseTraces purchases, Pseudonyms people) {
        this.traces = traces;
        this.purchases = purchases;
        this.people = people;
    }

    private static Map<String, List<String>> types() {
        var types = new LinkedHashMap<String, List<String>>();
        types.put(ORDER, List.of("channel", "country", STATE));
        types.put(LINE, List.of("quantity"));
        types.put(RESERVATION, List.of("site", "quantity", STATE));
        types.put(PARCEL, List.of(STATE));
        types.put(PURCHASE, List.of("site", STATE));
        types.put(CUSTOMER, List.of());
        types.put(PRODUCT, List.of());
        types.put(PERSON, List.of());
        return types;
    }

    void write(LogRequest request, OcelOut out) throws IOException {
        try (out) {
            out.begin(TYPES);
            var activities = new TreeSet<String>();
            writeObjects(request, out, activities);
            out.endObjects(activities);
            writeEvents(request, out);
        }
    }

    private void writeObjects(LogRequest request, OcelOut objects, TreeSet<String> activities) {
        var customers = new TreeSet<String>();
        var products = new TreeSet<String>();
        var persons = new TreeSet<String>();
        eachOrder(request, trace -> {
            customers.add(trace.customer());
            trace.lines().forEach(line -> products.add(line.sku()));
            if (request.process().has(LogProcess.ORDERS)) {
                trace.events().forEach(event -> persons.add(people.of(event.actor())));
            }
            activities.addAll(activities(trace, request.process()));
            writeOrder(objects, trace);
        });
        eachPurchase(request, purchase -> {
            products.add(purchase.sku());
            purchase.moments().forEach(moment -> {
                activities.add(moment.activity());
                if (moment.actor() != null) {
                    persons.add(people.of(moment.actor()));
                }
            });
            objects.object(
                    id(PURCHASE, purchase.id()),
                    PURCHASE,
                    purchase.proposedAt(),
                    Map.of("site", purchase.site(), STATE, purchase.state()),
                    List.of(new OcelOut.Link(id(PRODUCT, purchase.sku()), "of")));
        });
        customers.forEach(number -> objects.object(id(CUSTOMER, number), CUSTOMER, Instant.EPOCH, Map.of(), List.of()));
        products.forEach(sku -> objects.object(id(PRODUCT, sku), PRODUCT, Instant.EPOCH, Map.of(), List.of()));
        persons.forEach(name -> objects.object(id(PERSON, name), PERSON, Instant.EPOCH, Map.of(), List.of()));
    }

    private void eachOrder(LogRequest request, Consumer<OrderTrace> reader) {
        if (request.process().has(LogProcess.ORDERS) || request.process().has(LogProcess.PARCELS)) {
            traces.each(request.period(), true, reader);
        }
    }

    private void eachPurchase(LogRequest request, Consumer<PurchaseTraces.Purchase> reader) {
        if (request.process().has(LogProcess.PURCHASES)) {
            purchases.each(request.period(), reader);
        }
    }

    private static List<String> activities(OrderTrace trace, LogProcess process) {
        var activities = new ArrayList<String>();
        if (process.has(LogProcess.ORDERS)) {
            trace.events().forEach(event -> activities.add(event.activity()));
            trace.reservations().forEach(one -> activities.add(RESERVED));
        }
        if (process.has(LogProcess.PARCELS)) {
            trace.carrierEvents().forEach(event -> activities.add(event.activity()));
        }
        return activities;
    }

    private static void writeOrder(OcelOut objects, OrderTrace trace) {
        var order = id(ORDER, trace.number());
        objects.object(
                order,
                ORDER,
                trace.enteredAt(),
                Map.of("channel", trace.channel(), "country", trace.country(), STATE, trace.state()),
                List.of(new OcelOut.Link(id(CUSTOMER, trace.customer()), "ordered by")));
        trace.lines()
                .forEach(line -> objects.object(
                        id(LINE, trace.number() + "/" + line.position()),
                        LINE,
                        trace.enteredAt(),
                        Map.of("quantity", Integer.toString(line.quantity())),
                        List.of(new OcelOut.Link(order, "part of"), new OcelOut.Link(id(PRODUCT, line.sku()), "of"))));
        trace.parcels()
                .forEach(parcel -> objects.object(
                        id(PARCEL, parcel.number()),
                        PARCEL,
                        trace.enteredAt(),
                        Map.of(STATE, parcel.state()),
                        List.of(new OcelOut.Link(order, "of"))));
        trace.reservations()
                .forEach(one -> objects.object(
                        id(RESERVATION, one.id()),
                        RESERVATION,
                        one.at(),
                        Map.of("site", one.site(), "quantity", Integer.toString(one.quantity()), STATE, one.status()),
                        links(
                                new OcelOut.Link(id(LINE, trace.number() + "/" + one.position()), "for"),
                                one.parcel() == null ? null : new OcelOut.Link(id(PARCEL, one.parcel()), "in"))));
    }

    private void writeEvents(LogRequest request, OcelOut events) {
        eachOrder(request, trace -> {
            if (request.process().has(LogProcess.ORDERS)) {
                writeEventsOfOrder(trace, events);
            }
            if (request.process().has(LogProcess.PARCELS)) {
                writeEventsOfParcels(trace, events);
            }
        });
        eachPurchase(request, purchase -> writeEventsOfPurchase(purchase, events));
    }

    private void writeEventsOfOrder(OrderTrace trace, OcelOut events) {
        var order = order(trace);
        trace.events()
                .forEach(event -> events.event(
                        "e" + event.id(),
                        event.activity(),
                        event.at(),
                        event.from(),
                        links(
                                order,
                                event.from() == null && event.activity().equals("ENTERED")
                                        ? new OcelOut.Link(id(CUSTOMER, trace.customer()), "ordered by")
                                        : null,
                                new OcelOut.Link(id(PERSON, people.of(event.actor())), "by"))));
        trace.reservations()
                .forEach(one -> events.event(
                        "r" + one.id(),
                        RESERVED,
                        one.at(),
                        null,
                        links(
                                order,
                                new OcelOut.Link(id(RESERVATION, one.id()), "of"),
                                new OcelOut.Link(id(LINE, trace.number() + "/" + one.position()), "for"))));
    }

    private static void writeEventsOfParcels(OrderTrace trace, OcelOut events) {
        trace.carrierEvents()
                .forEach(event -> events.event(
                        "c" + event.id(),
                        event.activity(),
                        event.at(),
                        null,
                        links(order(trace), new OcelOut.Link(id(PARCEL, event.parcel()), "of"))));
    }

    private void writeEventsOfPurchase(PurchaseTraces.Purchase purchase, OcelOut events) {
        purchase.moments()
                .forEach(moment -> events.event(
                        "p" + purchase.id() + "/" + moment.activity(),
                        moment.activity(),
                        moment.at(),
                        null,
                        links(
                                new OcelOut.Link(id(PURCHASE, purchase.id()), "of"),
                                new OcelOut.Link(id(PRODUCT, purchase.sku()), "for"),
                                moment.actor() == null
                                        ? null
                                        : new OcelOut.Link(id(PERSON, people.of(moment.actor())), "by"))));
    }

    private static OcelOut.Link order(OrderTrace trace) {
        return new OcelOut.Link(id(ORDER, trace.number()), "of");
    }

    private static String id(String type, Object key) {
        return type + ":" + key;
    }

    private static List<OcelOut.Link> links(OcelOut.Link... links) {
        return Arrays.stream(links).filter(link -> link != null).toList();
    }
}
