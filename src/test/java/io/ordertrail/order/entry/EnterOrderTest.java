package io.ordertrail.order.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
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

import io.ordertrail.audit.CheckStock;
import io.ordertrail.customer.ShortagePolicy;
import io.ordertrail.journey.JourneyTest;
import io.ordertrail.journey.TestCompany;
import io.ordertrail.order.book.NewOrder;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.book.OrderProcess;
import io.ordertrail.order.book.OrderState;
import io.ordertrail.order.book.Orders;
import io.ordertrail.refusal.InvalidInput;
import io.ordertrail.stock.booking.BookStock;
import io.ordertrail.stock.ledger.Booking;
import io.ordertrail.stock.ledger.StockItems;
import io.ordertrail.stock.ledger.StockMovement;

/** Orders that arrive while the only worker is busy. */
@JourneyTest
@Tag("database")
class EnterOrderTest {

    @Autowired
    TestCompany company;

    @Autowired
    ValidateOrder validateOrder;

    @Autowired
    LookUpMasterData lookUp;

    @Autowired
    OrderProcess process;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    Orders orders;

    @Autowired
    StockItems stock;

    @Autowired
    BookStock bookStock;

    @Autowired
    CheckStock checkStock;

    private final EntryQueue queue = new EntryQueue(1, Duration.ZERO);
    private final ExecutorService clients = Executors.newCachedThreadPool();
    private final Set<String> transactionsUsed = new ConcurrentSkipListSet<>();
    private EntryGroup occupant;
    private EnterOrder enterOrder;

    @BeforeEach
    void the_worker_is_busy() {
        enterOrder = new EnterOrder(validateOrder, queue, lookUp, process, transactions);
        occupant = EnteredTogether.occupyWorker(queue, "nobody");
    }

    @AfterEach
    void stop_clients() {
        clients.shutdown();
    }

    @Test
    void orders_that_arrive_meanwhile_share_a_transaction_and_each_is_entered_as_its_sender() throws Exception {
        var cup = company.product(100);
        var sent = new ArrayList<Future<OrderNumber>>();
        for (int i = 0; i < 6; i++) {
            sent.add(send("person-" + i, TestCompany.order(company.customer(), Map.of(cup, 1))));
        }

        enterTogether(6);

        for (int i = 0; i < 6; i++) {
            var order = orders.get(sent.get(i).get());
            assertThat(order.state()).isEqualTo(OrderState.CONFIRMED);
            assertThat(order.enteredBy()).isEqualTo("person-" + i);
        }
        assertThat(transactionsUsed).hasSize(1);
    }

    @Test
    void orders_for_sold_out_goods_share_a_transaction_with_orders_for_available_goods() throws Exception {
        assertThat(transactionsWith(0)).isEqualTo(1);
    }

    @Test
    void so_do_orders_for_goods_that_do_not_suffice() throws Exception {
        assertThat(transactionsWith(1)).isEqualTo(1);
    }

    /**
     * Enters nine orders as a group, for a plentiful product and one with the given stock.
     *
     * @return the number of transactions
     */
    private int transactionsWith(int lamps) throws Exception {
        var cup = company.product(100);
        var lamp = company.product(lamps);
        var sent = new ArrayList<Future<OrderNumber>>();
        for (int i = 0; i < 9; i++) {
            var policy = i % 2 == 0 ? ShortagePolicy.WAIT : ShortagePolicy.CANCEL;
            sent.add(send(
                    "person-" + i, TestCompany.order(company.customer(policy), Map.of(i % 3 == 0 ? cup : lamp, 2))));
        }
        enterTogether(9);
        for (int i = 0; i < 9; i++) {
            var without = i % 2 == 0 ? OrderState.WAITING_FOR_STOCK : OrderState.CANCELLED;
            assertThat(orders.get(sent.get(i).get()).state()).isEqualTo(i % 3 == 0 ? OrderState.CONFIRMED : without);
        }
        assertThat(stock.available(cup, "VIE")).isEqualTo(94);
        assertThat(checkStock.of(List.of(cup, lamp))).isEmpty();
        return transactionsUsed.size();
    }

