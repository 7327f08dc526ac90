package io.ordertrail.process.bundle;

import java.util.Collection;
import java.util.List;

import org.springframework.data.repository.Repository;

/** The contents of all files of all bundles. */
interface StoredFiles extends Repository<StoredFile, String> {

    StoredFile save(StoredFile file);

    boolean existsById(String hash);

    List<StoredFile> findByHashIn(Collection<String> hashes);
}
