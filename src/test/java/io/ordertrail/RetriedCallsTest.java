package io.ordertrail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

import io.ordertrail.transaction.ContentionRetry;
import io.ordertrail.transaction.RetryOnContention;

/**
 * Pages and API calls that change something are retried on contention, so callers do not see the changes of others as
 * errors.
 */
class RetriedCallsTest {

    private static final JavaClasses OURS = OwnClasses.ALL;
    private static final Set<String> OUTERMOST = Set.of(
            "io.ordertrail.web",
            "io.ordertrail.api",
            "io.ordertrail.intake",
            "io.ordertrail.platform",
            "io.ordertrail.order.entry");

    @Test
    void each_page_and_call_that_changes_something_is_retried_on_contention() {
        var handlers = methods().filter(RetriedCallsTest::changesSomething).toList();
        assertThat(handlers).hasSizeGreaterThan(40);
        assertThat(handlers)
                .filteredOn(handler -> !isRetried(handler, new HashSet<>()))
                .extracting(JavaMethod::getFullName)
                .isEmpty();
    }

    @Test
    void a_retried_method_can_be_proxied() {
        var retried = methods().filter(RetriedCallsTest::isToBeRetried).toList();
        assertThat(retried)
                .anyMatch(method -> method.isAnnotatedWith(RetryOnContention.class))
                .anyMatch(method -> method.getOwner().isAnnotatedWith(RetryOnContention.class));
        assertThat(retried)
                .noneMatch(method ->
                        isAny(method.getModifiers(), JavaModifier.PRIVATE, JavaModifier.FINAL, JavaModifier.STATIC))
                .noneMatch(method -> isAny(method.getOwner().getModifiers(), JavaModifier.FINAL))
                .as("are called from outside")
                .noneMatch(method -> method.getCallsOfSelf().stream()
                        .anyMatch(call -> call.getOriginOwner().equals(method.getOwner())));
    }

    private static boolean isAny(Set<JavaModifier> modifiers, JavaModifier... unfit) {
        return Stream.of(unfit).anyMatch(modifiers::contains);
    }

    private static Stream<JavaMethod> methods() {
        return OURS.stream().map(JavaClass::getMethods).flatMap(Set::stream);
    }

    private static boolean changesSomething(JavaMethod method) {
        return List.of("io.ordertrail.web", "io.ordertrail.api").stream()
                        .anyMatch(method.getOwner().getPackageName()::startsWith)
                && method.isMetaAnnotatedWith(RequestMapping.class)
                && !method.isAnnotatedWith(GetMapping.class);
    }

    /** On a class, the annotation is meant for the methods that others can call. */
    private static boolean isToBeRetried(JavaMethod method) {
        return method.isAnnotatedWith(RetryOnContention.class)
                || method.getOwner().isAnnotatedWith(RetryOnContention.class)
                        && !isAny(method.getModifiers(), JavaModifier.PRIVATE, JavaModifier.STATIC);
    }

    private static boolean isAnnotated(JavaMethod method) {
        return method.isAnnotatedWith(RetryOnContention.class)
                || method.getOwner().isAnnotatedWith(RetryOnContention.class);
    }

    /** The method itself retries, or a method it calls. */
    private static boolean isRetried(JavaMethod method, Set<JavaMethod> seen) {
        return isAnnotated(method)
                || method.getOwner().isEquivalentTo(ContentionRetry.class)
                || seen.add(method)
                        && OUTERMOST.stream().anyMatch(method.getOwner().getPackageName()::startsWith)
                        && Stream.concat(
                                        method.getMethodCallsFromSelf().stream(),
                                        method.getMethodReferencesFromSelf().stream())
                                .flatMap(call -> call.getTarget().resolveMember().stream())
                                .filter(JavaMethod.class::isInstance)
                                .map(JavaMethod.class::cast)
                                .anyMatch(called -> isRetried(called, seen));
    }
}
