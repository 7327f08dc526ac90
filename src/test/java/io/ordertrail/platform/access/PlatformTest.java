package io.ordertrail.platform.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;

import io.ordertrail.database.DatabaseTest;

/**
 * Runs the whole application with a real server and the people of the demo company, without its products and orders; the
 * context is shared, so that it starts once.
 * All such tests can run on either database; before a change lands, only those with the tag of the database run on
 * MySQL.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "ordertrail.announcements=true",
            "test.no-demo-orders=true",
            "ordertrail.stream.connections=" + PlatformTest.MOST_STREAMS,
            "ordertrail.stream.connections-each=" + PlatformTest.MOST_STREAMS_EACH
        })
@AutoConfigureMockMvc
@ActiveProfiles(resolver = DatabaseTest.Profiles.class)
public @interface PlatformTest {

    /** Enough for the pages that a test opens, and few enough for a test to reach the limit. */
    int MOST_STREAMS = 20;

    int MOST_STREAMS_EACH = 15;
}
