package io.ordertrail.stock.inquiry;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Currency;
import java.util.List;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

import io.ordertrail.stock.ledger.StockItem;

/** Stock levels for the overview. A product that is stocked nowhere is included while it has backorders. */
interface StockRows extends Repository<StockItem, StockItem.Key> {

    String MATCHES = """
      from Product p left join StockItem s on s.sku = p.sku
      where (p.sku in :skus or p.skuUpper like :beginning escape '!')
        and (:site = '' or s.site = :site)
        and coalesce(s.onHand - s.reserved, 0) <= :atMost
        and (s.sku is not null or exists (select 1 from Backorder w where w.sku = p.sku))
        and (:only <> 'WAITED_FOR' or exists (select 1 from Backorder w where w.sku = p.sku))
        and (:only <> 'SHORT' or (select coalesce(sum(w.missing), 0) from Backorder w where w.sku = p.sku)
          > (select coalesce(sum(a.onHand - a.reserved), 0) from StockItem a where a.sku = p.sku))
        and (:only <> 'LOW' or s.belowPoint = 1)
      """;

    @Query("""
      select new io.ordertrail.stock.inquiry.StockRow(p.sku, p.name, s.site, s.bin, coalesce(s.onHand, 0), coalesce(s.reserved, 0), coalesce(s.incoming, 0))
      """ + MATCHES + """
        and (p.sku > :afterSku or (p.sku = :afterSku and coalesce(s.site, '') > :afterSite))
      order by p.sku, s.site""")
    List<StockRow> search(
            Collection<String> skus,
            String beginning,
            String site,
            int atMost,
            String only,
            String afterSku,
            String afterSite,
            Limit limit);

    @Query("""
      select count(p) as places, coalesce(sum(s.onHand), 0) as onHand, coalesce(sum(s.reserved), 0) as reserved,
        coalesce(sum(case when p.currency = :currency then s.onHand * p.listPrice else 0 end), 0) as listValue
      """ + MATCHES)
    Sums sums(Collection<String> skus, String beginning, String site, int atMost, String only, Currency currency);

    /** Totals of all stock levels that match. */
    interface Sums {
        long getPlaces();

        long getOnHand();

        long getReserved();

        /** Value at list price of products that are priced in the company's currency. */
        BigDecimal getListValue();
    }
}
