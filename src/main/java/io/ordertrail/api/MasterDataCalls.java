package io.ordertrail.api;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

import io.ordertrail.masterdata.MasterData;
import io.ordertrail.masterdata.SaveMasterData;

/**
 * What the calls on each kind of master data do; the controllers give them addresses, JSON and a description.
 *
 * @param <T> what is recorded
 * @param <D> the record as it is handed in
 * @param <V> the record as it is answered
 */
record MasterDataCalls<T, D, V>(MasterData<T> all, SaveMasterData<T, D> saveRecord, Function<T, V> view) {

  /** @param found in the sequence of the codes, with one more than the page holds when there is another page */
  <P> P page(PageQuery query, List<T> found, Function<T, String> code, BiFunction<List<V>, String, P> page) {
    return page.apply(query.page(found, view), query.next(found, code));
  }

  V show(String code) {
    return view.apply(all.get(code));
  }

  V save(D data) {
    return view.apply(saveRecord.save(data));
  }
}
