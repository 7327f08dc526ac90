package io.ordertrail.stock.feed;

import java.util.List;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Links to the movements that were booked because another system reported a different level. */
public interface FeedDifferences extends Repository<FeedDifference, Long> {

    FeedDifference save(FeedDifference difference);

    @Query("""
      select new io.ordertrail.stock.feed.BookedDifference(d.source, d.sequenceNumber, m.sku, m.site, m.onHandChange, m.actor, m.at)
      from FeedDifference d join StockMovement m on m.id = d.movement order by d.movement desc""")
    List<BookedDifference> newest(Limit limit);
}
