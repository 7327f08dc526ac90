package io.ordertrail.platform.keycloak;

import static io.ordertrail.process.engine.OrderFulfilment.Element.DECIDE_ON_SHORTAGE;
import static io.ordertrail.process.engine.OrderFulfilment.Element.PICK_AND_PACK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.ObjectOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import jakarta.servlet.http.HttpSession;

import org.apache.catalina.Context;
import org.apache.catalina.Session;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.web.embedded.tomcat.TomcatWebServer;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.mock.web.MockHttpServletRequest;

import io.ordertrail.journey.Desk;
import io.ordertrail.journey.TestCompany;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.entry.EnterOrder;
import io.ordertrail.platform.access.AccessRules;
import io.ordertrail.platform.access.Visitor;
import io.ordertrail.platform.engine.DemoUser;

/** Signing in at a real Keycloak: what it opens, what ends it, and what happens while Keycloak does not answer. */
@KeycloakTest
@ExtendWith(OutputCaptureExtension.class)
class KeycloakSignInTest {

    private static final AtomicInteger COUNT = new AtomicInteger();
    /**
     * The time that a change may take here, where sign-ins are checked every second; in production it is a minute, with
     * a check every 40 seconds.
     */
    private static final Duration SOON = Duration.ofSeconds(10);

    private static final List<String> PAGES = List.of(
            "/",
            "/orders",
            "/orders/new",
            "/stock",
            "/products",
            "/sites",
            "/customers",
            "/sign-out",
            "/swagger-ui/index.html",
            "/camunda/app/welcome/",
            "/camunda/app/tasklist/",
            "/camunda/app/cockpit/",
            "/camunda/app/admin/");

    @LocalServerPort
    int port;

    @Autowired
    TestRealm realm;

    @Autowired
    Relay relay;

    @Autowired
    ProcessEngine engine;

    @Autowired
    TaskService tasks;

    @Autowired
    TestCompany company;

    @Autowired
    EnterOrder enterOrder;

    @Autowired
    Desk desk;

    @Autowired
    KeycloakCircuit circuit;

    @Autowired
    ServletWebServerApplicationContext application;

    private String person;

    @BeforeEach
    void a_person_of_this_test() {
        person = "person-" + COUNT.incrementAndGet();
    }

    @AfterEach
    void the_connection_is_restored() {
        relay.restore();
        await().atMost(SOON).until(circuit::answers);
    }

    // what it opens

    static Stream<DemoUser> people() {
        return DemoUser.ALL.stream().filter(DemoUser::isPerson);
    }

    @ParameterizedTest
    @MethodSource("people")
    void each_role_opens_the_same_pages_as_with_local_sign_in_and_no_others(DemoUser user) {
        var visitor = visitor();
        assertThat(visitor.signIn(user.name()).status()).isEqualTo(200);

        for (var path : PAGES) {
            var rule = AccessRules.of(new MockHttpServletRequest("GET", path)).orElseThrow();
            assertThat(visitor.get(path).status()).as(path).isEqualTo(rule.allows(List.of(user.role())) ? 200 : 403);
        }
        visitor.open("tasklist");
        assertThat(groupsInTheEngine(user.name())).containsExactly(user.role().group());
        assertThat(visitor.engine("GET", "/user/" + user.name() + "/profile", null)
                        .body())
                .contains("\"firstName\":\"" + user.firstName() + "\"");
    }

    @Test
    void other_software_may_open_no_page_even_if_a_person_signs_in_as_it() {
        assertThat(visitor().signIn("demo-system").status()).isEqualTo(403);
    }

    @Test
    void a_clerk_sees_the_tasks_of_their_group_and_neither_others_nor_their_number() {
        var mine = enterOrder.enter(TestCompany.order(company.customer(), Map.of(company.product(1), 3)));
        var theirs = enterOrder.enter(TestCompany.order(company.customer(), Map.of(company.product(5), 2)));
        var sales = signedIn("sales");
        assertThat(sales.engine("GET", "/task/" + task(mine, DECIDE_ON_SHORTAGE), null)
                        .status())
                .isEqualTo(200);
        assertThat(sales.engine("GET", "/task/" + task(theirs, PICK_AND_PACK), null)
                        .status())
                .isEqualTo(404);
        assertThat(sales.engine("GET", "/task/count?processInstanceBusinessKey=" + theirs.value(), null)
                        .body())
                .isEqualTo("{\"count\":0}");
        assertThat(sales.engine("GET", "/user/count", null).status()).isEqualTo(403);
    }

