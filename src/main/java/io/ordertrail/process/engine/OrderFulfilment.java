package io.ordertrail.process.engine;

import java.util.Set;

/** Every name that Java shares with the diagrams and decision tables of an order in {@code bpmn/}, and with {@code forms/}. */
public final class OrderFulfilment {

    public static final String PROCESS = "orderFulfilment";
    public static final String PARCEL = "parcel";
    public static final String CHECKS = "orderChecks";
    public static final String SITE_CHOICE = "siteChoice";
    /** The extension property of an element that names the state of the order from this element on. */
    public static final String ORDER_STATE = "orderState";

    /** Ids of elements that Java refers to. */
    public static final class Element {
        public static final String CHECK_ORDER = "checkOrder";
        public static final String REVIEW_ORDER = "reviewOrder";
        public static final String CORRECT_ORDER = "correctOrder";
        public static final String ASK_STOCK_SYSTEM = "askStockSystem";
        public static final String DECIDE_ON_SHORTAGE = "decideOnShortage";
        public static final String WAIT_FOR_STOCK = "waitForStock";
        public static final String PICK_AND_PACK = "pickAndPack";
        public static final String REVIEW_STALE_RESERVATION = "reviewStaleReservation";
        public static final String SEND_PARCELS = "sendParcels";
        public static final String SEND_PARCEL = "sendParcel";
        public static final String SEND_EACH_PARCEL = "sendEachParcel";
        public static final String SHIP_PARCEL = "shipParcel";
        public static final String WAIT_FOR_DELIVERY = "waitForDelivery";
        public static final String CHASE_DELIVERY = "chaseDelivery";
        public static final String WAIT_FOR_RECEIPT = "waitForReceipt";
        public static final String STOCK_WAITED_TOO_LONG = "stockWaitedTooLong";
        public static final String NOBODY_PICKED = "nobodyPicked";
        public static final String NOBODY_ANSWERED = "nobodyAnswered";
        public static final String DELIVERY_OVERDUE = "deliveryOverdue";
        public static final String RECEIPT_BY_SILENCE = "receiptBySilence";
    }

    /** Facts that a gateway or a timer reads, and fields of the forms. Never a name, an address or a price. */
    public static final class Variable {
        public static final String HOLDS_FOUND = "holdsFound";
        public static final String REVIEW_DECISION = "reviewDecision";
        public static final String REVIEW_REASON = "reviewReason";
        public static final String CORRECTION_DECISION = "correctionDecision";
        public static final String CORRECTION_REASON = "correctionReason";
        public static final String STOCK_RESERVED = "stockReserved";
        public static final String SHORTAGE_DECISION = "shortageDecision";
        public static final String SHORTAGE_REASON = "shortageReason";
        public static final String READY_TO_SHIP = "readyToShip";
        public static final String REST_TO_PICK = "restToPick";
        public static final String RESERVATION_DECISION = "reservationDecision";
        public static final String RESERVATION_REASON = "reservationReason";
        public static final String ANYTHING_TO_SEND = "anythingToSend";
        public static final String ORDER_CANCELLED = "orderCancelled";
        public static final String PARCEL = "parcel";
        public static final String ALL_SHIPPED = "allShipped";
        public static final String ALL_DELIVERED = "allDelivered";
        public static final String EVERYTHING_SENT = "everythingSent";
        public static final String SHORTAGE_TO_RESOLVE = "shortageToResolve";
        public static final String ANYTHING_SENT = "anythingSent";
        public static final String CARRIER = "carrier";
        public static final String TRACKING_NUMBER = "trackingNumber";
        public static final String DELIVERY_DUE = "deliveryDue";
        public static final String CHASE_DECISION = "chaseDecision";
        public static final String CHASE_REASON = "chaseReason";
    }

    /** The user tasks that the product ships; a process owner can add others. */
    public static final Set<String> USER_TASKS = Set.of(
            Element.REVIEW_ORDER,
            Element.CORRECT_ORDER,
            Element.DECIDE_ON_SHORTAGE,
            Element.PICK_AND_PACK,
            Element.REVIEW_STALE_RESERVATION,
            Element.SHIP_PARCEL,
            Element.CHASE_DELIVERY);

    /** Messages that move an order along, correlated by its number. */
    public static final class Message {
        public static final String GOODS_ARRIVED = "goodsArrived";
        public static final String STOCK_LOST = "stockLost";
        public static final String GOODS_LEFT_UNPICKED = "goodsLeftUnpicked";
        public static final String PARCEL_DELIVERED = "parcelDelivered";
        public static final String RECEIPT_CONFIRMED = "receiptConfirmed";
        public static final String CANCELLATION_REQUESTED = "cancellationRequested";
    }

    /** The lanes of the diagram as groups: a lane's name in kebab-case. */
    public static final class Group {
        public static final String SALES = "sales";
        public static final String ORDER_REVIEW = "order-review";
        public static final String WAREHOUSE = "warehouse";
        public static final String SHIPPING = "shipping";
        public static final String CUSTOMER_SERVICE = "customer-service";
    }

    private OrderFulfilment() {}
}
