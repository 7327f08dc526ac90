package io.ordertrail.stock;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sets everything that an order needs aside, all out of one site, or nothing. */
@Service
@Transactional
public class ReserveStock {

  private final Shelves shelves;
  private final StockItems items;

  ReserveStock(Shelves shelves, StockItems items) {
    this.shelves = shelves;
    this.items = items;
  }

  /** @return whether all is set aside; if not, nothing has changed */
  public boolean reserve(Need need) {
    var offers = items.offers(need.pieces().keySet(), need.order());
    var setAside = setAside(offers);
    var missing = need.missing(setAside);
    if (missing.isEmpty()) {
      return true;
    }
    var levels = offers.stream().map(Offer::level).filter(level -> missing.containsKey(level.sku())).toList();
    return shelves.sitesFor(need, levels).stream()
        .filter(site -> couldServe(site, missing, levels))
        .anyMatch(site -> takeAll(need, site, missing, setAside));
  }

  private static Map<String, Integer> setAside(List<Offer> offers) {
    return offers.stream().filter(offer -> offer.mine() > 0)
        .collect(Collectors.toMap(Offer::sku, offer -> (int) offer.mine(), Integer::sum));
  }

  private static boolean couldServe(String site, Map<String, Integer> missing, List<StockLevel> levels) {
    return levels.stream().filter(level -> level.site().equals(site) && level.available() >= missing.get(level.sku())).count()
        == missing.size();
  }

  /** What was read may be gone by now: the conditional updates decide, and a line that fails gives the others back. */
  private boolean takeAll(Need need, String site, Map<String, Integer> missing, Map<String, Integer> setAside) {
    var taken = new ArrayList<Map.Entry<String, Integer>>();
    for (var line : missing.entrySet()) {
      if (items.reserve(line.getKey(), site, line.getValue()) == 0) {
        taken.forEach(back -> items.giveBack(back.getKey(), site, back.getValue()));
        return false;
      }
      taken.add(line);
    }
    taken.forEach(line -> shelves.note(need.order(), line.getKey(), site, line.getValue(), setAside.containsKey(line.getKey())));
    return true;
  }
}
