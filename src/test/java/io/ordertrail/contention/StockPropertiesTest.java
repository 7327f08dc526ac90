package io.ordertrail.contention;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.state.Action;
import net.jqwik.api.state.ActionChain;
import net.jqwik.api.state.Transformer;
import net.jqwik.api.statistics.Statistics;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestContextManager;

import io.ordertrail.audit.CheckStock;
import io.ordertrail.customer.ShortagePolicy;
import io.ordertrail.journey.Desk;
import io.ordertrail.journey.JourneyTest;
import io.ordertrail.journey.TestCompany;
import io.ordertrail.order.book.Hold;
import io.ordertrail.order.book.NewOrder;
import io.ordertrail.order.book.Order;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.book.Orders;
import io.ordertrail.order.check.ReleaseHold;
import io.ordertrail.order.entry.CorrectOrder;
import io.ordertrail.order.entry.EnterOrder;
import io.ordertrail.order.fulfilment.CancelOrder;
import io.ordertrail.order.fulfilment.Cancellation;
import io.ordertrail.order.fulfilment.ConfirmReceipt;
import io.ordertrail.order.fulfilment.ReportDelivery;
import io.ordertrail.process.engine.OrderFulfilment.Element;
import io.ordertrail.process.engine.OrderFulfilment.Variable;
import io.ordertrail.process.order.StaleReservations;
import io.ordertrail.refusal.Refusal;
import io.ordertrail.shipment.CarrierUpdate;
import io.ordertrail.shipment.Parcel;
import io.ordertrail.shipment.Parcels;
import io.ordertrail.shipment.RecordCarrierUpdate;
import io.ordertrail.stock.booking.BookStock;
import io.ordertrail.stock.ledger.Booking;
import io.ordertrail.stock.ledger.StockMovement.Kind;
import io.ordertrail.stock.picking.PickList;
import io.ordertrail.stock.picking.RecordPicking;

/**
 * Whatever happens to the stock, in whatever sequence, it adds up after each step. The test makes runs of a hundred
 * random steps over everything that people, systems and timers can do, out of one seed, and prints all steps of a
 * failed run. {@code servers/prove-stock} makes more and longer runs.
 */
@JourneyTest
class StockPropertiesTest {

    private static final int STEPS = Integer.getInteger("ordertrail.stock.steps", 100);
    private static final List<String> SITES = List.of("VIE", "ROT");
    private static final List<String> TASKS = List.of(
            Element.REVIEW_ORDER,
            Element.CORRECT_ORDER,
            Element.DECIDE_ON_SHORTAGE,
            Element.PICK_AND_PACK,
            Element.REVIEW_STALE_RESERVATION,
            Element.SHIP_PARCEL,
            Element.CHASE_DELIVERY);

    @Autowired
    TestCompany company;

    @Autowired
    Desk desk;

    @Autowired
    EnterOrder enterOrder;

    @Autowired
    CorrectOrder correctOrder;

    @Autowired
    ReleaseHold releaseHold;

    @Autowired
    CancelOrder cancelOrder;

    @Autowired
    ReportDelivery reportDelivery;

    @Autowired
    RecordCarrierUpdate recordCarrierUpdate;

    @Autowired
    ConfirmReceipt confirmReceipt;

    @Autowired
    BookStock bookStock;

    @Autowired
    PickList pickList;

    @Autowired
    RecordPicking recordPicking;

    @Autowired
    Parcels parcels;

    @Autowired
    Orders orders;

    @Autowired
    CheckStock checkStock;

    @Autowired
    TaskService tasks;

    @Autowired
    ManagementService management;

    @Autowired
    RuntimeService runtime;

    @Autowired
    StaleReservations staleReservations;

    /** jqwik does not support Spring, so the constructor injects the application of all {@link JourneyTest}s. */
    StockPropertiesTest() throws Exception {
        new TestContextManager(getClass()).prepareTestInstance(this);
    }

    /** A company of its own: three products at two sites, and the orders of one run. */
    private final class Run {

        private final List<String> skus =
                IntStream.of(6, 3, 0).mapToObj(company::product).toList();
        private final List<OrderNumber> entered = new ArrayList<>();
        private List<Order> underWay = List.of();

        /** The open orders before the next step. jqwik reads them for each candidate step, so they are cached. */
        private List<Order> underWay() {
            return underWay;
        }

        private void attempt(String what, Runnable step) {
            StockPropertiesTest.attempt(what, step);
            underWay = entered.isEmpty()
                    ? List.of()
                    : orders.findByNumberIn(entered).stream()
                            .filter(order -> !order.state().ended())
                            .sorted(Comparator.comparingInt(order -> entered.indexOf(order.number())))
                            .toList();
        }

        private String sku(int i) {
            return skus.get(i % skus.size());
        }
    }

    /** Selects one of the open orders by a random number. */
    private record Pick(int order, int choice) {

