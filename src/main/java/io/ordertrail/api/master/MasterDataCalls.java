package io.ordertrail.api.master;

import java.util.function.Function;

import io.ordertrail.masterdata.MasterData;
import io.ordertrail.masterdata.SaveMasterData;

/** What looking at and saving do for each kind of master data: T is recorded, D is handed in, V is answered. */
record MasterDataCalls<T, D, V>(MasterData<T> all, SaveMasterData<T, D> saveRecord, Function<T, V> view) {

    V show(String code) {
        return view.apply(all.get(code));
    }

    V save(D data) {
        return view.apply(saveRecord.save(data));
    }
}
