package io.ordertrail.stock.announcement;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import jakarta.persistence.EntityManager;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.stock.ledger.StockItem;
import io.ordertrail.stock.ledger.StockItems;
import io.ordertrail.stock.ledger.StockLevel;
import io.ordertrail.stock.ledger.UnannouncedMovements;
import io.ordertrail.stock.ledger.UnannouncedMovements.Moved;

/**
 * Announces the level of each product at each site that committed movements have changed. Only one thread of all nodes
 * announces at a time, so the sequence of numbers is the sequence of levels. Orders write their movements and do not
 * wait for announcements.
 */
@Service
@Transactional
public class AnnounceStock {

    public static final Duration RETENTION = Duration.ofDays(7);

    private static final Limit AT_ONCE = Limit.of(1000);

    private final UnannouncedMovements unannounced;
    private final Announcements announcements;
    private final StockItems items;
    private final EntityManager database;
    private final Clock clock;

    AnnounceStock(
            UnannouncedMovements unannounced,
            Announcements announcements,
            StockItems items,
            EntityManager database,
            Clock clock) {
        this.unannounced = unannounced;
        this.announcements = announcements;
        this.items = items;
        this.database = database;
        this.clock = clock;
    }

    /** Announces one batch of changes and tells whether there may be more. */
    public boolean announce() {
        if (unannounced.next(Limit.of(1)).isEmpty()) {
            return false;
        }
        return unannounced.lockLastNumber().filter(this::announceAfter).isPresent();
    }

    /** Deletes one batch of old announcements and tells whether there may be more. */
    public boolean deleteOld() {
        var old = announcements.older(clock.instant().minus(RETENTION), AT_ONCE);
        if (!old.isEmpty()) {
            announcements.deleteNumbers(old);
        }
        return old.size() == AT_ONCE.max();
    }

    /**
     * Reads levels after movements. A level may include later movements, which then lead to no announcement of their
     * own.
     */
    private boolean announceAfter(long lastNumber) {
        var moved = unannounced.next(AT_ONCE);
        if (moved.isEmpty()) {
            return false;
        }
        var number = lastNumber;
        for (var level : changed(moved)) {
            database.persist(new Announcement(++number, level, clock.instant()));
        }
        unannounced.mark(moved.stream().map(Moved::getId).toList(), number);
        unannounced.saveLastNumber(number);
        return moved.size() == AT_ONCE.max();
    }

    /** Leaves out levels that equal the last announcement. */
    private List<StockLevel> changed(Collection<Moved> moved) {
        var places = moved.stream()
                .map(one -> new StockItem.Key(one.getSku(), one.getSite()))
                .collect(Collectors.toSet());
        Set<String> skus = places.stream().map(StockItem.Key::sku).collect(Collectors.toSet());
        var lastAnnounced = announcements.newest(skus).stream()
                .collect(Collectors.toMap(last -> new StockItem.Key(last.sku(), last.site()), Function.identity()));
        return items.levels(skus).stream()
                .filter(level -> {
                    var place = new StockItem.Key(level.sku(), level.site());
                    return places.contains(place)
                            && !(lastAnnounced.containsKey(place)
                                    && lastAnnounced.get(place).hasLevel(level));
                })
                .toList();
    }
}
