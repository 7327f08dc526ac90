package io.ordertrail.process.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

import io.ordertrail.audit.CheckStock;
import io.ordertrail.customer.ShortagePolicy;
import io.ordertrail.journey.JourneyTest;
import io.ordertrail.journey.TestCompany;
import io.ordertrail.order.book.NewOrder;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.book.OrderState;
import io.ordertrail.order.book.Orders;
import io.ordertrail.order.entry.EnterOrder;
import io.ordertrail.refusal.InvalidInput;
import io.ordertrail.stock.allocation.DeferredReservations;
import io.ordertrail.stock.booking.BookStock;
import io.ordertrail.stock.ledger.Booking;
import io.ordertrail.stock.ledger.StockItems;
import io.ordertrail.stock.ledger.StockMovement;

/** Orders that arrive while another is being entered, each through the real entry. */
@JourneyTest
@Tag("database")
class GroupedEntryQueueTest {

    @Autowired
    TestCompany company;

    @Autowired
    StockItems items;

    @Autowired
    EnterOrder enterOrder;

    @Autowired
    Orders orders;

    @Autowired
    StockItems stock;

    @Autowired
    DeferredReservations pledges;

    @Autowired
    BookStock bookStock;

    @Autowired
    CheckStock checkStock;

    @Autowired
    ProcessEngineConfigurationImpl engine;

    @Autowired
    PlatformTransactionManager transactions;

    private final ExecutorService people = Executors.newCachedThreadPool();
    private final CountDownLatch mayGoOn = new CountDownLatch(1);
    private final Set<String> transactionsUsed = new TreeSet<>();

    @AfterEach
    void go_home() {
        mayGoOn.countDown();
        people.shutdown();
    }

    @Test
    void what_arrives_meanwhile_shares_a_transaction_and_each_is_entered_in_the_name_of_its_sender() throws Exception {
        var arrivals = oneLane(transactions);
        var cup = company.product(100);
        var first = held(arrivals);
        var others = new ArrayList<Future<OrderNumber>>();
        for (int i = 0; i < 6; i++) {
            others.add(arrive(arrivals, "person-" + i, TestCompany.order(company.customer(), Map.of(cup, 1))));
        }
        meet(arrivals, 6);
        for (int i = 0; i < 6; i++) {
            var order = orders.get(others.get(i).get());
            assertThat(order.state()).isEqualTo(OrderState.CONFIRMED);
            assertThat(order.enteredBy()).isEqualTo("person-" + i);
        }
        assertThat(orders.get(first.get()).state()).isEqualTo(OrderState.CONFIRMED);
        assertThat(transactionsUsed)
                .as("the first by itself, then six together")
                .hasSize(2);
    }

    /** A question to the database writes what one of them has so far; what it writes later still goes before what the next one begins with. */
    @Test
    void those_whose_goods_are_sold_out_share_it_with_those_whose_are_not() throws Exception {
        assertThat(transactionsWith(0))
                .as("the first by itself, then nine together")
                .isEqualTo(2);
    }

    @Test
    void where_there_is_less_than_one_wants_all_are_entered_again_with_the_stock_locked() throws Exception {
        assertThat(transactionsWith(1))
                .as("the first by itself, then nine together, twice")
                .isEqualTo(3);
    }

    @Test
    void more_products_than_are_taken_at_once_are_taken_all() throws Exception {
        var arrivals = oneLane(transactions);
        var products = IntStream.range(0, 130).mapToObj(i -> company.product(3)).toList();
        held(arrivals);
        var others = List.of(products.subList(0, 70), products.subList(60, 130)).stream()
                .map(some -> TestCompany.order(
                        company.customer(), some.stream().collect(Collectors.toMap(sku -> sku, sku -> 1))))
                .map(order -> arrive(arrivals, "person", order))
                .toList();
        meet(arrivals, 2);
        for (var one : others) {
            assertThat(orders.get(one.get()).state()).isEqualTo(OrderState.CONFIRMED);
        }
        assertThat(transactionsUsed).hasSize(2);
        assertThat(products)
                .allSatisfy(sku -> assertThat(stock.available(sku, "VIE"))
                        .isEqualTo(products.subList(60, 70).contains(sku) ? 1 : 2));
        assertThat(checkStock.of(products)).isEmpty();
    }

    /** @return in how many transactions */
    private int transactionsWith(int lamps) throws Exception {
        var arrivals = oneLane(transactions);
        var cup = company.product(100);
        var lamp = company.product(lamps);
        held(arrivals);
        var others = new ArrayList<Future<OrderNumber>>();
        for (int i = 0; i < 9; i++) {
            var wish = i % 2 == 0 ? ShortagePolicy.WAIT : ShortagePolicy.CANCEL;
            others.add(arrive(
                    arrivals,
                    "person-" + i,
                    TestCompany.order(company.customer(wish), Map.of(i % 3 == 0 ? cup : lamp, 2))));
        }
        meet(arrivals, 9);
        for (int i = 0; i < 9; i++) {
            var without = i % 2 == 0 ? OrderState.WAITING_FOR_STOCK : OrderState.CANCELLED;
            assertThat(orders.get(others.get(i).get()).state()).isEqualTo(i % 3 == 0 ? OrderState.CONFIRMED : without);
        }
        assertThat(stock.available(cup, "VIE")).isEqualTo(94);
        assertThat(checkStock.of(List.of(cup, lamp))).isEmpty();
        return transactionsUsed.size();
    }

