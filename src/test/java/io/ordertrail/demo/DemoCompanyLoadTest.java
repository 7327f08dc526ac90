package io.ordertrail.demo;

import static java.util.Map.entry;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Date;
import java.util.List;
import java.util.Map;

import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.TaskCountByCandidateGroupResult;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.event.EventListener;

import io.ordertrail.catalog.Products;
import io.ordertrail.customer.Customers;
import io.ordertrail.database.DatabaseTest;
import io.ordertrail.order.book.OrderEvent;
import io.ordertrail.order.book.OrderEvents;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.book.OrderState;
import io.ordertrail.order.book.Orders;
import io.ordertrail.platform.access.Role;
import io.ordertrail.platform.engine.DemoUser;
import io.ordertrail.stock.allocation.OpenReservation;
import io.ordertrail.stock.ledger.StockItems;
import io.ordertrail.stock.ledger.StockMovements;
import io.ordertrail.stock.ledger.StockMovements.Sum;
import io.ordertrail.stock.picking.PickList;

/** The demo company after its load. The load was interrupted once, so every test sees a load that was resumed. */
@SpringBootTest(properties = {"ordertrail.demo=true", "camunda.bpm.generate-unique-process-engine-name=true"})
@AutoConfigureMockMvc
@DatabaseTest
@Tag("nightly")
class DemoCompanyLoadTest {

    private static final int BEFORE_THE_INTERRUPTION = 17;
    static final Map<String, OrderState> STATES = Map.ofEntries(
            entry("received", OrderState.RECEIVED),
            entry("received-by-silence", OrderState.RECEIVED),
            entry("delivered", OrderState.DELIVERED),
            entry("shipped", OrderState.SHIPPED),
            entry("overdue", OrderState.SHIPPED),
            entry("sent-again", OrderState.SHIPPED),
            entry("partly-shipped", OrderState.PARTLY_SHIPPED),
            entry("lost", OrderState.CANCELLED),
            entry("in-fulfilment", OrderState.IN_FULFILMENT),
            entry("short-pick", OrderState.WAITING_FOR_STOCK),
            entry("confirmed", OrderState.CONFIRMED),
            entry("shortage-cancelled", OrderState.CONFIRMED),
            entry("shortage-open", OrderState.WAITING_FOR_STOCK),
            entry("waiting-for-stock", OrderState.WAITING_FOR_STOCK),
            entry("cancelled", OrderState.CANCELLED),
            entry("in-review-price", OrderState.IN_REVIEW),
            entry("in-review-credit", OrderState.IN_REVIEW),
            entry("in-review-blocked", OrderState.IN_REVIEW),
            entry("in-review-address", OrderState.IN_REVIEW),
            entry("in-review-quantity", OrderState.IN_REVIEW),
            entry("in-correction", OrderState.IN_CORRECTION),
            entry("rejected", OrderState.REJECTED),
            entry("withdrawn", OrderState.CANCELLED));
    private static final Map<String, String> RULES = Map.of(
            "in-review-price",
            "price-below-list",
            "in-review-credit",
            "credit-exceeded",
            "in-review-blocked",
            "customer-blocked",
            "in-review-address",
            "address-incomplete",
            "in-review-quantity",
            "unusual-quantity");

    @Autowired
    LoadDemoCompany loadDemoCompany;

    @Autowired
    AdvanceDemoOrder advanceDemoOrder;

    @Autowired
    Orders orders;

    @Autowired
    OrderEvents events;

    @Autowired
    Products products;

    @Autowired
    Customers customers;

    @Autowired
    StockItems items;

    @Autowired
    StockMovements movements;

    @Autowired
    PickList pickList;

    @Autowired
    HistoryService history;

    @Autowired
    TaskService tasks;

    @Test
    void forty_orders_are_in_the_states_of_their_scripts() {
        assertThat(orders.count()).isEqualTo(40);
        assertThat(DemoOrder.all())
                .allSatisfy(demo -> assertThat(orders.get(numberOf(demo)).state())
                        .as(demo.toString())
                        .isEqualTo(STATES.get(demo.script())));
    }

