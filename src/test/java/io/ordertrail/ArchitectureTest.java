package io.ordertrail;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import jakarta.persistence.Entity;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** The layers and packages of docs/architecture.md. */
class ArchitectureTest {

    static final JavaClasses OURS = OwnClasses.ALL;

    private static final String[] KERNEL = {
        "io.ordertrail.refusal..",
        "io.ordertrail.transaction..",
        "io.ordertrail.actor..",
        "io.ordertrail.settings..",
        "io.ordertrail.schedule..",
        "io.ordertrail.change..",
        "io.ordertrail.search..",
        "io.ordertrail.encryption..",
        "io.ordertrail.keyring..",
        "io.ordertrail.retention.."
    };
    private static final String[] BUSINESS = {
        "io.ordertrail.order..",
        "io.ordertrail.stock..",
        "io.ordertrail.shipment..",
        "io.ordertrail.catalog..",
        "io.ordertrail.customer..",
        "io.ordertrail.masterdata..",
        "io.ordertrail.approval.."
    };
    private static final String[] PROCESS = {"io.ordertrail.process..", "io.ordertrail.cockpit.."};
    private static final String[] ENTRANCES = {
        "io.ordertrail.web..",
        "io.ordertrail.api..",
        "io.ordertrail.report..",
        "io.ordertrail.demo..",
        "io.ordertrail.externalstock.."
    };
    /** What a program by HTTP, a browser or the engine brings. */
    private static final String[] OUTSIDE = {
        "org.camunda..",
        "jakarta.servlet..",
        "org.springframework.web..",
        "org.springframework.http..",
        "org.springframework.security.."
    };

    @Test
    void each_package_uses_only_the_packages_that_it_names_and_there_is_no_cycle() {
        ApplicationModules.of(Ordertrail.class).verify();
    }

    @Test
    void each_package_says_what_it_is_for_and_what_it_may_use() {
        var modules = OURS.stream()
                .filter(type -> !type.getPackageName().equals("io.ordertrail"))
                .map(JavaClass::getPackage)
                .collect(Collectors.toSet());
        assertThat(modules)
                .hasSizeGreaterThan(50)
                .allMatch(
                        module -> module.isAnnotatedWith(ApplicationModule.class),
                        "has a package-info with what it may use");
    }

    @Test
    void no_package_has_more_than_thirty_files() {
        var files = OURS.stream()
                .filter(JavaClass::isTopLevelClass)
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));
        assertThat(files.values()).isNotEmpty().allMatch(count -> count <= 30);
    }

    @Test
    void the_business_uses_no_process_no_wiring_and_no_entrance() {
        noClasses()
                .that()
                .resideInAnyPackage(BUSINESS)
                .should()
                .dependOnClassesThat(resideInAPackage("io.ordertrail.platform..")
                        .or(resideInAnyPackage(PROCESS))
                        .or(resideInAnyPackage(ENTRANCES)))
                .check(OURS);
    }

    @Test
    void the_kernel_uses_nothing_above_it() {
        noClasses()
                .that()
                .resideInAnyPackage(KERNEL)
                .should()
                .dependOnClassesThat(resideInAPackage("io.ordertrail..").and(not(resideInAnyPackage(KERNEL))))
                .check(OURS);
    }

    /** The main class starts the commands, and a command is an entrance. */
    @Test
    void nothing_uses_an_entrance_but_an_entrance() {
        noClasses()
                .that(not(resideInAnyPackage(ENTRANCES)))
                .and()
                .doNotHaveFullyQualifiedName(Ordertrail.class.getName())
                .should()
                .dependOnClassesThat(resideInAnyPackage(ENTRANCES))
                .check(OURS);
    }

    @Test
    void only_process_cockpit_and_the_wiring_of_the_engine_know_the_engine() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "io.ordertrail.process..", "io.ordertrail.cockpit..", "io.ordertrail.platform.engine..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.camunda..")
                .check(OURS);
    }

    @Test
    void business_and_kernel_reach_neither_engine_nor_web_nor_security_however_far_one_follows() {
        noClasses()
                .that(resideInAnyPackage(BUSINESS).or(resideInAnyPackage(KERNEL)))
                .should()
                .transitivelyDependOnClassesThat()
                .resideInAnyPackage(OUTSIDE)
                .check(OURS);
    }

    @Test
    void the_business_knows_no_sql_driver_and_no_json() {
        noClasses()
                .that()
                .resideInAnyPackage(BUSINESS)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework.jdbc..", "java.sql..", "org.hibernate..", "com.fasterxml..")
                .check(OURS);
    }

    @Test
    void the_audit_knows_no_engine() {
        noClasses()
                .that()
                .resideInAPackage("io.ordertrail.audit..")
                .should()
                .transitivelyDependOnClassesThat()
                .resideInAPackage("org.camunda..")
                .check(OURS);
    }

    @Test
    void entities_have_no_setters() {
        noMethods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Entity.class)
                .should()
                .haveNameMatching("set[A-Z].*")
                .check(OURS);
    }

    @Test
    void nothing_is_injected_into_fields_and_nothing_static_changes() {
        noFields()
                .should()
                .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
                .check(OURS);
        noFields().that().areStatic().should().notBeFinal().check(OURS);
    }

    @Test
    void a_component_has_at_most_five_collaborators() {
        var most = OURS.stream()
                .filter(type -> type.isMetaAnnotatedWith("org.springframework.stereotype.Component"))
                .flatMap(type -> type.getConstructors().stream())
                .filter(constructor -> constructor.getRawParameterTypes().size() > 5)
                .toList();
        assertThat(most).isEmpty();
    }

    @Test
    void delegates_do_not_use_each_other_and_nobody_uses_them() {
        classes()
                .that()
                .implement("org.camunda.bpm.engine.delegate.JavaDelegate")
                .should()
                .resideInAPackage("io.ordertrail.process.task")
                .andShould()
                .bePackagePrivate()
                .check(OURS);
        noClasses()
                .that()
                .resideOutsideOfPackage("io.ordertrail.process.task")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.ordertrail.process.task")
                .check(OURS);
    }

    @Test
    void no_package_collects_unrelated_classes() {
        noClasses()
                .should()
                .resideInAnyPackage(
                        "..util..", "..common..", "..helper..", "..impl..", "..dto..", "..service..", "..config..")
                .check(OURS);
    }

    @Test
    void each_group_of_packages_named_here_exists() {
        assertThat(Arrays.asList(KERNEL, BUSINESS, ENTRANCES))
                .allSatisfy(group -> assertThat(group)
                        .allMatch(name -> OURS.stream().anyMatch(resideInAPackage(name)), "holds a class"));
    }
}