    /** Between what a group saw and its end: as much is taken by somebody else as makes its orders too many. */
    @Test
    void what_others_took_meanwhile_is_promised_to_nobody_else() throws Exception {
        var arrivals = oneLane(transactions);
        var lamp = company.product(3);
        assertThat(statesOfThree(
                        arrivals,
                        lamp,
                        3,
                        () -> bookStock.book(new Booking(null, lamp, "VIE", -2, StockMovement.Kind.ADJUSTMENT, null))))
                .containsExactlyInAnyOrder(
                        OrderState.CONFIRMED, OrderState.WAITING_FOR_STOCK, OrderState.WAITING_FOR_STOCK);
        assertThat(checkStock.of(List.of(lamp))).isEmpty();
    }

    @Test
    void nor_does_anybody_wait_for_what_came_meanwhile() throws Exception {
        var arrivals = oneLane(transactions);
        var lamp = company.product(0);
        assertThat(statesOfThree(
                        arrivals,
                        lamp,
                        3,
                        () -> bookStock.book(new Booking(null, lamp, "VIE", 3, StockMovement.Kind.RECEIPT, null))))
                .containsOnly(OrderState.CONFIRMED);
        assertThat(checkStock.of(List.of(lamp))).isEmpty();
    }

    @Test
    void nor_does_who_comes_later_get_what_came_meanwhile_before_who_waits() throws Exception {
        var arrivals = oneLane(transactions);
        var lamp = company.product(0);
        assertThat(statesOfThree(
                        arrivals,
                        lamp,
                        1,
                        () -> bookStock.book(new Booking(null, lamp, "VIE", 2, StockMovement.Kind.RECEIPT, null))))
                .containsExactly(OrderState.CONFIRMED, OrderState.CONFIRMED, OrderState.WAITING_FOR_STOCK);
        assertThat(checkStock.of(List.of(lamp))).isEmpty();
    }

    /** Three orders of one lamp share a transaction; what happens meanwhile happens once so many of them have seen the stock. */
    private List<OrderState> statesOfThree(GroupedEntryQueue arrivals, String lamp, int seen, Runnable meanwhile)
            throws Exception {
        held(arrivals);
        var entries = new ArrayList<OrderNumber>();
        var sent = new ArrayList<Future<OrderNumber>>();
        for (int i = 0; i < 3; i++) {
            var order = TestCompany.order(company.customer(), Map.of(lamp, 1));
            sent.add(people.submit(() -> arrivals.enter(
                    order,
                    nothing -> {},
                    () -> {
                        var number = entered(order);
                        entries.add(number);
                        if (entries.size() == seen) {
                            finish(people.submit(meanwhile));
                        }
                        return number;
                    },
                    number -> number)));
        }
        meet(arrivals, 3);
        for (var one : sent) {
            one.get();
        }
        return entries.subList(entries.size() - 3, entries.size()).stream()
                .map(number -> orders.get(number).state())
                .toList();
    }

    @Test
    void one_that_cannot_be_entered_leaves_nothing_and_holds_nobody_up() throws Exception {
        var arrivals = oneLane(transactions);
        var cup = company.product(100);
        held(arrivals);
        var good = arrive(arrivals, "good", TestCompany.order(company.customer(), Map.of(cup, 1)));
        var bad = arrive(arrivals, "bad", TestCompany.order(company.customer(), Map.of("no such product", 1)));
        var before = orders.count();
        meet(arrivals, 2);
        assertThat(orders.get(good.get()).state()).isEqualTo(OrderState.CONFIRMED);
        assertThatThrownBy(bad::get).isInstanceOf(ExecutionException.class).hasCauseInstanceOf(InvalidInput.class);
        assertThat(orders.count())
                .as("the one that held the lane, and the good one")
                .isEqualTo(before + 2);
        assertThat(stock.available(cup, "VIE")).isEqualTo(99);
    }

    @Test
    void two_of_one_customer_do_not_share_so_the_second_is_seen_as_the_duplicate_it_may_be() throws Exception {
        var arrivals = oneLane(transactions);
        var twins = TestCompany.order(company.customer(), Map.of(company.product(100), 3));
        held(arrivals);
        var one = arrive(arrivals, "one", twins);
        var other = arrive(arrivals, "other", twins);
        meet(arrivals, 2);
        assertThat(List.of(
                        orders.get(one.get()).state(), orders.get(other.get()).state()))
                .containsExactlyInAnyOrder(OrderState.CONFIRMED, OrderState.IN_REVIEW);
    }

