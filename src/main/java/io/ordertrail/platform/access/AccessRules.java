package io.ordertrail.platform.access;

import static io.ordertrail.platform.access.Role.AUDITORS;
import static io.ordertrail.platform.access.Role.CAMUNDA_ADMIN;
import static io.ordertrail.platform.access.Role.CUSTOMER_SERVICE;
import static io.ordertrail.platform.access.Role.MANAGERS;
import static io.ordertrail.platform.access.Role.ORDER_REVIEW;
import static io.ordertrail.platform.access.Role.PROCESS_OWNERS;
import static io.ordertrail.platform.access.Role.PURCHASING;
import static io.ordertrail.platform.access.Role.SALES;
import static io.ordertrail.platform.access.Role.SYSTEMS;
import static io.ordertrail.platform.access.Role.WAREHOUSE;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.HEAD;
import static org.springframework.http.HttpMethod.OPTIONS;
import static org.springframework.http.HttpMethod.PATCH;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpMethod;

/**
 * The table of who may call what. The first rule that matches decides, and an address without a rule does not exist.
 */
public final class AccessRules {

    private static final Set<HttpMethod> READ = Set.of(GET, HEAD);
    /** Tasklist sends OPTIONS to learn which actions it may offer. */
    private static final Set<HttpMethod> ASK = Set.of(GET, HEAD, OPTIONS);

    private static final Set<HttpMethod> WRITE = Set.of(POST, PUT, PATCH, DELETE);
    private static final Set<HttpMethod> ANY = Set.of();

    private static final Role[] STAFF = Role.staff().toArray(Role[]::new);
    private static final Role[] EVERY_ROLE = Role.values();
    /** Only people whose work needs them may read names, addresses and telephone numbers. */
    private static final Role[] CUSTOMER_READERS = ProtectedField.RECIPIENT.readers().stream()
            .filter(role -> role != SYSTEMS)
            .toArray(Role[]::new);

    private static final Role[] REPORT_READERS = {
        SALES, CUSTOMER_SERVICE, PURCHASING, WAREHOUSE, MANAGERS, PROCESS_OWNERS, CAMUNDA_ADMIN
    };

    private static final Role[] NOBODY = {};
    private static final String ENGINE = "/camunda/api/engine/engine";
    private static final String ENGINE_REST = "/engine-rest";
    /**
     * Calls that nobody makes: those that accept variables for which no form asks, those that hand a task to somebody
     * else, the one that tells whether a password is right, and the one that puts an earlier deployment into force by its
     * id alone.
     */
    private static final List<String> CLOSED = List.of(
            "/task/*/resolve/**",
            "/task/*/bpmnError/**",
            "/task/*/bpmnEscalation/**",
            "/task/*/delegate/**",
            "/identity/verify/**",
            "/deployment/*/redeploy/**");

    /** Comments and attachments are shown nowhere, and the engine does not ask who writes or deletes them. */
    private static final List<String> CLOSED_TO_WRITE = List.of(
            "/task/*/identity-links/**",
            "/task/*/comment/**",
            "/task/*/attachment/**",
            "/process-instance/*/comment/**");
    /** Who retries a job needs none of these, and the engine asks for no right to jobs that belong to no process. */
    private static final List<String> OF_JOBS =
            List.of("/*/job/*/execute", "/*/job/*/duedate/**", "/*/job/*/suspended", "/*/job/*/priority");
    /** What Camunda Modeler asks before it deploys, and the files in force, from which a change begins. */
    private static final List<String> READ_BY_MODELER = List.of(
            "/version",
            "/deployment",
            "/deployment/count",
            "/deployment/*",
            "/deployment/*/resources",
            "/deployment/*/resources/*/data",
            "/process-definition",
            "/process-definition/*/xml",
            "/decision-definition",
            "/decision-definition/*/xml");
    /**
     * Calls that the engine itself answers with only what the person may see. For others, such as comments and
     * statistics, it does not.
     */
    private static final List<String> ASKED_BY_TASKLIST = List.of(
            "",
            "/",
            "/*/filter",
            "/*/filter/count",
            "/*/filter/*",
            "/*/filter/*/list",
            "/*/filter/*/count",
            "/*/task",
            "/*/task/count",
            "/*/task/*",
            "/*/task/*/form",
            "/*/task/*/deployed-form",
            "/*/task/*/form-variables",
            "/*/task/*/identity-links",
            "/*/process-definition/*/xml",
            "/*/user/*/profile",
            "/*/group",
            "/*/group/count",
            "/*/identity/password-policy");

