package io.ordertrail.journey;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;

import io.ordertrail.database.DatabaseTest;

/**
 * A test on real beans: all of them share one application, so it is started once. Its engine has a name of its own, because the
 * engine's web applications, which other tests use, know one engine called default in the whole Java machine.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(properties = {"ordertrail.demo=false", "camunda.bpm.generate-unique-process-engine-name=true"})
@AutoConfigureMockMvc
@DatabaseTest
public @interface JourneyTest {}
