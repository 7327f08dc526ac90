package io.ordertrail.search;

import jakarta.persistence.EntityManager;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration
@EnableConfigurationProperties(SearchSettings.class)
class SearchConfiguration {

    /** The key, once it is certain that what the database holds was made with it. */
    @Bean
    SearchKey searchKey(SearchSettings settings, EntityManager database, PlatformTransactionManager transactions) {
        var key = SearchKeys.read(settings);
        var inTransaction = new TransactionTemplate(transactions);
        try {
            inTransaction.executeWithoutResult(status -> requireSame(key, database));
        } catch (DataIntegrityViolationException otherNode) {
            inTransaction.executeWithoutResult(status -> requireSame(key, database)); // it stored its key first
        }
        return key;
    }

    private static void requireSame(SearchKey key, EntityManager database) {
        var stored = database.find(StoredSearchKey.class, StoredSearchKey.ONE);
        if (stored == null) {
            database.persist(new StoredSearchKey(key));
        } else if (!stored.isOf(key)) {
            throw new IllegalStateException("The database was searched with another key. Give every node the key with"
                    + " which it was set up (ORDERTRAIL_SEARCH_KEY or the file of ORDERTRAIL_SEARCH_KEY_FILE). If that"
                    + " key is lost, docs/operations.md tells how to go on with a new one.");
        }
    }
}
