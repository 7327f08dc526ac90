package io.ordertrail;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** A test that has nothing to say of any other database. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@EnabledIfEnvironmentVariable(named = DatabaseTest.SERVER, matches = "jdbc:mysql:.+",
    disabledReason = "Skipped: needs MySQL. Run servers/mysql DIR PORT, then " + DatabaseTest.SERVER
        + "=jdbc:mysql://127.0.0.1:PORT ./mvnw verify -Pmysql")
public @interface OnMySql {
}
