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
 * Runs the whole application with a real server that accepts forwarded headers of proxies, without people or a demo
 * company.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "ordertrail.demo=false",
            "server.forward-headers-strategy=native",
            "camunda.bpm.generate-unique-process-engine-name=true"
        })
@AutoConfigureMockMvc
@ActiveProfiles(resolver = DatabaseTest.Profiles.class)
public @interface EmptyPlatformTest {}
