package io.ordertrail;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import jakarta.persistence.Entity;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

import io.ordertrail.order.book.OrderNumber;

/** The floors of the house, and what may stand on them. */
class ArchitectureTest {

    private static final JavaClasses OURS =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("io.ordertrail");

    @Test
    void modules_do_not_form_cycles() {
        ApplicationModules.of(Ordertrail.class).detectViolations().throwIfPresent();
    }

    @Test
    void a_package_uses_those_on_the_floors_below_and_none_beside_it() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .optionalLayer("web")
                .definedBy("io.ordertrail.web..")
                .optionalLayer("api")
                .definedBy("io.ordertrail.api..")
                .optionalLayer("demo")
                .definedBy("io.ordertrail.demo..")
                .layer("stocksystem")
                .definedBy("io.ordertrail.stocksystem..")
                .layer("process")
                .definedBy("io.ordertrail.process..")
                .optionalLayer("webhook")
                .definedBy("io.ordertrail.webhook..")
                .layer("order")
                .definedBy("io.ordertrail.order..")
                .layer("stock")
                .definedBy("io.ordertrail.stock..")
                .layer("shipment")
                .definedBy("io.ordertrail.shipment..")
                .layer("catalog")
                .definedBy("io.ordertrail.catalog..")
                .layer("customer")
                .definedBy("io.ordertrail.customer..")
                .layer("masterdata")
                .definedBy("io.ordertrail.masterdata..")
                .layer("platform")
                .definedBy("io.ordertrail.platform..")
                .layer("actor")
                .definedBy("io.ordertrail.actor..")
                .whereLayer("web")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("api")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("demo")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("stocksystem")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("process")
                .mayOnlyBeAccessedByLayers("web", "api", "demo")
                .whereLayer("webhook")
                .mayOnlyBeAccessedByLayers("web", "api", "demo")
                .whereLayer("order")
                .mayOnlyBeAccessedByLayers("web", "api", "demo", "process")
                .whereLayer("stock")
                .mayOnlyBeAccessedByLayers("web", "api", "demo", "process", "webhook", "stocksystem")
                .whereLayer("shipment")
                .mayOnlyBeAccessedByLayers("web", "api", "demo", "process")
                .whereLayer("catalog")
                .mayOnlyBeAccessedByLayers("web", "api", "demo", "process", "webhook", "order", "stock", "shipment")
                .whereLayer("customer")
                .mayOnlyBeAccessedByLayers("web", "api", "demo", "process", "order", "stock", "shipment")
                .whereLayer("masterdata")
                .mayOnlyBeAccessedByLayers("web", "api", "stock", "catalog", "customer")
                .whereLayer("platform")
                .mayOnlyBeAccessedByLayers(
                        "web",
                        "api",
                        "demo",
                        "process",
                        "webhook",
                        "order",
                        "stock",
                        "shipment",
                        "catalog",
                        "customer",
                        "masterdata",
                        "stocksystem")
                .whereLayer("actor")
                .mayNotAccessAnyLayer()
                .ignoreDependency(
                        resideInAPackage("io.ordertrail.stock..")
                                .or(resideInAPackage("io.ordertrail.shipment.."))
                                .or(resideInAPackage("io.ordertrail.stocksystem..")),
                        equivalentTo(OrderNumber.class))
                .check(OURS);
    }

    @Test
    void only_process_cockpit_and_platform_know_the_engine() {
        noClasses()
                .that()
                .resideOutsideOfPackages("..process..", "..cockpit..", "..platform..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.camunda..")
                .check(OURS);
    }

    @Test
    void the_kernel_uses_nothing_of_ours_and_knows_neither_the_engine_nor_the_web_nor_security() {
        noClasses()
                .that()
                .resideInAPackage("io.ordertrail.transaction..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                                "org.camunda..",
                                "org.springframework.web..",
                                "org.springframework.http..",
                                "org.springframework.security..",
                                "jakarta.servlet..")
                        .or(resideInAPackage("io.ordertrail..")
                                .and(not(resideInAPackage("io.ordertrail.transaction..")))))
                .check(OURS);
    }

    @Test
    void the_business_knows_neither_http_nor_the_web_nor_sql() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "..order..", "..stock..", "..shipment..", "..catalog..", "..customer..", "..masterdata..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "jakarta.servlet..",
                        "org.springframework.web..",
                        "org.springframework.http..",
                        "org.springframework.security..",
                        "org.springframework.jdbc..",
                        "java.sql..",
                        "org.hibernate..",
                        "com.fasterxml..")
                .check(OURS);
    }

    @Test
    void who_acts_and_when_is_told_without_any_framework() {
        classes()
                .that()
                .resideInAPackage("io.ordertrail.actor..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "io.ordertrail.actor..")
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
    void delegates_stand_beside_each_other_and_are_known_to_nobody() {
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
    void no_package_is_a_drawer_for_odds_and_ends() {
        noClasses()
                .should()
                .resideInAnyPackage(
                        "..util..", "..common..", "..helper..", "..impl..", "..dto..", "..service..", "..config..")
                .check(OURS);
    }
}