    @Test
    void the_company_has_products_and_customers() {
        assertThat(products.count()).isGreaterThanOrEqualTo(60);
        assertThat(customers.count()).isGreaterThanOrEqualTo(40);
    }

    @Test
    void each_order_in_review_is_held_by_the_rule_of_its_script() {
        RULES.forEach((script, rule) -> assertThat(holds(script)).as(script).contains(rule));
    }

    @Test
    void the_instance_of_an_order_has_ended_exactly_when_the_order_has() {
        assertThat(DemoOrder.all()).allSatisfy(demo -> {
            var order = orders.get(numberOf(demo));
            var instance = history.createHistoricProcessInstanceQuery()
                    .processInstanceId(order.processInstance())
                    .singleResult();
            assertThat(instance.getBusinessKey()).isEqualTo(order.number().value());
            assertThat(instance.getEndTime() != null).isEqualTo(order.state().ended());
        });
    }

    @Test
    void every_event_of_a_timeline_names_a_person_a_timer_or_a_rule() {
        var names = DemoUser.ALL.stream().map(DemoUser::name).collect(toSet());
        assertThat(DemoOrder.all())
                .allSatisfy(demo -> assertThat(timeline(demo))
                        .isNotEmpty()
                        .allSatisfy(event -> assertThat(event.actor())
                                .matches(actor -> names.contains(actor)
                                        || actor.startsWith("timer: ")
                                        || actor.startsWith("rule: "))));
        assertThat(DemoOrder.all().stream()
                        .flatMap(demo -> timeline(demo).stream())
                        .map(OrderEvent::actor)
                        .collect(toSet()))
                .contains(
                        "demo-sales",
                        "demo-review",
                        "demo-warehouse",
                        "demo-shipping",
                        "demo-service",
                        "demo-system",
                        "timer: Silence counts as receipt",
                        "rule: shortage-policy");
    }

    @Test
    void the_ledger_adds_up_to_the_stock_and_all_reserved_units_belong_to_orders() {
        var stock = items
                .levels(DemoFile.rows("products").stream()
                        .map(row -> row.getField("sku"))
                        .toList())
                .stream()
                .filter(level -> level.onHand() > 0)
                .collect(toMap(
                        level -> level.sku() + level.site(),
                        level -> List.of((long) level.onHand(), (long) level.reserved())));
        var ledger = movements.sums().stream()
                .filter(sum -> sum.getOnHand() > 0)
                .collect(
                        toMap(sum -> sum.getSku() + sum.getSite(), sum -> List.of(sum.getOnHand(), sum.getReserved())));
        var reserved = DemoOrder.all().stream()
                .flatMap(demo -> pickList.lines(numberOf(demo)).stream())
                .mapToInt(OpenReservation::quantity)
                .sum();

        assertThat(ledger).isNotEmpty().isEqualTo(stock);
        assertThat(stock.values().stream().mapToLong(level -> level.get(1)).sum())
                .isEqualTo(reserved)
                .isPositive();
    }

    @Test
    void every_lane_has_a_claimed_an_unclaimed_and_an_overdue_task() {
        Role.lanes().forEach(lane -> {
            assertThat(tasksOf(lane).taskUnassigned().count())
                    .as("unclaimed for %s", lane)
                    .isPositive();
            assertThat(tasksOf(lane).taskAssigned().list())
                    .as("claimed by %s", lane)
                    .isNotEmpty()
                    .allMatch(task -> task.getAssignee().equals(personOf(lane)));
            assertThat(tasksOf(lane).dueBefore(new Date()).count())
                    .as("overdue for %s", lane)
                    .isPositive();
        });
    }

