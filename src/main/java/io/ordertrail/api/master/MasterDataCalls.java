package io.ordertrail.api.master;

import java.util.function.Function;

import org.springframework.http.ResponseEntity;

import io.ordertrail.api.problem.StaleCall;
import io.ordertrail.api.wire.VersionTag;
import io.ordertrail.masterdata.MasterData;
import io.ordertrail.masterdata.SaveMasterData;
import io.ordertrail.masterdata.Versioned;
import io.ordertrail.refusal.StaleVersion;

/**
 * Shows and saves one kind of master data, with its version as entity tag.
 *
 * @param <T> the stored record
 * @param <D> the data to save
 * @param <V> the view that the API returns
 */
record MasterDataCalls<T extends Versioned, D extends Record, V>(
        MasterData<T> all, SaveMasterData<T, D> saveRecord, Function<T, V> view) {

    ResponseEntity<V> show(String code) {
        return answer(all.get(code));
    }

    /**
     * Saves the data.
     *
     * @param ifMatch the header; null to save whatever the record holds
     * @throws StaleCall when the record has another version
     */
    ResponseEntity<V> save(String code, D data, String ifMatch) {
        try {
            return answer(saveRecord.save(data, VersionTag.expected(ifMatch)));
        } catch (StaleVersion stale) {
            var current = all.get(code);
            throw new StaleCall(stale, view.apply(current), VersionTag.of(current.version()));
        }
    }

    private ResponseEntity<V> answer(T one) {
        return ResponseEntity.ok().eTag(VersionTag.of(one.version())).body(view.apply(one));
    }
}
