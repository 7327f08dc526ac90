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
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

import io.ordertrail.transaction.ContentionRetry;
import io.ordertrail.transaction.RetryOnContention;

/** Whoever changes something by a page or a call is not told of others who did so at the same moment, as long as it can be repeated. */
class RetriedCallsTest {

    private static final JavaClasses OURS =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("io.ordertrail");
    private static final Set<String> OUTERMOST =
            Set.of("io.ordertrail.web", "io.ordertrail.api", "io.ordertrail.platform");

    @Test
    void each_page_and_call_that_changes_something_is_repeated_on_contention() {
        var handlers = methods().filter(RetriedCallsTest::changesSomething).toList();
        assertThat(handlers).hasSizeGreaterThan(45);
        assertThat(handlers)
                .filteredOn(handler -> !isRepeated(handler, new HashSet<>()))
                .extracting(JavaMethod::getFullName)
                .isEmpty();
    }

    @Test
    void what_is_repeated_can_be_reached_by_a_proxy() {
        var repeated = methods()
                .filter(method -> method.isAnnotatedWith(RetryOnContention.class))
                .toList();
        assertThat(repeated).isNotEmpty();
        assertThat(repeated)
                .noneMatch(method ->
                        isAny(method.getModifiers(), JavaModifier.PRIVATE, JavaModifier.FINAL, JavaModifier.STATIC))
                .noneMatch(method -> isAny(method.getOwner().getModifiers(), JavaModifier.FINAL))
                .as("are called from without")
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

    private static boolean isAnnotated(JavaMethod method) {
        return method.isAnnotatedWith(RetryOnContention.class)
                || method.getOwner().isAnnotatedWith(RetryOnContention.class);
    }

    /** By itself, or by what it leaves the work to. */
    private static boolean isRepeated(JavaMethod method, Set<JavaMethod> seen) {
        return isAnnotated(method)
                || method.getOwner().isEquivalentTo(ContentionRetry.class)
                || seen.add(method)
                        && OUTERMOST.stream().anyMatch(method.getOwner().getPackageName()::startsWith)
                        && method.getMethodCallsFromSelf().stream()
                                .flatMap(call -> call.getTarget().resolveMember().stream())
                                .anyMatch(called -> isRepeated(called, seen));
    }
}