    @Test
    void more_products_than_one_batch_are_all_allocated() throws Exception {
        var products = IntStream.range(0, 130).mapToObj(i -> company.product(3)).toList();
        var sent = List.of(products.subList(0, 70), products.subList(60, 130)).stream()
                .map(some -> TestCompany.order(
                        company.customer(), some.stream().collect(Collectors.toMap(sku -> sku, sku -> 1))))
                .map(order -> send("person", order))
                .toList();

        enterTogether(2);

        for (var one : sent) {
            assertThat(orders.get(one.get()).state()).isEqualTo(OrderState.CONFIRMED);
        }
        assertThat(products)
                .allSatisfy(sku -> assertThat(stock.available(sku, "VIE"))
                        .isEqualTo(products.subList(60, 70).contains(sku) ? 1 : 2));
        assertThat(checkStock.of(products)).isEmpty();
    }

    /** The group holds the locks of all its stock from its start to its commit. */
    @Test
    void stock_that_is_booked_meanwhile_waits_for_the_group_and_is_served_to_those_who_wait() throws Exception {
        var lamp = company.product(0);
        var booked = new ArrayList<Future<?>>();
        var early = new AtomicBoolean();
        var sent = new ArrayList<Future<OrderNumber>>();
        for (int i = 0; i < 3; i++) {
            sent.add(send(
                    "person", TestCompany.order(company.customer(ShortagePolicy.WAIT), Map.of(lamp, 1)), number -> {
                        if (booked.isEmpty()) {
                            booked.add(clients.submit(() -> bookStock.book(
                                    new Booking(null, lamp, "VIE", 2, StockMovement.Kind.RECEIPT, null))));
                            early.set(endsWithin(booked.get(0)));
                        }
                        return number;
                    }));
        }

        enterTogether(3);

        var states = new ArrayList<OrderState>();
        for (var one : sent) {
            var number = one.get();
            booked.get(0).get();
            states.add(orders.get(number).state());
        }
        assertThat(early).isFalse();
        assertThat(states)
                .containsExactlyInAnyOrder(OrderState.CONFIRMED, OrderState.CONFIRMED, OrderState.WAITING_FOR_STOCK);
        assertThat(checkStock.of(List.of(lamp))).isEmpty();
    }

    @Test
    void invalid_input_is_refused_by_itself_and_the_others_still_share_a_transaction() throws Exception {
        var cup = company.product(100);
        var good = send("good", TestCompany.order(company.customer(), Map.of(cup, 1)));
        var other = send("other", TestCompany.order(company.customer(), Map.of(cup, 1)));
        var bad = send("bad", TestCompany.order(company.customer(), Map.of("no such product", 1)));
        var before = orders.count();

        enterTogether(3);

        assertThat(orders.get(good.get()).state()).isEqualTo(OrderState.CONFIRMED);
        assertThat(orders.get(other.get()).state()).isEqualTo(OrderState.CONFIRMED);
        assertThatThrownBy(bad::get).isInstanceOf(ExecutionException.class).hasCauseInstanceOf(InvalidInput.class);
        assertThat(orders.count()).isEqualTo(before + 2);
        assertThat(transactionsUsed).hasSize(1);
    }