    @Test
    void a_person_without_a_group_signs_in_and_may_open_nothing() {
        realm.add(person);
        var visitor = visitor();
        assertThat(visitor.signIn(person).status()).isEqualTo(403);
        assertThat(visitor.open("tasklist").status()).isEqualTo(403);
        assertThat(visitor.engine("GET", "/task", null).status()).isEqualTo(403);
    }

    @Test
    void signing_in_leads_to_the_requested_page() {
        assertThat(visitor()
                        .signIn("/stock?q=cup", "demo-sales", DemoUser.PASSWORD)
                        .address())
                .hasPath("/stock")
                .hasQuery("q=cup");
    }

    @Test
    void a_wrong_password_stays_with_keycloak() {
        var page = visitor().signIn("/orders", "demo-sales", "wrong");
        assertThat(page.asksToSignIn()).isTrue();
        assertThat(page.address().toString()).startsWith(realm.issuer());
    }

    @Test
    void a_code_cannot_be_used_by_another_browser() {
        var visitor = visitor();
        visitor.signIn("demo-sales");
        assertThat(visitor.wentTo)
                .filteredOn(address -> address.getPath().endsWith("/auth"))
                .singleElement()
                .satisfies(address ->
                        assertThat(address.getQuery()).contains("code_challenge_method=S256", "state=", "nonce="));
        var back = visitor.wentTo.stream()
                .filter(address -> address.getPath().equals(KeycloakSignIn.RETURN))
                .findFirst()
                .orElseThrow();
        var other = visitor();
        assertThat(other.get(back.toString()).body()).contains("was not completed");
        assertThat(other.get("/orders").asksToSignIn()).isTrue();
    }

    @Test
    void keycloak_uses_the_language_that_was_chosen_here() {
        var visitor = visitor();
        visitor.get("/sign-in?bye&lang=zh-TW");
        assertThat(visitor.get("/orders").body()).contains("登入");
    }

    @Test
    void an_unknown_sign_in_address_does_not_exist() {
        var visitor = signedIn("camunda-admin");
        assertThat(visitor.get("/oauth2/authorization/other").status()).isEqualTo(404);
        assertThat(visitor.get("/first-administrator?key=x").status()).isEqualTo(404);
    }

    // what ends it

    @Test
    void signing_out_ends_the_sign_in_on_both_sides_and_in_every_application() {
        realm.add(person, "sales");
        var visitor = visitor();
        visitor.signIn(person);
        visitor.open("tasklist");
        assertThat(realm.sessions(person)).isEqualTo(1);

        assertThat(visitor.signOut().body()).contains("signed out of the order desk, Tasklist, Cockpit and Admin");

        assertThat(realm.sessions(person)).isZero();
        assertThat(visitor.engine("GET", "/task", null).status()).isEqualTo(401);
        assertThat(visitor.get("/orders").asksToSignIn()).isTrue();
    }

    @Test
    void a_page_of_another_site_signs_nobody_out() {
        var visitor = signedIn("sales");
        assertThat(visitor.post("/sign-out", Map.of()).status()).isEqualTo(403);
        assertThat(visitor.get("/orders").status()).isEqualTo(200);
    }

    @Test
    void a_session_that_is_ended_in_keycloak_ends_here_too() {
        var visitor = signedIn("sales");
        realm.endSessions(person);
        await().atMost(SOON).until(() -> visitor.get("/orders").asksToSignIn());
        assertThat(visitor.engine("GET", "/task", null).status()).isEqualTo(401);
    }

    @Test
    void a_disabled_person_loses_access_to_the_pages_and_the_engine() {
        var visitor = signedIn("sales");
        assertThat(visitor.engine("GET", "/task/count", null).status()).isEqualTo(200);
        realm.disable(person);
        await().atMost(SOON)
                .until(() -> visitor.engine("GET", "/task/count", null).status() == 401);
        assertThat(visitor.get("/orders").asksToSignIn()).isTrue();
        assertThat(visitor.script("/tasks/orders?task=x").status()).isEqualTo(401);
    }

    @Test
    void groups_change_while_somebody_is_signed_in() {
        var number = enterOrder.enter(TestCompany.order(company.customer(), Map.of(company.product(1), 3)));
        var task = "/task/" + task(number, DECIDE_ON_SHORTAGE);
        var visitor = signedIn("sales");
        assertThat(visitor.engine("GET", task, null).status()).isEqualTo(200);
        assertThat(visitor.open("cockpit").status()).isEqualTo(403);

        realm.leave(person, "sales");
        realm.join(person, "managers");

        await().atMost(SOON).until(() -> visitor.get("/orders/new").status() == 403);
        await().atMost(SOON).until(() -> visitor.open("cockpit").status() == 200);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(visitor.script("/camunda/api/admin/auth/user/" + engine.getName())
                                .body())
                        .contains("cockpit"));

