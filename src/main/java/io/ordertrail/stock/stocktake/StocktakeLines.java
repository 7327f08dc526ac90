package io.ordertrail.stock.stocktake;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

import io.ordertrail.actor.Stamp;

/** The products in stocktakes and their counts. */
public interface StocktakeLines extends Repository<StocktakeLine, StocktakeLine.Key> {

    /** Stands for a missing count. */
    int NOT_COUNTED = -1;

    StocktakeLine save(StocktakeLine line);

    Optional<StocktakeLine> findById(StocktakeLine.Key key);

    @Query("select l from StocktakeLine l where l.stocktake = :number order by l.bin, l.sku")
    List<StocktakeLine> of(long number);

    @Query("select l from StocktakeLine l where l.stocktake = :number and l.counted is null order by l.bin, l.sku")
    List<StocktakeLine> notCounted(long number, Limit limit);

    @Query(
            "select l from StocktakeLine l where l.stocktake = :number and l.counted is not null order by l.countedAt desc, l.sku")
    List<StocktakeLine> counted(long number, Limit limit);

    /** Lines of open stocktakes at the site. */
    @Query("select l from StocktakeLine l where l.openSite = :site order by l.sku")
    List<StocktakeLine> openAt(String site, Limit limit);

    @Query("select l from StocktakeLine l where l.openSite = :site and l.sku in :skus order by l.sku")
    List<StocktakeLine> openAt(String site, Collection<String> skus, Limit limit);

    @Modifying(flushAutomatically = true)
    @Query("""
      insert into StocktakeLine (stocktake, sku, openSite, bin)
      select t.number, s.sku, s.site, s.bin from Stocktake t join StockItem s on s.site = t.site where t.number = :number""")
    int addWholeSite(long number);

    @Modifying(flushAutomatically = true)
    @Query("""
      insert into StocktakeLine (stocktake, sku, openSite, bin)
      select t.number, s.sku, s.site, s.bin from Stocktake t join StockItem s on s.site = t.site
      where t.number = :number and s.sku in :skus""")
    int addLines(long number, Collection<String> skus);

    /**
     * Writes a count.
     *
     * @param before the former count that the caller has seen, or {@link #NOT_COUNTED}: an unseen count is not
     *     overwritten
     */
    @Modifying
    @Query("""
      update StocktakeLine l set l.counted = :#{#found.units}, l.onHand = :#{#found.onHand}, l.picked = :#{#found.picked},
        l.listPrice = :#{#found.listPrice}, l.bin = :bin, l.countedBy = :#{#stamp.by}, l.countedAt = :#{#stamp.at}
      where l.stocktake = :#{#line.stocktake} and l.sku = :#{#line.sku} and coalesce(l.counted, -1) = :before""")
    int count(StocktakeLine.Key line, int before, StocktakeLine.Found found, String bin, Stamp stamp);

    /** Allows other stocktakes to count these products again. */
    @Modifying
    @Query("update StocktakeLine l set l.openSite = null where l.stocktake = :number")
    int release(long number);

    @Query("""
      select l.stocktake as number, count(l) as items, count(l.counted) as counted from StocktakeLine l
      where l.stocktake in :numbers group by l.stocktake""")
    List<Progress> progress(Collection<Long> numbers);

    /** The counts and correct counts of each stocktake that was booked since this moment. */
    @Query("""
      select s.site as site, s.closedAt as at, count(l) as counted,
        sum(case when l.counted = l.onHand - l.picked then 1 else 0 end) as correct
      from Stocktake s join StocktakeLine l on l.stocktake = s.number
      where s.state = BOOKED and s.closedAt >= :since and (:site = '' or s.site = :site) and l.counted is not null
      group by s.number, s.site, s.closedAt""")
    List<Result> results(Instant since, String site);

    /** How many products of a stocktake are counted. */
    interface Progress {
        long getNumber();

        long getItems();

        long getCounted();
    }

    /** How many counts of a booked stocktake were correct. */
    interface Result {
        String getSite();

        Instant getAt();

        long getCounted();

        long getCorrect();
    }
}