        private <T> T of(List<T> all) {
            return all.get(order % all.size());
        }
    }

    private record Line(int product, int quantity) {}

    @Property(seed = "20261125")
    void after_every_step_the_stock_adds_up(@ForAll("runs") ActionChain<Run> run) {
        run.withInvariant(
                        "the stock adds up",
                        of -> assertThat(checkStock.of(of.skus)).isEmpty())
                .run();
    }

    @Provide
    Arbitrary<ActionChain<Run>> runs() {
        return ActionChain.startWith(Run::new)
                .withAction(6, enter())
                .withAction(5, book())
                .withAction(12, step("work", this::work))
                .withAction(
                        2,
                        step(
                                "cancel",
                                (run, pick) -> cancelOrder.cancel(
                                        pick.of(run.underWay()).number(), new Cancellation("drawn"))))
                .withAction(2, step("deliver", this::deliver))
                .withAction(
                        2,
                        step(
                                "receive",
                                (run, pick) -> confirmReceipt.confirm(
                                        pick.of(run.underWay()).number())))
                .withAction(2, step("time is over", this::fire))
                .withAction(
                        1,
                        step(
                                "nobody picks",
                                (run, pick) -> staleReservations.review(
                                        pick.of(run.underWay()).number())))
                .withMaxTransformations(STEPS);
    }

