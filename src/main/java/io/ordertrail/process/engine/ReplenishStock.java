package io.ordertrail.process.engine;

/** Every name that Java shares with {@code bpmn/replenish-stock.bpmn} and its forms. */
public final class ReplenishStock {

    public static final String PROCESS = "replenishStock";

    /** Ids of elements that Java refers to. */
    public static final class Element {
        public static final String DECIDE_ON_REPLENISHMENT = "decideOnReplenishment";
        public static final String WAIT_FOR_GOODS = "waitForGoods";
        public static final String GOODS_OVERDUE = "goodsOverdue";
        public static final String CHASE_SUPPLIER = "chaseSupplier";
    }

    /** Facts that a gateway or a timer reads, and fields of the forms. */
    public static final class Variable {
        public static final String REPLENISHMENT_DECISION = "replenishmentDecision";
        public static final String REPLENISHMENT_REASON = "replenishmentReason";
        public static final String ORDERED_QUANTITY = "orderedPieces";
        public static final String EXPECTED_DAY = "expectedDay";
        public static final String SUPPLIER_DECISION = "supplierDecision";
        public static final String SUPPLIER_REASON = "supplierReason";
    }

    /** Messages that move a purchase along. */
    public static final class Message {
        public static final String ALL_GOODS_RECEIVED = "allGoodsReceived";
    }

    /** The lanes of the diagram as groups: a lane's name in kebab-case. */
    public static final class Group {
        public static final String PURCHASING = "purchasing";
    }

    private ReplenishStock() {}
}
