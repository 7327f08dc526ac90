package io.ordertrail;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.test.context.TestPropertySource;

/** A {@link JourneyTest} of thousands of searches: in an application of their own, where others have not left much to search through. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@JourneyTest
@TestPropertySource(properties = "spring.application.name=hostile")
public @interface HostileTest {
}
