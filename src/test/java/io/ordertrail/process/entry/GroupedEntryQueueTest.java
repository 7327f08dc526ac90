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
    DeferredReservations deferredReservations;

    @Autowired
    BookStock bookStock;

    @Autowired
    CheckStock checkStock;

    @Autowired
    ProcessEngineConfigurationImpl engine;

    @Autowired
    PlatformTransactionManager transactions;

    private final ExecutorService clients = Executors.newCachedThreadPool();
    private final CountDownLatch released = new CountDownLatch(1);
    private final Set<String> transactionsUsed = new TreeSet<>();

    @AfterEach
    void stop_clients() {
        released.countDown();
        clients.shutdown();
    }

    @Test
    void orders_that_arrive_meanwhile_share_a_transaction_and_each_is_entered_as_its_sender() throws Exception {
        var queue = oneWorker(transactions);
        var cup = company.product(100);
        var first = occupyWorker(queue);
        var others = new ArrayList<Future<OrderNumber>>();
        for (int i = 0; i < 6; i++) {
            others.add(send(queue, "person-" + i, TestCompany.order(company.customer(), Map.of(cup, 1))));
        }
        enterTogether(queue, 6);
        for (int i = 0; i < 6; i++) {
            var order = orders.get(others.get(i).get());
            assertThat(order.state()).isEqualTo(OrderState.CONFIRMED);
            assertThat(order.enteredBy()).isEqualTo("person-" + i);
        }
        assertThat(orders.get(first.get()).state()).isEqualTo(OrderState.CONFIRMED);
        assertThat(transactionsUsed).as("the first alone, then six as a group").hasSize(2);
    }

    /** A query flushes what an order has so far; its later rows are still written before those of the next order. */
    @Test
    void orders_for_sold_out_goods_share_a_transaction_with_orders_for_available_goods() throws Exception {
        assertThat(transactionsWith(0))
                .as("the first alone, then nine as a group")
                .isEqualTo(2);
    }

    @Test
    void when_the_stock_does_not_suffice_the_group_is_entered_again_with_the_stock_locked() throws Exception {
        assertThat(transactionsWith(1))
                .as("the first alone, then nine as a group, twice")
                .isEqualTo(3);
    }

    @Test
    void more_products_than_one_batch_are_all_allocated() throws Exception {
        var queue = oneWorker(transactions);
        var products = IntStream.range(0, 130).mapToObj(i -> company.product(3)).toList();
        occupyWorker(queue);
        var others = List.of(products.subList(0, 70), products.subList(60, 130)).stream()
                .map(some -> TestCompany.order(
                        company.customer(), some.stream().collect(Collectors.toMap(sku -> sku, sku -> 1))))
                .map(order -> send(queue, "person", order))
                .toList();
        enterTogether(queue, 2);
        for (var one : others) {
            assertThat(orders.get(one.get()).state()).isEqualTo(OrderState.CONFIRMED);
        }
        assertThat(transactionsUsed).hasSize(2);
        assertThat(products)
                .allSatisfy(sku -> assertThat(stock.available(sku, "VIE"))
                        .isEqualTo(products.subList(60, 70).contains(sku) ? 1 : 2));
        assertThat(checkStock.of(products)).isEmpty();
    }

    /**
     * Enters one order alone and nine as a group, for a plentiful product and one with the given stock.
     *
     * @return the number of transactions
     */
    private int transactionsWith(int lamps) throws Exception {
        var queue = oneWorker(transactions);
        var cup = company.product(100);
        var lamp = company.product(lamps);
        occupyWorker(queue);
        var others = new ArrayList<Future<OrderNumber>>();
        for (int i = 0; i < 9; i++) {
            var policy = i % 2 == 0 ? ShortagePolicy.WAIT : ShortagePolicy.CANCEL;
            others.add(send(
                    queue,
                    "person-" + i,
                    TestCompany.order(company.customer(policy), Map.of(i % 3 == 0 ? cup : lamp, 2))));
        }
        enterTogether(queue, 9);
        for (int i = 0; i < 9; i++) {
            var without = i % 2 == 0 ? OrderState.WAITING_FOR_STOCK : OrderState.CANCELLED;
            assertThat(orders.get(others.get(i).get()).state()).isEqualTo(i % 3 == 0 ? OrderState.CONFIRMED : without);
        }
        assertThat(stock.available(cup, "VIE")).isEqualTo(94);
        assertThat(checkStock.of(List.of(cup, lamp))).isEmpty();
        return transactionsUsed.size();
    }

    /** After a group has read the stock, somebody else takes so much that its orders exceed the rest. */
    @Test
    void stock_taken_meanwhile_is_not_allocated_again() throws Exception {
        var queue = oneWorker(transactions);
        var lamp = company.product(3);
        assertThat(statesOfThree(
                        queue,
                        lamp,
                        3,
                        () -> bookStock.book(new Booking(null, lamp, "VIE", -2, StockMovement.Kind.ADJUSTMENT, null))))
                .containsExactlyInAnyOrder(
                        OrderState.CONFIRMED, OrderState.WAITING_FOR_STOCK, OrderState.WAITING_FOR_STOCK);
        assertThat(checkStock.of(List.of(lamp))).isEmpty();
    }

    @Test
    void an_order_does_not_wait_for_stock_received_meanwhile() throws Exception {
        var queue = oneWorker(transactions);
        var lamp = company.product(0);
        assertThat(statesOfThree(
                        queue,
                        lamp,
                        3,
                        () -> bookStock.book(new Booking(null, lamp, "VIE", 3, StockMovement.Kind.RECEIPT, null))))
                .containsOnly(OrderState.CONFIRMED);
        assertThat(checkStock.of(List.of(lamp))).isEmpty();
    }

    @Test
    void stock_received_meanwhile_goes_to_waiting_orders_before_later_ones() throws Exception {
        var queue = oneWorker(transactions);
        var lamp = company.product(0);
        assertThat(statesOfThree(
                        queue,
                        lamp,
                        1,
                        () -> bookStock.book(new Booking(null, lamp, "VIE", 2, StockMovement.Kind.RECEIPT, null))))
                .containsExactly(OrderState.CONFIRMED, OrderState.CONFIRMED, OrderState.WAITING_FOR_STOCK);
        assertThat(checkStock.of(List.of(lamp))).isEmpty();
    }

    /**
     * Three orders for one lamp share a transaction; the concurrent change runs once the given number of them has read
     * the stock.
     */
    private List<OrderState> statesOfThree(GroupedEntryQueue queue, String lamp, int readers, Runnable meanwhile)
            throws Exception {
        occupyWorker(queue);
        var entries = new ArrayList<OrderNumber>();
        var sent = new ArrayList<Future<OrderNumber>>();
        for (int i = 0; i < 3; i++) {
            var order = TestCompany.order(company.customer(), Map.of(lamp, 1));
            sent.add(clients.submit(() -> queue.enter(
                    order,
                    nothing -> {},
                    () -> {
                        var number = entered(order);
                        entries.add(number);
                        if (entries.size() == readers) {
                            finish(clients.submit(meanwhile));
                        }
                        return number;
                    },
                    number -> number)));
        }
        enterTogether(queue, 3);
        for (var one : sent) {
            one.get();
        }
        return entries.subList(entries.size() - 3, entries.size()).stream()
                .map(number -> orders.get(number).state())
                .toList();
    }

    @Test
    void an_order_that_cannot_be_entered_leaves_nothing_and_delays_no_other() throws Exception {
        var queue = oneWorker(transactions);
        var cup = company.product(100);
        occupyWorker(queue);
        var good = send(queue, "good", TestCompany.order(company.customer(), Map.of(cup, 1)));
        var bad = send(queue, "bad", TestCompany.order(company.customer(), Map.of("no such product", 1)));
        var before = orders.count();
        enterTogether(queue, 2);
        assertThat(orders.get(good.get()).state()).isEqualTo(OrderState.CONFIRMED);
        assertThatThrownBy(bad::get).isInstanceOf(ExecutionException.class).hasCauseInstanceOf(InvalidInput.class);
        assertThat(orders.count())
                .as("the one that occupied the worker, and the good one")
                .isEqualTo(before + 2);
        assertThat(stock.available(cup, "VIE")).isEqualTo(99);
    }

    @Test
    void two_orders_of_one_customer_never_share_a_transaction_so_the_duplicate_is_found() throws Exception {
        var queue = oneWorker(transactions);
        var duplicate = TestCompany.order(company.customer(), Map.of(company.product(100), 3));
        occupyWorker(queue);
        var one = send(queue, "one", duplicate);
        var other = send(queue, "other", duplicate);
        enterTogether(queue, 2);
        assertThat(List.of(
                        orders.get(one.get()).state(), orders.get(other.get()).state()))
                .containsExactlyInAnyOrder(OrderState.CONFIRMED, OrderState.IN_REVIEW);
    }

    @Test
    void a_commit_with_unknown_outcome_fails_for_the_whole_group_and_is_not_repeated() throws Exception {
        var connectionLost = new ConcurrentLinkedQueue<Boolean>();
        var queue = oneWorker(new ConnectionLostAtCommit(transactions, connectionLost));
        occupyWorker(queue);
        var entries = new AtomicInteger();
        var cup = company.product(100);
        var sent = List.of(company.customer(), company.customer()).stream()
                .map(customer -> clients.submit(() -> {
                    var order = TestCompany.order(customer, Map.of(cup, 1));
                    return queue.enter(
                            order,
                            nothing -> {},
                            () -> {
                                entries.incrementAndGet();
                                return enterOrder.enter(order);
                            },
                            number -> number);
                }))
                .toList();
        EnteredTogether.waitFor(queue, 2);
        connectionLost.add(false);
        connectionLost.add(true);
        released.countDown();
        for (var one : sent) {
            assertThatThrownBy(one::get).hasCauseInstanceOf(TransactionSystemException.class);
        }
        assertThat(entries).hasValue(2);
    }

    private GroupedEntryQueue oneWorker(PlatformTransactionManager manager) {
        return new GroupedEntryQueue(engine, manager, orders, deferredReservations, 1);
    }

    /** The look-up locks customers, which come before the stock in the lock order. */
    @Test
    void the_look_up_runs_before_the_stock_is_locked_also_when_the_group_is_entered_again() throws Exception {
        var queue = oneWorker(transactions);
        var lamp = company.product(1);
        var free = new ConcurrentLinkedQueue<Boolean>();
        occupyWorker(queue);
        var sent = List.of(company.customer(), company.customer()).stream()
                .map(customer -> TestCompany.order(customer, Map.of(lamp, 2)))
                .map(order -> clients.submit(() -> queue.enter(
                        order, group -> free.add(canBeLocked(lamp)), () -> entered(order), number -> number)))
                .toList();
        enterTogether(queue, 2);
        for (var one : sent) {
            one.get();
        }
        assertThat(free).containsExactly(true, true);
    }

    private boolean canBeLocked(String sku) {
        var other = clients.submit(
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

    /** An order that occupies the worker until the orders behind it have arrived. */
    private Future<OrderNumber> occupyWorker(GroupedEntryQueue queue) throws InterruptedException {
        var started = new CountDownLatch(1);
        var order = TestCompany.order(company.customer(), Map.of(company.product(1), 1));
        var running = clients.submit(() -> queue.enter(
                order,
                nothing -> {},
                () -> {
                    started.countDown();
                    EnteredTogether.await(released);
                    return entered(order);
                },
                number -> number));
        started.await();
        return running;
    }

    private Future<OrderNumber> send(GroupedEntryQueue queue, String person, NewOrder order) {
        return clients.submit(() -> {
            SecurityContextHolder.getContext()
                    .setAuthentication(new TestingAuthenticationToken(person, null, "ROLE_sales"));
            try {
                return queue.enter(order, nothing -> {}, () -> entered(order), number -> number);
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

    private void enterTogether(GroupedEntryQueue queue, int others) {
        EnteredTogether.waitFor(queue, others);
        released.countDown();
    }

    private static void finish(Future<?> done) {
        try {
            done.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Commits, then reports a lost connection when the next queued flag says so. */
    private record ConnectionLostAtCommit(
            PlatformTransactionManager real, ConcurrentLinkedQueue<Boolean> connectionLost)
            implements PlatformTransactionManager {

        @Override
        public TransactionStatus getTransaction(TransactionDefinition definition) {
            return real.getTransaction(definition);
        }

        @Override
        public void commit(TransactionStatus status) {
            real.commit(status);
            if (Boolean.TRUE.equals(connectionLost.poll())) {
                throw new TransactionSystemException("The connection was lost at the commit");
            }
        }

        @Override
        public void rollback(TransactionStatus status) {
            real.rollback(status);
        }
    }
}
