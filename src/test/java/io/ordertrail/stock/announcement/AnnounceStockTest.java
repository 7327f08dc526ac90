package io.ordertrail.stock.announcement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import jakarta.persistence.EntityManager;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Limit;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import io.ordertrail.contention.RowsRead;
import io.ordertrail.database.OnMySql;
import io.ordertrail.journey.JourneyTest;
import io.ordertrail.journey.TestCompany;
import io.ordertrail.order.entry.EnterOrder;
import io.ordertrail.order.fulfilment.CancelOrder;
import io.ordertrail.order.fulfilment.Cancellation;
import io.ordertrail.stock.ledger.StockItems;
import io.ordertrail.stock.ledger.UnannouncedMovements;

@JourneyTest
@Tag("database")
class AnnounceStockTest {

    @Autowired
    TestCompany company;

    @Autowired
    EnterOrder enterOrder;

    @Autowired
    CancelOrder cancelOrder;

    @Autowired
    AnnounceStock announceStock;

    @Autowired
    Announcements announcements;

    @Autowired
    UnannouncedMovements unannounced;

    @Autowired
    StockItems items;

    @Autowired
    EntityManager database;

    @Autowired
    RowsRead rowsRead;

    @Autowired
    Clock clock;

    @Autowired
    PlatformTransactionManager transactions;

    private long before;

    @BeforeEach
    void everythingElseIsAnnounced() {
        announceAll();
        before = announcements.lastNumber();
    }

    @Test
    void each_change_is_announced_with_the_level_it_led_to() {
        var lamp = company.product(5);
        announceAll();
        var number = enterOrder.enter(TestCompany.order(company.customer(), Map.of(lamp, 2)));
        announceAll();
        cancelOrder.cancel(number, new Cancellation("no"));
        announceAll();

        assertThat(of(lamp))
                .extracting(Announcement::site, Announcement::onHand, Announcement::reserved, Announcement::available)
                .containsExactly(tuple("VIE", 5, 0, 5), tuple("VIE", 5, 2, 3), tuple("VIE", 5, 0, 5));
    }

    @Test
    void changes_in_quick_succession_lead_to_one_level_and_changes_that_cancel_out_to_none() {
        var lamp = company.product(5);
        company.receive(lamp, "VIE", 3);
        announceAll();
        company.receive(lamp, "VIE", 1);
        company.lose(lamp, "VIE", 1);
        announceAll();

        assertThat(of(lamp)).extracting(Announcement::available).containsExactly(8);
        assertThat(unannounced.oldest()).isEmpty();
    }

    @Test
    void uncommitted_movements_are_not_announced() throws Exception {
        var lamp = company.product(5);
        announceAll();
        var other = Executors.newSingleThreadExecutor();
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            company.receive(lamp, "VIE", 3);
            database.flush();
            try {
                other.submit(this::announceAll).get(20, TimeUnit.SECONDS);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        other.shutdown();
        assertThat(of(lamp)).extracting(Announcement::available).containsExactly(5);
        announceAll();
        assertThat(of(lamp)).extracting(Announcement::available).containsExactly(5, 8);
    }

    @Test
    void several_threads_at_once_announce_once_and_leave_no_gap() throws Exception {
        var lamps = IntStream.range(0, 8).mapToObj(i -> company.product(1)).toList();
        var threads = Executors.newFixedThreadPool(8);
        var start = new CyclicBarrier(8);
        for (int round = 0; round < 5; round++) {
            lamps.forEach(lamp -> company.receive(lamp, "VIE", 1));
            var running = IntStream.range(0, 8)
                    .mapToObj(i -> threads.submit(() -> {
                        start.await();
                        announceStock.announce();
                        return i;
                    }))
                    .toList();
            for (var one : running) {
                one.get();
            }
            announceAll();
        }
        threads.shutdown();

        var announced = announcements.findByNumberGreaterThanOrderByNumber(before, Limit.of(1000));
        assertThat(announced)
                .extracting(Announcement::number)
                .containsExactlyElementsOf(LongStream.rangeClosed(before + 1, before + announced.size())
                        .boxed()
                        .toList());
        lamps.forEach(
                lamp -> assertThat(of(lamp)).extracting(Announcement::available).containsExactly(2, 3, 4, 5, 6));
        assertThat(announcements.lastNumber()).isEqualTo(before + announced.size());
    }

    @Test
    void while_one_transaction_announces_no_other_announces_or_waits() throws Exception {
        var lamp = company.product(5);
        var other = Executors.newSingleThreadExecutor();
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            assertThat(unannounced.lockLastNumber()).isPresent();
            try {
                assertThat(other.submit(() -> announceStock.announce()).get(2, TimeUnit.SECONDS))
                        .isFalse();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        other.shutdown();
        assertThat(of(lamp)).isEmpty();
        announceAll();
        assertThat(of(lamp)).hasSize(1);
    }

    @Test
    void movements_from_before_the_first_announcement_count_as_announced() {
        var lamp = company.product(5);
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> database.createNativeQuery(
                                "update stock_movement set announced = 0 where sku = '" + lamp + "'")
                        .executeUpdate());
        announceAll();
        assertThat(of(lamp)).isEmpty();
    }

    @Test
    void old_announcements_are_deleted_and_their_numbers_never_used_again() {
        var lamp = company.product(5);
        announceAll();
        var last = announcements.lastNumber();
        var later =
                new AnnounceStock(unannounced, announcements, items, database, Clock.offset(clock, Duration.ofDays(8)));

        var transaction = new TransactionTemplate(transactions);
        while (Boolean.TRUE.equals(transaction.execute(status -> later.deleteOld()))) {
            // the next thousand
        }

        assertThat(of(lamp)).isEmpty();
        company.receive(lamp, "VIE", 1);
        announceAll();
        assertThat(of(lamp)).extracting(Announcement::number).containsExactly(last + 1);
    }

    @Test
    @OnMySql
    void finding_the_newest_announcements_does_not_read_all_of_them() {
        var lamp = company.product(5);
        // each product has many, as after some days of operation: MySQL chooses its way by such statistics
        var skus = Stream.concat(
                        Stream.of(lamp),
                        Stream.generate(() -> company.product(5)).limit(4))
                .collect(Collectors.joining("', '", "'", "'"));
        announceAll();
        var transaction = new TransactionTemplate(transactions);
        transaction.executeWithoutResult(status -> sql("""
        insert into stock_announcement (number, at, on_hand, reserved, site, sku)
        with recursive n as (select 1 i union all select i + 1 from n where i < 900)
        select -(a.number * 1000 + n.i), a.at, a.on_hand, a.reserved, a.site, a.sku from stock_announcement a, n
        where a.sku in (%s)""".formatted(skus)));
        try {
            transaction.executeWithoutResult(status -> database.createNativeQuery("analyze table stock_announcement")
                    .getResultList());
            assertThat(rowsRead.by(() -> assertThat(announcements.newest(List.of(lamp)))
                            .extracting(Announcement::available)
                            .containsExactly(5)))
                    .isLessThan(50);
        } finally {
            transaction.executeWithoutResult(status -> sql("delete from stock_announcement where number < 0"));
        }
    }

    private void sql(String statement) {
        database.createNativeQuery(statement).executeUpdate();
    }

    private void announceAll() {
        while (announceStock.announce()) {
            // the rest
        }
    }

    private List<Announcement> of(String sku) {
        return announcements.findByNumberGreaterThanOrderByNumber(before, Limit.of(1000)).stream()
                .filter(level -> level.sku().equals(sku))
                .toList();
    }
}
