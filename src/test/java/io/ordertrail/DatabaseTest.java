package io.ordertrail;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.Tag;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.support.DefaultActiveProfilesResolver;

/**
 * A test for which it matters which database there is: H2 in memory, or the MySQL server that {@value #SERVER} names. Each
 * application that such tests start has a schema of its own.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("database")
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

    static boolean onMySql() {
      return System.getenv(SERVER) != null;
    }
  }
}
