package io.ordertrail.database;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.support.DefaultActiveProfilesResolver;

/**
 * A test on H2 in memory, or on the MySQL server that {@value #SERVER} names. Each application that such tests start
 * has a schema of its own. Tests that depend on the database also run on MySQL in the build: they have the tag {@code
 * database}, or {@code race} when H2 proves little.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ActiveProfiles(resolver = DatabaseTest.Profiles.class)
public @interface DatabaseTest {

    /**
     * The environment variable with the address of a disposable server, such as {@code jdbc:mysql://127.0.0.1:33060}.
     */
    String SERVER = "ORDERTRAIL_TEST_MYSQL";

    /** The profile of the tests, and that of MySQL when there is a server. */
    class Profiles extends DefaultActiveProfilesResolver {

        @Override
        public String[] resolve(Class<?> test) {
            return onMySql() ? new String[] {"test", "test-mysql"} : new String[] {"test"};
        }

        public static boolean onMySql() {
            return System.getenv(SERVER) != null;
        }
    }
}
