package io.ordertrail.database;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.support.DefaultActiveProfilesResolver;

/**
 * A test on H2 in memory, or on the MySQL server that {@value #SERVER} names. Each application that such tests start has a schema of
 * its own. Before a change lands, those run on MySQL that depend on the database: they carry the tag {@code database}, or {@code race}
 * where H2 has little to say of it.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ActiveProfiles(resolver = DatabaseTest.Profiles.class)
public @interface DatabaseTest {

    /** The environment variable with the address of a server to be used up, such as {@code jdbc:mysql://127.0.0.1:33060}. */
    String SERVER = "ORDERTRAIL_TEST_MYSQL";

    /** The settings of the tests, and those of MySQL where it is there. */
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
