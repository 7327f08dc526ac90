package io.ordertrail.platform.operation;

import org.flywaydb.core.api.exception.FlywayValidateException;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.NestedExceptionUtils;

/**
 * Reports that another version created the database and that this version does not know its tables. Flyway compares the
 * history of the tables before it changes anything, so such a database stays as it is.
 */
class OlderDatabaseReport implements SpringBootExceptionReporter {

    static final String MESSAGE = """
      Ordertrail does not start, because another version of Ordertrail created this database, and this version cannot read its tables.
      Nothing in it was changed. Name an empty database in SPRING_DATASOURCE_URL or ORDERTRAIL_DATABASE_URL; if the embedded database
      holds nothing that you need, delete the folder data/ instead.""";

    /**
     * @param none there is no context yet; Spring Boot asks for the parameter
     */
    OlderDatabaseReport(ConfigurableApplicationContext none) {}

    @Override
    public boolean reportException(Throwable failure) {
        if (NestedExceptionUtils.getMostSpecificCause(failure) instanceof FlywayValidateException) {
            System.err.println(MESSAGE);
            return true;
        }
        return false;
    }
}
