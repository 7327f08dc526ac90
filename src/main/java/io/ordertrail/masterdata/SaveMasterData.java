package io.ordertrail.masterdata;

import java.util.function.BiConsumer;
import java.util.function.Function;

import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.refusal.Checked;

/**
 * Creates or changes a record T of master data from the data D that people and systems enter. Pages, API and demo data
 * all save here, so this is the one place where master data changes.
 */
@Transactional
public abstract class SaveMasterData<T, D> {

    private final MasterData<T> repository;
    private final Checked checked;
    private final Function<D, String> code;
    private final Function<String, T> create;
    private final BiConsumer<T, D> describe;

    protected SaveMasterData(
            MasterData<T> repository,
            Checked checked,
            Function<D, String> code,
            Function<String, T> create,
            BiConsumer<T, D> describe) {
        this.repository = repository;
        this.checked = checked;
        this.code = code;
        this.create = create;
        this.describe = describe;
    }

    public T save(D data) {
        check(data);
        var entity = repository.findById(code.apply(data)).orElseGet(() -> create.apply(code.apply(data)));
        describe.accept(entity, data);
        return repository.save(entity);
    }

    /**
     * Checks the data.
     *
     * @throws io.ordertrail.refusal.InvalidInput with all faults
     */
    protected void check(D data) {
        checked.valid(data);
    }
}