    @Test
    void a_manager_sees_in_cockpit_how_many_tasks_each_group_has(@Autowired IdentityService identities) {
        identities.setAuthentication("demo-manager", List.of(Role.MANAGERS.group()));
        try {
            assertThat(tasks.createTaskReport().taskCountByCandidateGroup())
                    .extracting(TaskCountByCandidateGroupResult::getGroupName)
                    .containsAll(Role.lanes().stream().map(Role::group).toList());
        } finally {
            identities.clearAuthentication();
        }
    }

    @Test
    void a_second_load_adds_nothing() {
        var before = counts();
        loadDemoCompany.load();
        assertThat(counts()).isEqualTo(before);
    }

    private List<Long> counts() {
        return List.of(
                orders.count(),
                products.count(),
                items.count(),
                movements.sums().stream().mapToLong(Sum::getOnHand).sum(),
                history.createHistoricTaskInstanceQuery().count());
    }

    @Test
    void orders_from_before_the_interruption_are_unchanged(@Autowired Interrupted interrupted) {
        assertThat(interrupted.left)
                .hasSize(BEFORE_THE_INTERRUPTION)
                .allSatisfy((reference, number) ->
                        assertThat(orders.get(number).externalReference()).isEqualTo(reference));
        assertThat(DemoOrder.all())
                .extracting(this::numberOf)
                .containsAll(interrupted.left.values())
                .doesNotHaveDuplicates();
    }

    @Test
    void an_order_that_cannot_reach_its_state_is_not_stored() {
        var line = DemoOrder.all().get(0).lines();
        var unreachable = new DemoOrder("PO-1", "C1007", "desk", line, "shipped", true, false);

        assertThatThrownBy(() -> advanceDemoOrder.advance(unreachable))
                .as("an order under way has no task to claim")
                .isNotNull();

        assertThat(advanceDemoOrder.exists(unreachable)).isFalse();
        assertThat(orders.count()).isEqualTo(40);
    }

    private OrderNumber numberOf(DemoOrder demo) {
        return orders.numberOf(demo.channel(), demo.reference()).orElseThrow();
    }

    private List<OrderEvent> timeline(DemoOrder demo) {
        return events.findByOrderNumberOrderByAtAscIdAsc(numberOf(demo));
    }

    private List<String> holds(String script) {
        return DemoOrder.all().stream()
                .filter(demo -> demo.script().equals(script))
                .flatMap(demo -> timeline(demo).stream())
                .map(OrderEvent::actor)
                .map(actor -> actor.replace("rule: ", ""))
                .toList();
    }

    private TaskQuery tasksOf(Role lane) {
        return tasks.createTaskQuery().taskCandidateGroup(lane.group()).includeAssignedTasks();
    }

    private static String personOf(Role lane) {
        return DemoUser.ALL.stream()
                .filter(user -> user.role() == lane)
                .findFirst()
                .orElseThrow()
                .name();
    }

    /** Loads a part of the demo company before the application does, as an interrupted start would have. */
    @TestConfiguration
    static class Interrupted {

        private final SetUpDemoCompany setUpDemoCompany;
        private final AdvanceDemoOrder advanceDemoOrder;
        private final Orders orders;
        private Map<String, OrderNumber> left;

        Interrupted(SetUpDemoCompany setUpDemoCompany, AdvanceDemoOrder advanceDemoOrder, Orders orders) {
            this.setUpDemoCompany = setUpDemoCompany;
            this.advanceDemoOrder = advanceDemoOrder;
            this.orders = orders;
        }

        @EventListener(ApplicationStartedEvent.class)
        @org.springframework.core.annotation.Order(1)
        void loadFirstOrders() {
            setUpDemoCompany.setUp();
            var first = DemoOrder.all().subList(0, BEFORE_THE_INTERRUPTION);
            first.forEach(advanceDemoOrder::advance);
            left = first.stream()
                    .collect(toMap(
                            DemoOrder::reference,
                            demo -> orders.numberOf(demo.channel(), demo.reference())
                                    .orElseThrow()));
        }
    }
}