    @Test
    void a_commit_of_which_nobody_knows_what_became_is_told_to_all_and_not_done_again() throws Exception {
        var lost = new ConcurrentLinkedQueue<Boolean>();
        var arrivals = oneLane(new ConnectionLostAtCommit(transactions, lost));
        held(arrivals);
        var entries = new AtomicInteger();
        var cup = company.product(100);
        var sent = List.of(company.customer(), company.customer()).stream()
                .map(customer -> people.submit(() -> {
                    var order = TestCompany.order(customer, Map.of(cup, 1));
                    return arrivals.enter(
                            order,
                            nothing -> {},
                            () -> {
                                entries.incrementAndGet();
                                return enterOrder.enter(order);
                            },
                            number -> number);
                }))
                .toList();
        EnteredTogether.waitFor(arrivals, 2);
        lost.add(false);
        lost.add(true);
        mayGoOn.countDown();
        for (var one : sent) {
            assertThatThrownBy(one::get).hasCauseInstanceOf(TransactionSystemException.class);
        }
        assertThat(entries).hasValue(2);
    }

    private GroupedEntryQueue oneLane(PlatformTransactionManager manager) {
        return new GroupedEntryQueue(engine, manager, orders, pledges, 1);
    }

    /** Who looks up locks customers, and they come before the stock. */
    @Test
    void it_is_looked_up_before_the_stock_is_locked_also_when_all_are_entered_again() throws Exception {
        var arrivals = oneLane(transactions);
        var lamp = company.product(1);
        var free = new ConcurrentLinkedQueue<Boolean>();
        held(arrivals);
        var sent = List.of(company.customer(), company.customer()).stream()
                .map(customer -> TestCompany.order(customer, Map.of(lamp, 2)))
                .map(order -> people.submit(() -> arrivals.enter(
                        order, group -> free.add(canBeLocked(lamp)), () -> entered(order), number -> number)))
                .toList();
        meet(arrivals, 2);
        for (var one : sent) {
            one.get();
        }
        assertThat(free).containsExactly(true, true);
    }

    private boolean canBeLocked(String sku) {
        var other = people.submit(
                () -> new TransactionTemplate(transactions).executeWithoutResult(status -> items.lock(List.of(sku))));
        try {
            other.get(5, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An order that keeps the lane until those behind it have arrived. */
    private Future<OrderNumber> held(GroupedEntryQueue arrivals) throws InterruptedException {
        var inside = new CountDownLatch(1);
        var order = TestCompany.order(company.customer(), Map.of(company.product(1), 1));
        var running = people.submit(() -> arrivals.enter(
                order,
                nothing -> {},
                () -> {
                    inside.countDown();
                    EnteredTogether.await(mayGoOn);
                    return entered(order);
                },
                number -> number));
        inside.await();
        return running;
    }

    private Future<OrderNumber> arrive(GroupedEntryQueue arrivals, String person, NewOrder order) {
        return people.submit(() -> {
            SecurityContextHolder.getContext()
                    .setAuthentication(new TestingAuthenticationToken(person, null, "ROLE_sales"));
            try {
                return arrivals.enter(order, nothing -> {}, () -> entered(order), number -> number);
            } finally {
                SecurityContextHolder.clearContext();
            }
        });
    }

    private OrderNumber entered(NewOrder order) {
        assertThat(TransactionSynchronizationManager.isActualTransactionActive())
                .isTrue();
        synchronized (transactionsUsed) {
            transactionsUsed.add(String.valueOf(
                    System.identityHashCode(TransactionSynchronizationManager.getResourceMap().values().stream()
                            .filter(resource ->
                                    resource.getClass().getSimpleName().equals("EntityManagerHolder"))
                            .findFirst()
                            .orElseThrow())));
        }
        return enterOrder.enter(order);
    }

    private void meet(GroupedEntryQueue arrivals, int others) {
        EnteredTogether.waitFor(arrivals, others);
        mayGoOn.countDown();
    }

    private static void finish(Future<?> done) {
        try {
            done.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Stores all there is to store, and then says that the connection is gone: for each commit in turn, whether it does. */
    private record ConnectionLostAtCommit(PlatformTransactionManager real, ConcurrentLinkedQueue<Boolean> lost)
            implements PlatformTransactionManager {

        @Override
        public TransactionStatus getTransaction(TransactionDefinition definition) {
            return real.getTransaction(definition);
        }

        @Override
        public void commit(TransactionStatus status) {
            real.commit(status);
            if (Boolean.TRUE.equals(lost.poll())) {
                throw new TransactionSystemException("The connection was lost at the commit");
            }
        }

        @Override
        public void rollback(TransactionStatus status) {
            real.rollback(status);
        }
    }
}
