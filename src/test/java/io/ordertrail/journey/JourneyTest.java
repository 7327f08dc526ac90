package io.ordertrail.journey;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;

import io.ordertrail.database.DatabaseTest;

/**
 * A test with real beans. All such tests share one application, which starts once. Its engine has a name of its own,
 * because the engine's web applications, which other tests use, know only one engine named default per Java process.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(properties = {"ordertrail.demo=false", "camunda.bpm.generate-unique-process-engine-name=true"})
@AutoConfigureMockMvc
@DatabaseTest
public @interface JourneyTest {}
