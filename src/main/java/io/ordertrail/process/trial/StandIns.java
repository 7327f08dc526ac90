package io.ordertrail.process.trial;

import static io.ordertrail.process.engine.OrderFulfilment.Variable.*;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import io.ordertrail.process.engine.ReplenishStock;

/** What diagrams call, without the product behind: each writes one of the answers that the product can give. */
final class StandIns {

    /** A step reads a variable that is not there. */
    static final class Lacks extends RuntimeException {

        Lacks(String variable) {
            super(variable);
        }
    }

    private static final List<Object> YES_OR_NO = List.of(true, false);
    private static final String DAY = "2026-12-01";

    private StandIns() {}

    static Map<Object, Object> beans(Choices choices) {
        var beans = new HashMap<Object, Object>();
        var answers = Map.<String, Map<String, List<Object>>>ofEntries(
                Map.entry("checkOrder", Map.of(HOLDS_FOUND, YES_OR_NO)),
                Map.entry("reserveStock", Map.of(STOCK_RESERVED, YES_OR_NO)),
                Map.entry("applyShortagePolicy", Map.of(SHORTAGE_DECISION, List.of("ask", "wait", "goOn", "cancel"))),
                Map.entry("backorderMissingGoods", Map.of(STOCK_RESERVED, YES_OR_NO)),
                Map.entry("cancelMissingQuantity", Map.of(ANYTHING_TO_SEND, YES_OR_NO)),
                Map.entry("releaseStock", Map.of(ORDER_CANCELLED, YES_OR_NO)),
                Map.entry(
                        "checkFulfilment",
                        Map.of(
                                EVERYTHING_SENT, YES_OR_NO,
                                SHORTAGE_TO_RESOLVE, YES_OR_NO,
                                ANYTHING_SENT, YES_OR_NO)),
                Map.entry("recordPicking", Map.of(READY_TO_SHIP, YES_OR_NO, REST_TO_PICK, YES_OR_NO)),
                Map.entry("recordShipment", Map.of(DELIVERY_DUE, List.of(DAY), ALL_SHIPPED, YES_OR_NO)),
                Map.entry("recordDelivery", Map.of(ALL_DELIVERED, YES_OR_NO)));
        for (var delegate : List.of(
                "recordReview",
                "confirmOrder",
                "askStockSystem",
                "cancelRemainder",
                "releaseParcel",
                "writeOffParcel",
                "proposeReplenishment",
                "recordPurchase",
                "declineProposal",
                "postponePurchase",
                "closeOpenQuantity")) {
            beans.put(delegate + "Delegate", delegate(delegate, Map.of(), choices));
        }
        answers.forEach((name, facts) -> beans.put(name + "Delegate", delegate(name, facts, choices)));
        beans.put("deadlines", new Deadlines());
        beans.put("externalStock", new StockSystem(choices));
        beans.put("parcelsToSend", new ParcelsToSend(choices));
        return beans;
    }

    /** What the delegates of the product cannot do without. */
    private static List<String> reads(String delegate) {
        return switch (delegate) {
            case "recordReview" -> List.of(REVIEW_DECISION);
            case "recordPicking", "releaseParcel", "recordDelivery" -> List.of(PARCEL);
            case "writeOffParcel" -> List.of(PARCEL, CHASE_DECISION);
            case "recordShipment" -> List.of(PARCEL, CARRIER, TRACKING_NUMBER);
            case "recordPurchase" ->
                List.of(ReplenishStock.Variable.ORDERED_QUANTITY, ReplenishStock.Variable.EXPECTED_DAY);
            case "postponePurchase" -> List.of(ReplenishStock.Variable.EXPECTED_DAY);
            default -> List.of();
        };
    }

    private static JavaDelegate delegate(String name, Map<String, List<Object>> facts, Choices choices) {
        return execution -> {
            reads(name).forEach(variable -> demand(execution, variable));
            facts.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey()) // a Map.of has another sequence in each run
                    .forEach(fact -> execution.setVariable(
                            fact.getKey(), choices.oneOf(name + " " + fact.getKey(), fact.getValue())));
        };
    }

    private static void demand(DelegateExecution execution, String variable) {
        if (execution.getVariable(variable) == null) {
            throw new Lacks(variable);
        }
    }

    /** Answers the questions of diagrams for a date or a span of time. */
    public static final class Deadlines {

        public Date dueIn(String step) {
            return Date.from(Instant.parse("2026-12-01T09:00:00Z"));
        }

        public String within(String timer) {
            return "P7D";
        }

        public Date endOf(String day) {
            return Date.from(LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC).toInstant());
        }
    }

    /** Answers whether the external stock system has to be asked. */
    public static final class StockSystem {

        private final Choices choices;

        StockSystem(Choices choices) {
            this.choices = choices;
        }

        public boolean toReserve(String order) {
            return choices.oneOf("externalStock", YES_OR_NO).equals(true);
        }
    }

    /** Answers which parcels wait to be sent. */
    public static final class ParcelsToSend {

        private final Choices choices;
        private List<String> parcels = List.of("TRIAL-1");

        ParcelsToSend(Choices choices) {
            this.choices = choices;
        }

        public boolean isOne(String order) {
            parcels = choices.oneOf(
                    "parcelsToSend",
                    List.of(List.of(order + "-1"), List.of(order + "-1", order + "-2"), List.<String>of()));
            return parcels.size() == 1;
        }

        public String only(String order) {
            return parcels.get(0);
        }

        /** The engine asks once for each parcel, so the answer stays. */
        public List<String> of(String order) {
            return parcels;
        }
    }
}
