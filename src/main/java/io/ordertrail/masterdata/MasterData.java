package io.ordertrail.masterdata;

import java.util.Optional;

import org.springframework.data.repository.NoRepositoryBean;
import org.springframework.data.repository.Repository;

/** All records of one kind of master data. */
@NoRepositoryBean
public interface MasterData<T extends Versioned> extends Repository<T, String> {

    Optional<T> findById(String code);

    T save(T entity);

    /** Finds a record by its code as people type it; case does not count. */
    Optional<T> typed(String code);

    /**
     * Finds a record by its code, in any case.
     *
     * @throws io.ordertrail.refusal.Refusal of the kind UNKNOWN when there is none
     */
    T get(String code);
}