    private static final List<String> SENT_BY_TASKLIST = List.of(
            "/*/filter/*/list",
            "/*/filter/*/count",
            "/*/task",
            "/*/task/count",
            "/*/task/*/claim",
            "/*/task/*/unclaim",
            "/*/task/*/submit-form",
            "/*/task/*/complete",
            "/*/group");

    private static final List<AccessRule> TABLE = List.of(
            // probes; only operators see the details
            anybody(READ, "/actuator/health/liveness", "/actuator/health/readiness"),
            allow(READ, paths("/actuator/health/**", "/actuator/prometheus"), SYSTEMS, CAMUNDA_ADMIN),

            // before signing in
            anybody(READ, "/sign-in", "/sign-out", "/first-administrator", "/error"),
            anybody(Set.of(POST), "/sign-in", "/sign-out", "/first-administrator"),
            anybody(READ, "/css/**", "/scripts/**", "/images/**", "/webjars/**", "/favicon.ico"),

            // order desk
            allow(ANY, paths("/orders/new/**"), SALES, CUSTOMER_SERVICE),
            allow(ANY, paths("/orders/documents"), SALES),
            allow(ANY, paths("/orders/import", "/orders/import/**"), SALES, MANAGERS),
            allow(READ, paths("/orders/folders"), SALES, MANAGERS),
            allow(ANY, paths("/partner-numbers", "/partner-numbers/**"), SALES, MANAGERS),
            allow(ANY, paths("/imports/partners", "/imports/partners/**"), SALES, MANAGERS),
            // who may change these records may import them
            allow(
                    ANY,
                    paths("/imports/customers", "/imports/customers/**"),
                    SALES,
                    CUSTOMER_SERVICE,
                    MANAGERS,
                    CAMUNDA_ADMIN),
            allow(
                    ANY,
                    paths("/imports/products", "/imports/products/**"),
                    SALES,
                    MANAGERS,
                    PROCESS_OWNERS,
                    CAMUNDA_ADMIN),
            allow(ANY, paths("/imports/stock", "/imports/stock/**"), WAREHOUSE),
            allow(ANY, paths("/imports/purchases", "/imports/purchases/**"), PURCHASING),
            allow(ANY, paths("/orders/*/correct/**"), SALES, CUSTOMER_SERVICE),
            allow(ANY, paths("/orders/*/cancellation/**"), SALES, CUSTOMER_SERVICE),
            allow(ANY, paths("/orders/*/delivery/**", "/orders/*/receipt/**"), CUSTOMER_SERVICE),
            allow(ANY, paths("/orders/*/holds/**"), ORDER_REVIEW),
            allow(ANY, paths("/orders/*/picking/**"), WAREHOUSE),
            allow(Set.of(POST), paths("/orders/*/tasks/*/unclaim"), MANAGERS, CAMUNDA_ADMIN),
            allow(READ, paths("/", "/orders/**", "/tasks/*/facts", "/tasks/orders", "/tasks/words"), STAFF),
            // what people have typed and not sent yet: each their own
            allow(ANY, paths("/drafts"), STAFF),
            allow(READ, paths("/session"), STAFF),
            allow(READ, paths("/stock/receive/**", "/stock/stocktakes/new", "/stock/transfers/new"), WAREHOUSE),
            allow(
                    Set.of(POST),
                    paths("/stock/stocktakes/*/approval", "/stock/stocktakes/*/booking", "/stock/stocktakes/*/recount"),
                    WAREHOUSE,
                    MANAGERS),
            allow(Set.of(POST), paths("/stock/*/reorder"), PURCHASING, WAREHOUSE),
            allow(READ, paths("/replenishment"), STAFF),
            allow(READ, paths("/stock/**"), STAFF),
            allow(WRITE, paths("/stock/**"), WAREHOUSE),
            // a new product needs a list price, which only managers set
            allow(ANY, paths("/products/new"), MANAGERS),
            allow(READ, paths("/sites/new"), WAREHOUSE, PROCESS_OWNERS, CAMUNDA_ADMIN),
            allow(READ, paths("/customers/new"), SALES, CUSTOMER_SERVICE, MANAGERS, CAMUNDA_ADMIN),
            allow(READ, paths("/products/**", "/sites/**"), STAFF),
            allow(READ, paths("/exports/orders", "/exports/products", "/exports/stock", "/exports/purchases"), STAFF),
            allow(WRITE, paths("/products/**"), SALES, MANAGERS, PROCESS_OWNERS, CAMUNDA_ADMIN),
            allow(WRITE, paths("/sites/**"), WAREHOUSE, PROCESS_OWNERS, CAMUNDA_ADMIN),
            allow(
                    READ,
                    paths("/customers/*/personal-data", "/customers/*/personal-data/file"),
                    CUSTOMER_SERVICE,
                    MANAGERS),
            allow(Set.of(POST), paths("/customers/*/personal-data/erasure"), MANAGERS),
            allow(READ, paths("/customers/**", "/exports/customers"), CUSTOMER_READERS),
            allow(WRITE, paths("/customers/**"), SALES, CUSTOMER_SERVICE, MANAGERS, CAMUNDA_ADMIN),
            // changes of figures that rules judge by
            allow(READ, paths("/approvals"), SALES, CUSTOMER_SERVICE, MANAGERS, CAMUNDA_ADMIN),
            allow(Set.of(POST), paths("/approvals/**"), MANAGERS),
            allow(READ, paths("/audit", "/audit/head"), AUDITORS),
            allow(Set.of(POST), paths("/audit/**"), AUDITORS),
            allow(READ, paths("/changes"), MANAGERS, PROCESS_OWNERS, CAMUNDA_ADMIN),
            // backups, and whether they can be restored
            allow(READ, paths("/backups"), MANAGERS, CAMUNDA_ADMIN),
            allow(Set.of(POST), paths("/backups/**"), CAMUNDA_ADMIN),
            allow(READ, paths("/retention"), MANAGERS, AUDITORS, CAMUNDA_ADMIN),
            allow(READ, paths("/encryption"), AUDITORS, CAMUNDA_ADMIN),
            allow(READ, paths("/reports/event-log/**"), MANAGERS, PROCESS_OWNERS),
            allow(READ, paths("/reports/alerts", "/reports/health"), MANAGERS, PROCESS_OWNERS, CAMUNDA_ADMIN),
            allow(Set.of(POST), paths("/reports/alerts/**"), MANAGERS, PROCESS_OWNERS, CAMUNDA_ADMIN),
            allow(Set.of(POST), paths("/reports/hours/*"), MANAGERS, PROCESS_OWNERS),
            // reports; which of them and which of their columns a person sees, ReportRights says
            allow(READ, paths("/reports/**"), REPORT_READERS),
            allow(Set.of(POST), paths("/reports/saved/**", "/reports/digest"), REPORT_READERS),
            // what new orders follow
            allow(READ, paths("/process/**", "/api/process/**"), MANAGERS, PROCESS_OWNERS, CAMUNDA_ADMIN),
            allow(Set.of(POST), paths("/process/**", "/api/process/**"), PROCESS_OWNERS, CAMUNDA_ADMIN),
            // webhook addresses and secrets: process owners and administrators
            allow(ANY, paths("/webhooks/**"), PROCESS_OWNERS, CAMUNDA_ADMIN),

            // API
            allow(Set.of(POST), paths("/api/orders"), SALES, CUSTOMER_SERVICE, SYSTEMS),
            allow(Set.of(POST), paths("/api/orders/batch", "/api/orders/documents"), SALES, SYSTEMS),
            allow(Set.of(POST), paths("/api/orders/*/cancellation"), SALES, CUSTOMER_SERVICE, SYSTEMS),
            allow(Set.of(POST), paths("/api/orders/*/delivery", "/api/orders/*/receipt"), CUSTOMER_SERVICE, SYSTEMS),
            allow(READ, paths("/api/orders/**"), EVERY_ROLE),
            allow(
                    ANY,
                    paths("/api/imports/customers", "/api/imports/customers/**"),
                    SALES,
                    CUSTOMER_SERVICE,
                    MANAGERS,
                    CAMUNDA_ADMIN,
                    SYSTEMS),
            allow(
                    ANY,
                    paths("/api/imports/products", "/api/imports/products/**"),
                    SALES,
                    MANAGERS,
                    PROCESS_OWNERS,
                    CAMUNDA_ADMIN,
                    SYSTEMS),
            allow(ANY, paths("/api/imports/stock", "/api/imports/stock/**"), WAREHOUSE, SYSTEMS),
            allow(ANY, paths("/api/imports/purchases", "/api/imports/purchases/**"), PURCHASING, SYSTEMS),
            allow(ANY, paths("/api/imports/**"), SALES, MANAGERS, SYSTEMS),
            allow(Set.of(POST), paths("/api/shipments/*/events"), SYSTEMS),
            allow(READ, paths("/api/stock/**"), EVERY_ROLE),
            allow(
                    Set.of(POST),
                    paths(
                            "/api/stock/movements",
                            "/api/stock/movements/batch",
                            "/api/stock/levels",
                            "/api/stock/levels/batch"),
                    WAREHOUSE,
                    SYSTEMS),
            allow(Set.of(PUT), paths("/api/stock/*/*"), PURCHASING, WAREHOUSE),
            allow(READ, paths("/api/purchases"), EVERY_ROLE),
            allow(Set.of(POST), paths("/api/purchases/*/receipts"), WAREHOUSE, SYSTEMS),
            allow(READ, paths("/api/products/**", "/api/sites/**"), EVERY_ROLE),
            allow(WRITE, paths("/api/products/**"), SALES, MANAGERS, PROCESS_OWNERS, CAMUNDA_ADMIN),
            allow(WRITE, paths("/api/sites/**"), WAREHOUSE, PROCESS_OWNERS, CAMUNDA_ADMIN),
            allow(READ, paths("/api/customers/**"), and(CUSTOMER_READERS, SYSTEMS)),
            allow(WRITE, paths("/api/customers/**"), SALES, CUSTOMER_SERVICE, MANAGERS, CAMUNDA_ADMIN),
            allow(READ, paths("/api/approvals"), SALES, CUSTOMER_SERVICE, MANAGERS, CAMUNDA_ADMIN),
            allow(Set.of(POST), paths("/api/approvals/**"), MANAGERS),
            allow(READ, paths("/api/changes"), STAFF),
            allow(
                    READ,
                    paths("/v3/api-docs/**", "/v3/api-docs.yaml", "/swagger-ui/**", "/swagger-ui.html"),
                    EVERY_ROLE),

            // the engine's web applications; its own sign-in and its open creation of a first administrator are closed
            allow(ANY, paths("/camunda/api/admin/setup/**", "/camunda/api/admin/auth/user/*/login/**"), NOBODY),
            allow(ANY, paths("/camunda/api/admin/auth/**"), STAFF),
            allow(READ, paths("/camunda/app/cockpit/**"), MANAGERS, PROCESS_OWNERS, CAMUNDA_ADMIN),
            allow(ANY, paths("/camunda/api/cockpit/**"), MANAGERS, PROCESS_OWNERS, CAMUNDA_ADMIN),
            allow(READ, paths("/camunda/app/admin/**"), CAMUNDA_ADMIN),
            allow(ANY, paths("/camunda/api/admin/**"), CAMUNDA_ADMIN),
            allow(READ, paths("/camunda", "/camunda/", "/camunda/app", "/camunda/app/"), STAFF),
            allow(READ, paths("/camunda/app/tasklist/**", "/camunda/app/welcome/**"), STAFF),
            allow(READ, paths("/camunda/lib/**", "/camunda/assets/**", "/camunda/favicon.ico"), STAFF),
            allow(ANY, paths("/camunda/api/tasklist/**", "/camunda/api/welcome/**"), STAFF),

            // the engine's REST API within them: a person who works on a task needs only these calls, and only its form
            // completes a task
            allow(ANY, engine(ofAnyEngine(CLOSED)), NOBODY),
            allow(WRITE, engine(ofAnyEngine(CLOSED_TO_WRITE)), NOBODY),
            allow(ASK, engine(ASKED_BY_TASKLIST), STAFF),
            allow(Set.of(POST), engine(SENT_BY_TASKLIST), STAFF),
            allow(WRITE, engine(OF_JOBS), CAMUNDA_ADMIN),
            allow(Set.of(DELETE), engine(List.of("/*/job/*")), CAMUNDA_ADMIN),
            allow(ANY, paths(ENGINE + "/**"), MANAGERS, PROCESS_OWNERS, CAMUNDA_ADMIN),

            // the engine's own REST API
            allow(ANY, engineRest(CLOSED), NOBODY),
            allow(WRITE, engineRest(CLOSED_TO_WRITE), NOBODY),
            allow(READ, engineRest(READ_BY_MODELER), PROCESS_OWNERS, CAMUNDA_ADMIN),
            allow(Set.of(POST), engineRest(List.of("/deployment/create")), PROCESS_OWNERS, CAMUNDA_ADMIN),
            allow(ANY, paths("/engine-rest/**"), CAMUNDA_ADMIN));

