package io.ordertrail.process.diagram;

import static io.ordertrail.process.engine.OrderFulfilment.Variable.*;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.test.mock.MockExpressionManager;
import org.camunda.bpm.engine.test.mock.Mocks;

/** What the diagrams of an order ask of Java, answered without Java: delegates only write down the facts that a test gives them. */
final class DiagramAnswers {

    static final Date DUE = Date.from(Instant.parse("2026-12-01T09:00:00Z"));

    static final String RESOLVE_SHORTAGE = "resolveShortage";
    static final String CHECK_FULFILMENT = "checkFulfilment";

    /** An order of one parcel that nothing happens to. */
    static void everythingGoesWell() {
        for (var task : List.of(
                "recordReview",
                "confirmOrder",
                "askStockSystem",
                "cancelRemainder",
                "releaseParcel",
                "writeOffParcel")) {
            answers(task, Map.of());
        }
        answers("checkOrder", HOLDS_FOUND, false);
        answers("reserveStock", STOCK_RESERVED, true);
        answers("applyShortagePolicy", SHORTAGE_DECISION, "ask");
        answers("backorderMissingGoods", STOCK_RESERVED, false);
        answers("cancelMissingQuantity", ANYTHING_TO_SEND, true);
        answers("releaseStock", ORDER_CANCELLED, true);
        fulfilment(true, false, true);
        picking(true, false);
        answers("recordShipment", Map.of(DELIVERY_DUE, "2026-12-01", ALL_SHIPPED, true));
        answers("recordDelivery", ALL_DELIVERED, true);
        toSend("4711-1");
        Mocks.register("deadlines", new Deadlines());
        toAsk(0);
    }

    static void answers(String task, String variable, Object answer) {
        answers(task, Map.of(variable, answer));
    }

    static void answers(String task, Map<String, Object> answers) {
        Mocks.register(task + "Delegate", (JavaDelegate) execution -> execution.setVariables(answers));
    }

    /** What the books say once the parcels are through. */
    static void fulfilment(boolean everythingSent, boolean shortageToResolve, boolean anythingSent) {
        answers(
                CHECK_FULFILMENT,
                Map.of(
                        EVERYTHING_SENT,
                        everythingSent,
                        SHORTAGE_TO_RESOLVE,
                        shortageToResolve,
                        ANYTHING_SENT,
                        anythingSent));
    }

    static void picking(boolean readyToShip, boolean restToPick) {
        answers("recordPicking", Map.of(READY_TO_SHIP, readyToShip, REST_TO_PICK, restToPick));
    }

    /** The parcels that wait to be sent. */
    static void toSend(String... numbers) {
        Mocks.register("parcelsToSend", new ParcelsToSend(List.of(numbers)));
    }

    /** So many reservations have to be asked for at the external stock system. */
    static void toAsk(int reservations) {
        Mocks.register("externalStock", new StockSystem(reservations));
    }

    /**
     * An engine of its own that asks the answers above.
     *
     * @param name of the engine and of its database
     */
    static <C extends ProcessEngineConfigurationImpl> C inMemory(C configuration, String name) {
        configuration.setProcessEngineName(name);
        configuration.setJdbcUrl("jdbc:h2:mem:" + name);
        configuration.setExpressionManager(new MockExpressionManager());
        configuration.setJobExecutorActivate(false);
        return configuration;
    }

    /** Answers which parcels wait to be sent, whenever the diagram asks. */
    public record ParcelsToSend(List<String> numbers) {

        public List<String> of(String order) {
            return numbers;
        }

        public boolean isOne(String order) {
            return numbers.size() == 1;
        }

        public String only(String order) {
            return numbers.get(0);
        }
    }

    /** Answers whether the external stock system has to be asked. */
    public static final class StockSystem {

        private int reservations;

        StockSystem(int reservations) {
            this.reservations = reservations;
        }

        public boolean toReserve(String order) {
            return reservations-- > 0;
        }
    }

    /** Answers the diagrams' questions for a date or a span of time. */
    public static final class Deadlines {

        public Date dueIn(String task) {
            return DUE;
        }

        public String within(String timer) {
            return "P7D";
        }

        public Date endOf(String day) {
            return Date.from(Instant.parse(day + "T23:00:00Z"));
        }
    }

    private DiagramAnswers() {}
}