    private Action.Independent<Run> enter() {
        var lines = Combinators.combine(
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(1, 5))
                .as(Line::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
        return () -> Combinators.combine(
                        Arbitraries.of(ShortagePolicy.class),
                        lines,
                        Arbitraries.integers().between(0, 9),
                        Arbitraries.of(true, false))
                .as((shortagePolicy, wanted, price, parts) -> Transformer.mutate(
                        "enter " + shortagePolicy + " " + wanted + (price == 9 ? " cheap" : "")
                                + (parts ? " in parts" : ""),
                        run -> run.attempt(
                                "enter",
                                () -> run.entered.add(enterOrder.enter(order(
                                        shortagePolicy,
                                        lines(run, wanted, price == 9 ? BigDecimal.ONE : null),
                                        parts))))));
    }

    private NewOrder order(ShortagePolicy shortagePolicy, List<NewOrder.Line> lines, boolean parts) {
        return new NewOrder(
                "test", null, company.customer(shortagePolicy), null, null, parts, null, TestCompany.BERLIN, lines);
    }

    private static List<NewOrder.Line> lines(Run run, List<Line> wanted, BigDecimal price) {
        return wanted.stream()
                .map(line -> new NewOrder.Line(run.sku(line.product()), line.quantity(), price, null))
                .toList();
    }

    private Action.Independent<Run> book() {
        var kinds = Arbitraries.of(Kind.RECEIPT, Kind.RECEIPT, Kind.RETURN, Kind.LOSS, Kind.ADJUSTMENT);
        return () -> Combinators.combine(
                        kinds,
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.of(SITES),
                        Arbitraries.integers().between(1, 7),
                        Arbitraries.of(1, -1))
                .as((kind, product, site, units, sign) -> {
                    var quantity = kind == Kind.LOSS ? -units : kind == Kind.ADJUSTMENT ? sign * units : units;
                    return Transformer.mutate(
                            kind + " " + quantity + " of " + product + " at " + site,
                            run -> run.attempt(
                                    kind.name(),
                                    () -> bookStock.book(
                                            new Booking(null, run.sku(product), site, quantity, kind, null))));
                });
    }

    private interface Change {
        void apply(Run run, Pick pick);
    }

    /** A step that changes one of the open orders. */
    private Action<Run> step(String name, Change change) {
        return new Action.Independent<>() {

            @Override
            public boolean precondition(Run run) {
                return !run.underWay().isEmpty();
            }

            @Override
            public Arbitrary<Transformer<Run>> transformer() {
                return Combinators.combine(
                                Arbitraries.integers().between(0, 11),
                                Arbitraries.integers().between(0, 11))
                        .as((order, choice) -> Transformer.mutate(
                                name + " " + order + "/" + choice,
                                run -> run.attempt(name, () -> change.apply(run, new Pick(order, choice)))));
            }
        };
    }

    /** A person does one of the open tasks. */
    private void work(Run run, Pick pick) {
        var open = tasks.createTaskQuery()
                .processInstanceBusinessKeyIn(
                        run.entered.stream().map(OrderNumber::value).toArray(String[]::new))
                .list();
        if (!open.isEmpty()) {
            var numbers = open.stream().collect(Collectors.toMap(Task::getId, desk::number));
            var task = pick.of(open.stream()
                    .sorted(Comparator.comparingInt(one -> run.entered.indexOf(numbers.get(one.getId()))))
                    .toList());
            var number = numbers.get(task.getId());
            switch (TASKS.indexOf(task.getTaskDefinitionKey())) {
                case 0 -> review(number, task, pick.choice());
                case 1 -> correct(run, number, task, pick.choice());
                case 2 ->
                    decide(
                            task,
                            "shortageDecision",
                            "shortageReason",
                            List.of("wait", "wait", "goOn", "cancel").get(pick.choice() % 4));
                case 3 -> pick(number, task, pick.choice());
                case 4 ->
                    decide(task, "reservationDecision", "reservationReason", pick.choice() < 6 ? "keep" : "giveBack");
                case 5 -> ship(number, task);
                default -> chase(task, pick.choice());
            }
        }
    }

    private void review(OrderNumber number, Task task, int choice) {
        if (choice < 6) {
            var holds = desk.order(number).holds();
            holds.stream().filter(Hold::open).forEach(hold -> releaseHold.release(number, holds.indexOf(hold)));
        }
        decide(task, "reviewDecision", "reviewReason", choice < 6 ? "approve" : choice < 9 ? "correct" : "reject");
    }

    private void correct(Run run, OrderNumber number, Task task, int choice) {
        if (choice < 8) {
            correctOrder.correct(
                    number, TestCompany.order(desk.order(number).customer(), Map.of(run.sku(choice), 1 + choice)));
        }
        decide(task, "correctionDecision", "correctionReason", choice < 8 ? "resubmit" : "withdraw");
    }

    private void pick(OrderNumber number, Task task, int choice) {
        if (choice < 8) {
            desk.complete(task);
            return;
        }
        var lines = pickList.lines(number, parcelOf(task));
        IntStream.range(0, lines.size())
                .forEach(i -> recordPicking.recordFound(
                        number, lines.get(i).id(), (choice + i) % (lines.get(i).quantity() + 1)));
        desk.complete(task);
    }

    private String parcelOf(Task task) {
        return (String) runtime.getVariable(task.getExecutionId(), Variable.PARCEL);
    }

    /** A customer without partial delivery gets exactly the ordered quantity. */
    private void ship(OrderNumber number, Task task) {
        var inParts = desk.order(number).partialDelivery();
        var wanted = desk.order(number).requiredQuantities();
        var tracking = "P-" + task.getId();
        desk.complete(task, "carrier", "DHL", "trackingNumber", tracking.substring(0, Math.min(40, tracking.length())));
        if (!inParts) {
            assertThat(desk.parcel(number)).isEqualTo(wanted);
        }
    }

    private void chase(Task task, int choice) {
        switch (choice % 4) {
            case 0 ->
                desk.complete(
                        task,
                        "chaseDecision",
                        "newDate",
                        "deliveryDue",
                        LocalDate.now().plusDays(3).toString());
            case 1 -> desk.complete(task, "chaseDecision", "delivered");
            case 2 -> decide(task, "chaseDecision", "chaseReason", "sendAgain");
            default -> decide(task, "chaseDecision", "chaseReason", "writeOff");
        }
    }

    private void decide(Task task, String field, String reason, String word) {
        var reasoned = Stream.of("cancel", "correct", "reject", "withdraw", "giveBack", "sendAgain", "writeOff")
                .anyMatch(word::equals);
        if (reasoned) {
            desk.complete(task, field, word, reason, "drawn");
        } else {
            desk.complete(task, field, word);
        }
    }

    /** Staff or the carrier reports the delivery. */
    private void deliver(Run run, Pick pick) {
        var number = pick.of(run.underWay()).number();
        var parcel = parcels.shipped(number).stream()
                .filter(one -> one.state() == Parcel.State.IN_TRANSIT)
                .findFirst();
        if (parcel.isPresent() && pick.choice() % 2 == 0) {
            var tracking = parcel.get().trackingNumber();
            recordCarrierUpdate.record(tracking, new CarrierUpdate(tracking, CarrierUpdate.DELIVERED, Instant.now()));
        } else {
            reportDelivery.report(number);
        }
    }

    private void fire(Run run, Pick pick) {
        var due = run.underWay().stream()
                .flatMap(
                        order -> runtime
                                .createProcessInstanceQuery()
                                .processInstanceBusinessKey(order.number().value())
                                .list()
                                .stream())
                .sorted(Comparator.comparing(ProcessInstance::getId))
                .flatMap(instance ->
                        management.createJobQuery().processInstanceId(instance.getId()).timers().list().stream())
                .toList();
        if (!due.isEmpty()) {
            management.executeJob(pick.of(due).getId());
        }
    }

    /** A business rule may refuse the step; any other exception is a fault. */
    private static void attempt(String what, Runnable step) {
        try {
            step.run();
            Statistics.label("steps").collect(what);
        } catch (RuntimeException refused) {
            if (Stream.iterate((Throwable) refused, cause -> cause != null, Throwable::getCause)
                    .noneMatch(Refusal.class::isInstance)) {
                throw refused;
            }
            Statistics.label("steps").collect(what + ", refused");
        }
    }
}