    @Test
    void when_an_order_fails_the_group_is_entered_one_by_one_and_the_order_leaves_nothing() throws Exception {
        var cup = company.product(100);
        var good = send("good", TestCompany.order(company.customer(), Map.of(cup, 1)));
        var bad = send("bad", TestCompany.order(company.customer(), Map.of(cup, 1)), number -> {
            throw new IllegalStateException("no answer");
        });
        var other = send("other", TestCompany.order(company.customer(), Map.of(cup, 1)));
        var before = orders.count();

        enterTogether(3);

        assertThat(orders.get(good.get()).state()).isEqualTo(OrderState.CONFIRMED);
        assertThat(orders.get(other.get()).state()).isEqualTo(OrderState.CONFIRMED);
        assertThatThrownBy(bad::get).hasRootCauseMessage("no answer");
        assertThat(orders.count()).isEqualTo(before + 2);
        assertThat(stock.available(cup, "VIE")).isEqualTo(98);
    }

    @Test
    void of_two_equal_orders_of_a_customer_in_one_group_the_second_is_held_as_a_duplicate() throws Exception {
        var duplicate = TestCompany.order(company.customer(), Map.of(company.product(100), 3));
        var one = send("one", duplicate);
        var other = send("other", duplicate);

        enterTogether(2);

        assertThat(List.of(
                        orders.get(one.get()).state(), orders.get(other.get()).state()))
                .containsExactlyInAnyOrder(OrderState.CONFIRMED, OrderState.IN_REVIEW);
        assertThat(transactionsUsed).hasSize(1);
    }

    @Test
    void a_commit_with_unknown_outcome_fails_for_the_whole_group_and_is_not_repeated() {
        enterOrder = new EnterOrder(validateOrder, queue, lookUp, process, new ConnectionLostAtCommit(transactions));
        var entries = new AtomicInteger();
        var cup = company.product(100);
        var sent = List.of(company.customer(), company.customer()).stream()
                .map(customer -> send("person", TestCompany.order(customer, Map.of(cup, 1)), number -> {
                    entries.incrementAndGet();
                    return number;
                }))
                .toList();

        enterTogether(2);

        for (var one : sent) {
            assertThatThrownBy(one::get).hasCauseInstanceOf(TransactionSystemException.class);
        }
        assertThat(entries).hasValue(2);
    }

    private Future<OrderNumber> send(String person, NewOrder order) {
        return send(person, order, number -> number);
    }

    private Future<OrderNumber> send(String person, NewOrder order, Function<OrderNumber, OrderNumber> answer) {
        var before = queue.size();
        var sent = clients.submit(() -> {
            SecurityContextHolder.getContext()
                    .setAuthentication(new TestingAuthenticationToken(person, null, "ROLE_sales"));
            try {
                return enterOrder.enter(order, number -> answer.apply(noted(number, person)));
            } finally {
                SecurityContextHolder.clearContext();
            }
        });
        EnteredTogether.waitFor(queue, before + 1);
        return sent;
    }

    private OrderNumber noted(OrderNumber number, String person) {
        assertThat(SecurityContextHolder.getContext().getAuthentication().getName())
                .isEqualTo(person);
        transactionsUsed.add(String.valueOf(
                System.identityHashCode(TransactionSynchronizationManager.getResourceMap().values().stream()
                        .filter(resource -> resource.getClass().getSimpleName().equals("EntityManagerHolder"))
                        .findFirst()
                        .orElseThrow())));
        return number;
    }

    private void enterTogether(int entries) {
        EnteredTogether.waitFor(queue, entries);
        queue.release(occupant);
    }

    private static boolean endsWithin(Future<?> work) {
        try {
            work.get(300, TimeUnit.MILLISECONDS);
            return true;
        } catch (java.util.concurrent.TimeoutException waits) {
            return false;
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Commits, then reports a lost connection. */
    private record ConnectionLostAtCommit(PlatformTransactionManager real) implements PlatformTransactionManager {

        @Override
        public TransactionStatus getTransaction(TransactionDefinition definition) {
            return real.getTransaction(definition);
        }

        @Override
        public void commit(TransactionStatus status) {
            real.commit(status);
            throw new TransactionSystemException("The connection was lost at the commit");
        }

        @Override
        public void rollback(TransactionStatus status) {
            real.rollback(status);
        }
    }
}