        realm.leave(person, "managers");

        await().atMost(SOON).until(() -> visitor.engine("GET", task, null).status() == 403);
    }

    // while Keycloak does not answer

    @ParameterizedTest
    @CsvSource({"false", "true"})
    void signed_in_people_go_on_working_while_keycloak_does_not_answer(boolean silent) {
        var number = enterOrder.enter(TestCompany.order(company.customer(), Map.of(company.product(1), 3)));
        var task = "/task/" + task(number, DECIDE_ON_SHORTAGE);
        var sales = signedIn("sales");
        var clerk = person;
        person = "person-" + COUNT.incrementAndGet();
        var manager = signedIn("managers");
        interrupt(silent);

        assertThat(sales.get("/orders").status()).isEqualTo(200);
        assertThat(sales.open("tasklist").status()).isEqualTo(200);
        assertThat(sales.engine("GET", "/user/" + clerk + "/profile", null).body())
                .contains("Given-" + clerk);
        assertThat(sales.engine("GET", "/filter", null).status()).isEqualTo(200);
        assertThat(sales.engine("POST", task + "/claim", "{\"userId\":\"" + clerk + "\"}")
                        .status())
                .isEqualTo(204);
        assertThat(sales.engine(
                                "POST",
                                task + "/submit-form",
                                "{\"variables\":{\"shortageDecision\":{\"value\":\"wait\"}}}")
                        .status())
                .isEqualTo(204);
        assertThat(desk.task(number, DECIDE_ON_SHORTAGE)).isNull();
        assertThat(manager.open("cockpit").status()).isEqualTo(200);
        assertThat(manager.engine("GET", "/process-definition/count", null).status())
                .isEqualTo(200);
        assertThat(manager.engine("GET", "/task?maxResults=50", null).status()).isEqualTo(200);
    }

    @Test
    void a_search_for_people_meanwhile_is_answered_with_keycloak_does_not_answer() {
        var manager = signedIn("managers");
        interrupt(false);
        var answer = manager.engine("GET", "/user?firstNameLike=" + COUNT.incrementAndGet() + "%25", null);
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.body()).contains("Keycloak does not answer").doesNotContain("Exception", "http://");
    }

    @Test
    void a_keycloak_that_hangs_slows_one_request_and_not_the_next() {
        var visitor = signedIn("sales");
        interrupt(true);
        visitor.get("/orders");
        await().pollDelay(Duration.ofMillis(1100)).until(() -> true); // the next check would be due
        var start = System.nanoTime();
        assertThat(visitor.get("/orders").status()).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(1500));
    }

    @ParameterizedTest
    @CsvSource({"en,Nobody can sign in at the moment", "zh-TW,目前無法登入", "zh-CN,暂时无法登录"})
    void signing_in_meanwhile_is_refused_in_the_readers_language(String language, String text) {
        relay.cut();
        var page = new Visitor(port, engine.getName(), language).get("/orders");
        assertThat(page.status()).isEqualTo(503);
        assertThat(page.body()).contains(text).doesNotContain("Exception");
        assertThat(page.header("Retry-After")).isNotEmpty();
        assertThat(page.header("Content-Security-Policy")).contains("frame-ancestors 'none'");
    }

    @Test
    void signing_in_works_as_soon_as_keycloak_answers_again() {
        relay.cut();
        var visitor = visitor();
        assertThat(visitor.get("/orders").status()).isEqualTo(503);
        relay.restore();
        assertThat(visitor.signIn("demo-sales").status()).isEqualTo(200);
    }

    @Test
    void a_person_disabled_during_an_outage_loses_access_after_it() {
        var visitor = signedIn("sales");
        relay.cut();
        realm.disable(person);
        await().pollDelay(Duration.ofMillis(1100))
                .until(() -> visitor.get("/orders").status() == 200);
        relay.restore();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> visitor.get("/orders").asksToSignIn());
    }

    @Test
    void signing_out_meanwhile_ends_the_session_here_and_says_that_keycloak_could_not_be_told() {
        var visitor = signedIn("sales");
        relay.cut();
        assertThat(visitor.signOut().body()).contains("could not be told");
        assertThat(visitor.engine("GET", "/task", null).status()).isEqualTo(401);
        assertThat(visitor.get("/orders").status()).isEqualTo(503);
    }

    @Test
    void an_outage_between_the_form_of_keycloak_and_the_redirect_back_leads_to_a_page_and_no_fault() {
        var visitor = visitor();
        visitor.get("/orders");
        var page = visitor.get(KeycloakSignIn.RETURN + "?error=temporarily_unavailable&state=unknown");
        assertThat(page.body()).contains("was not completed");
        relay.cut();
        assertThat(visitor.get(KeycloakSignIn.RETURN + "?code=x&state=unknown").status())
                .isEqualTo(503);
    }

    // privacy

    @Test
    void neither_addresses_nor_logs_name_people_or_carry_tokens(CapturedOutput log) {
        var visitor = signedIn("sales");
        visitor.open("tasklist");
        await().pollDelay(Duration.ofMillis(1100))
                .until(() -> visitor.get("/orders").status() == 200);
        visitor.signOut();
        assertThat(visitor.wentTo)
                .flatExtracting(KeycloakSignInTest::readable)
                .noneMatch(text -> text.contains(person));
        assertThat(log.getAll()).doesNotContain("Given-" + person, "Family-" + person, person + "@", "eyJ");
    }

    @Test
    void the_content_of_a_session_can_be_stored_and_read_by_another_node() throws Exception {
        var visitor = signedIn("sales");
        visitor.open("tasklist");
        visitor.engine("GET", "/task", null);
        assertThat(sessions()).isNotEmpty();
        for (var session : sessions()) {
            for (var name : Collections.list(session.getAttributeNames())) {
                new ObjectOutputStream(new ByteArrayOutputStream()).writeObject(session.getAttribute(name));
            }
        }
    }

    @Test
    void behind_a_proxy_with_tls_signing_in_and_out_works_and_every_cookie_is_secure() {
        var visitor = visitor().behindProxy();
        assertThat(visitor.signIn("/stock?lang=zh-TW", "demo-sales", DemoUser.PASSWORD)
                        .status())
                .isEqualTo(200);
        assertThat(visitor.open("tasklist").status()).isEqualTo(200);
        assertThat(visitor.engine("GET", "/task/count", null).status()).isEqualTo(200);

        var ours = visitor.pages.stream()
                .filter(page -> !page.address().toString().startsWith(realm.issuer()))
                .toList();
        var cookies = ours.stream()
                .flatMap(page -> page.answer().headers().allValues("Set-Cookie").stream())
                .toList();
        assertThat(cookies)
                .extracting(cookie -> cookie.split("=")[0])
                .contains("ORDERTRAIL_LANGUAGE", "XSRF-TOKEN")
                .anyMatch(name -> name.endsWith("ORDERTRAIL_SESSION"));
        assertThat(cookies).allMatch(cookie -> cookie.contains("Secure") && cookie.contains("SameSite=Lax"));
        assertThat(ours).allSatisfy(page -> {
            assertThat(page.header("Strict-Transport-Security")).contains("max-age=31536000", "includeSubDomains");
            assertThat(page.header("Content-Security-Policy"))
                    .contains("form-action 'self' " + realm.issuer().replaceAll("(?<=\\w)/.*", ""));
        });
        assertThat(visitor.signOut().body()).contains("您已登出");
        assertThat(visitor.get("/orders").asksToSignIn()).isTrue();
    }

    private List<HttpSession> sessions() {
        var context = (Context) ((TomcatWebServer) application.getWebServer())
                .getTomcat()
                .getHost()
                .findChildren()[0];
        return Arrays.stream(context.getManager().findSessions())
                .map(Session::getSession)
                .toList();
    }

    private List<String> groupsInTheEngine(String name) {
        return sessions().stream()
                .map(session -> (Authentications) session.getAttribute("authenticatedUser"))
                .filter(Objects::nonNull)
                .flatMap(known -> known.getAuthentications().stream())
                .filter(known -> known.getName().equals(name))
                .findFirst()
                .orElseThrow()
                .getGroupIds();
    }

    private void interrupt(boolean silent) {
        if (silent) {
            relay.fallSilent();
        } else {
            relay.cut();
        }
        await().pollDelay(Duration.ofMillis(1100)).until(() -> true); // the sign-in is old enough to be checked
    }

    /** Returns everything that can be decoded from an address. */
    private static List<String> readable(URI address) {
        return Stream.concat(
                        Stream.of(address.toString()),
                        Arrays.stream(String.valueOf(address.getQuery()).split("[&=.]"))
                                .map(part -> part.replaceAll("[^A-Za-z0-9_-]", ""))
                                .filter(part -> part.length() % 4 != 1)
                                .map(part -> new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8)))
                .toList();
    }

    private String task(OrderNumber number, String element) {
        return desk.task(number, element).getId();
    }

    private Visitor visitor() {
        return new Visitor(port, engine.getName());
    }

    private Visitor signedIn(String group) {
        realm.add(person, group);
        var visitor = visitor();
        assertThat(visitor.signIn(person).status()).isEqualTo(200);
        visitor.open("tasklist");
        return visitor;
    }
}