    private AccessRules() {}

    /** Returns the rule that decides about this request; empty if the table has none. */
    public static Optional<AccessRule> of(HttpServletRequest request) {
        return TABLE.stream().filter(rule -> rule.matches(request)).findFirst();
    }

    /** Returns the methods that the table has at the address of this request; empty if it does not have the address. */
    static Set<HttpMethod> methodsAt(HttpServletRequest request) {
        return TABLE.stream()
                .filter(rule -> rule.isAt(request))
                .flatMap(rule -> rule.methods().stream())
                .collect(Collectors.toSet());
    }

    private static AccessRule anybody(Set<HttpMethod> methods, String... paths) {
        return AccessRule.of(methods, List.of(paths), true, Set.of());
    }

    private static AccessRule allow(Set<HttpMethod> methods, List<String> paths, Role... who) {
        var roles = EnumSet.noneOf(Role.class);
        roles.addAll(List.of(who));
        return AccessRule.of(methods, paths, false, roles);
    }

    private static List<String> paths(String... paths) {
        return List.of(paths);
    }

    private static List<String> engine(List<String> calls) {
        return calls.stream().map(ENGINE::concat).toList();
    }

    private static List<String> ofAnyEngine(List<String> calls) {
        return calls.stream().map("/*"::concat).toList();
    }

    /** The engine's REST API has each call at two addresses. */
    private static List<String> engineRest(List<String> calls) {
        return Stream.concat(
                        calls.stream().map(ENGINE_REST::concat),
                        ofAnyEngine(calls).stream().map((ENGINE_REST + "/engine")::concat))
                .toList();
    }

    private static Role[] and(Role[] some, Role more) {
        var roles = EnumSet.of(more, some);
        return roles.toArray(Role[]::new);
    }
}
