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

/** The demo company as people find it. Its load was interrupted once, so every test here sees a load that was taken up again. */
@SpringBootTest(properties = {"ordertrail.demo=true", "camunda.bpm.generate-unique-process-engine-name=true"})
@AutoConfigureMockMvc
@DatabaseTest
class DemoCompanyLoadTest {

    private static final int BEFORE_THE_KILL = 17;
    private static final Map<String, OrderState> PLACES = Map.ofEntries(
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
            entry("struck", OrderState.CONFIRMED),
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
    LoadDemoCompany loadCompany;

    @Autowired
    AdvanceDemoOrder bringOrder;

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
    void forty_orders_stand_where_their_roads_lead() {
        assertThat(orders.count()).isEqualTo(40);
        assertThat(DemoOrder.all())
                .allSatisfy(demo -> assertThat(orders.get(numberOf(demo)).state())
                        .as(demo.toString())
                        .isEqualTo(PLACES.get(demo.road())));
    }

    @Test
    void a_company_stands_around_them() {
        assertThat(products.count()).isGreaterThanOrEqualTo(60);
        assertThat(customers.count()).isGreaterThanOrEqualTo(40);
    }

    @Test
    void what_is_in_review_is_held_by_the_rule_it_is_to_show() {
        RULES.forEach((road, rule) -> assertThat(holds(road)).as(road).contains(rule));
    }

    @Test
    void every_order_has_its_instance_which_ended_where_the_order_did() {
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
    void everything_in_the_timelines_was_done_by_somebody_with_a_name() {
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
                        "rule: shortage-wish");
    }

    @Test
    void the_ledger_adds_up_to_the_stock_and_what_is_reserved_is_set_aside_for_an_order() {
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
        var setAside = DemoOrder.all().stream()
                .flatMap(demo -> pickList.lines(numberOf(demo)).stream())
                .mapToInt(OpenReservation::quantity)
                .sum();

        assertThat(ledger).isNotEmpty().isEqualTo(stock);
        assertThat(stock.values().stream().mapToLong(level -> level.get(1)).sum())
                .isEqualTo(setAside)
                .isPositive();
    }

    @Test
    void every_lane_has_a_task_that_is_taken_one_that_is_not_and_one_that_is_overdue() {
        Role.lanes().forEach(lane -> {
            assertThat(tasksOf(lane).taskUnassigned().count())
                    .as("free for %s", lane)
                    .isPositive();
            assertThat(tasksOf(lane).taskAssigned().list())
                    .as("taken by %s", lane)
                    .isNotEmpty()
                    .allMatch(task -> task.getAssignee().equals(personOf(lane)));
            assertThat(tasksOf(lane).dueBefore(new Date()).count())
                    .as("overdue for %s", lane)
                    .isPositive();
        });
    }

    @Test
    void a_manager_sees_in_cockpit_how_much_each_group_has_to_do(@Autowired IdentityService identities) {
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
        loadCompany.load();
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
    void what_was_there_before_the_kill_was_left_as_it_was(@Autowired Killed killed) {
        assertThat(killed.left)
                .hasSize(BEFORE_THE_KILL)
                .allSatisfy((reference, number) ->
                        assertThat(orders.get(number).externalReference()).isEqualTo(reference));
        assertThat(DemoOrder.all())
                .extracting(this::numberOf)
                .containsAll(killed.left.values())
                .doesNotHaveDuplicates();
    }

    @Test
    void an_order_that_does_not_get_to_its_place_is_not_there_at_all() {
        var line = DemoOrder.all().get(0).lines();
        var lost = new DemoOrder("PO-1", "C1007", "desk", line, "shipped", true, false);

        assertThatThrownBy(() -> bringOrder.bring(lost))
                .as("nobody takes a task of an order that is on its way")
                .isNotNull();

        assertThat(bringOrder.isThere(lost)).isFalse();
        assertThat(orders.count()).isEqualTo(40);
    }

    private OrderNumber numberOf(DemoOrder demo) {
        return orders.numberOf(demo.channel(), demo.reference()).orElseThrow();
    }

    private List<OrderEvent> timeline(DemoOrder demo) {
        return events.findByOrderNumberOrderByAtAscIdAsc(numberOf(demo));
    }

    private List<String> holds(String road) {
        return DemoOrder.all().stream()
                .filter(demo -> demo.road().equals(road))
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

    /** Leaves behind what a start that was killed half-way leaves behind. */
    @TestConfiguration
    static class Killed {

        private final SetUpDemoCompany furnishCompany;
        private final AdvanceDemoOrder bringOrder;
        private final Orders orders;
        private Map<String, OrderNumber> left;

        Killed(SetUpDemoCompany furnishCompany, AdvanceDemoOrder bringOrder, Orders orders) {
            this.furnishCompany = furnishCompany;
            this.bringOrder = bringOrder;
            this.orders = orders;
        }

        @EventListener(ApplicationStartedEvent.class)
        @org.springframework.core.annotation.Order(1)
        void loadTheFirst() {
            furnishCompany.furnish();
            var first = DemoOrder.all().subList(0, BEFORE_THE_KILL);
            first.forEach(bringOrder::bring);
            left = first.stream()
                    .collect(toMap(
                            DemoOrder::reference,
                            demo -> orders.numberOf(demo.channel(), demo.reference())
                                    .orElseThrow()));
        }
    }
}
