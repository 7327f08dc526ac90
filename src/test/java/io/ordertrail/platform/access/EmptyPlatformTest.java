package io.ordertrail.platform.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

import io.ordertrail.database.DatabaseTest;
import io.ordertrail.schedule.MovedClock;

/**
 * Runs the whole application with a real server that accepts forwarded headers of proxies and sends webhooks to this
 * machine, with a clock that tests move, without people or a demo company.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "ordertrail.demo=false",
            "server.forward-headers-strategy=native",
            "ordertrail.webhooks.allow-internal=true",
            "camunda.bpm.generate-unique-process-engine-name=true"
        })
@Import(MovedClock.class)
@AutoConfigureMockMvc
@ActiveProfiles(resolver = DatabaseTest.Profiles.class)
public @interface EmptyPlatformTest {}
