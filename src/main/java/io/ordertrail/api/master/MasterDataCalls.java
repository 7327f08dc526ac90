package io.ordertrail.api.master;

import java.util.function.Function;

import io.ordertrail.masterdata.MasterData;
import io.ordertrail.masterdata.SaveMasterData;

/**
 * Shows and saves one kind of master data.
 *
 * @param <T> the stored record
 * @param <D> the data to save
 * @param <V> the view that the API returns
 */
record MasterDataCalls<T, D extends Record, V>(
        MasterData<T> all, SaveMasterData<T, D> saveRecord, Function<T, V> view) {

    V show(String code) {
        return view.apply(all.get(code));
    }

    V save(D data) {
        return view.apply(saveRecord.save(data));
    }
}
