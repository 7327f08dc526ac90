package io.ordertrail.platform.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jakarta.servlet.Filter;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

import io.ordertrail.journey.Sample;
import io.ordertrail.platform.engine.DemoUser;

/** Checks every endpoint of the application against every role and against callers who are not signed in. */
@PlatformTest
class AccessTest {

    private static final Pattern ONE_OF = Pattern.compile("\\{\\w+:([\\w|]+)}");
    private static final int EVERY_NTH = 8;
    private static final Pattern PART = Pattern.compile("\\{[^/]*}");

    /**
     * @param who empty if it is closed to everybody; null if nobody has to sign in
     */
    record Endpoint(String method, String address, Set<Role> who) {

        static Endpoint read(String line) {
            var words = line.split("\\s+");
            return new Endpoint(words[0], words[1], rolesOf(List.of(words).subList(2, words.length)));
        }

        private static Set<Role> rolesOf(List<String> words) {
            return switch (words.get(0)) {
                case "anybody" -> null;
                case "nobody" -> EnumSet.noneOf(Role.class);
                case "everyone" -> EnumSet.allOf(Role.class);
                case "staff" -> Role.staff();
                default ->
                    words.stream()
                            .map(word ->
                                    Role.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_')))
                            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
            };
        }

        HttpMethod httpMethod() {
            return HttpMethod.valueOf(method.equals("ANY") ? "GET" : method);
        }

        /** Returns an address at which nothing exists. */
        String sample() {
            return PART.matcher(address).replaceAll("1").replace("**", "1");
        }

        @Override
        public String toString() {
            return method + " " + address;
        }
    }

    @Autowired
    MockMvc browser;

    @Autowired
    Collection<RequestMappingInfoHandlerMapping> pages;

    @Test
    void every_mapped_address_is_listed() {
        assertThat(mapped()).isSubsetOf(names(endpoints().toList()));
    }

    @Test
    void every_call_of_the_api_description_is_listed() throws Exception {
        var described = new TreeSet<String>();
        var paths = new ObjectMapper()
                .readTree(browser.perform(
                                get("/v3/api-docs").with(user("demo-sales").roles(Role.SALES.group())))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .path("paths");
        paths.fields()
                .forEachRemaining(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(
                                method -> described.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        assertThat(described).isNotEmpty().isSubsetOf(names(endpoints().toList()));
    }

    @Test
    void every_listed_address_exists() {
        assertThat(endpoints().filter(endpoint -> !mapped().contains(endpoint.toString())))
                .allMatch(endpoint -> endpoint.address()
                        .matches("/(actuator|camunda|css|scripts|images|webjars|swagger-ui|sign-in|sign-out)(/.*)?"));
    }

    @Test
    void an_endpoint_is_open_to_its_roles_and_to_nobody_else_as_the_filters_say(
            @Autowired @Qualifier("springSecurityFilterChain") Filter filters) {
        var filtered = MockMvcBuilders.standaloneSetup(new AnyAddress())
                .apply(springSecurity(filters))
                .build();
        assertThat(endpoints()).allSatisfy(endpoint -> assertOpenToItsRoles(endpoint, filtered));
    }

    /** The filters decide alone, so that a part of the addresses is enough by day to tell that nothing behind them refuses. */
    @ParameterizedTest
    @MethodSource
    void an_endpoint_is_open_to_its_roles_and_to_nobody_else(Endpoint endpoint) throws Exception {
        assertThat(AccessRules.of(
                        new MockHttpServletRequest(endpoint.httpMethod().name(), endpoint.sample())))
                .as("a rule")
                .isPresent();
        assertOpenToItsRoles(endpoint, browser);
    }

    static List<Endpoint> an_endpoint_is_open_to_its_roles_and_to_nobody_else() {
        return Sample.eachNth(EVERY_NTH, 0, endpoints().toList());
    }

    private static void assertOpenToItsRoles(Endpoint endpoint, MockMvc called) throws Exception {
        if (endpoint.who() == null) {
            assertThat(status(endpoint, null, called)).isNotIn(401, 403);
            return;
        }
        var passed = EnumSet.noneOf(Role.class);
        for (var role : Role.values()) {
            if (!Set.of(401, 403).contains(status(endpoint, role, called))) {
                passed.add(role);
            }
        }
        assertThat(passed).isEqualTo(endpoint.who());
        assertThat(status(endpoint, null, called)).isEqualTo(401);
    }

    /** Calls the endpoint with an empty body, so that nothing can be stored. */
    private static int status(Endpoint endpoint, Role role, MockMvc called) throws Exception {
        var call = request(endpoint.httpMethod(), endpoint.sample())
                .with(csrf())
                .accept(MediaType.APPLICATION_JSON)
                .contentType(
                        endpoint.address().startsWith("/api/")
                                ? MediaType.APPLICATION_JSON
                                : MediaType.APPLICATION_FORM_URLENCODED);
        return called.perform(role == null ? call : call.with(user(nameOf(role)).roles(role.group())))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    /** Answers whatever the filters let through. */
    @RestController
    static class AnyAddress {

        @RequestMapping("/**")
        ResponseEntity<Void> answer() {
            return ResponseEntity.noContent().build();
        }
    }

    private static String nameOf(Role role) {
        return DemoUser.ALL.stream()
                .filter(one -> one.role() == role)
                .findFirst()
                .orElseThrow()
                .name();
    }

    static Stream<Endpoint> endpoints() {
        try (var lines = AccessTest.class.getResourceAsStream("endpoints.txt")) {
            return new String(lines.readAllBytes())
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Endpoint::read);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Set<String> mapped() {
        return pages.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .flatMap(AccessTest::routes)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> routes(RequestMappingInfo page) {
        var methods = page.getMethodsCondition().getMethods().stream()
                .map(RequestMethod::name)
                .toList();
        return (methods.isEmpty() ? List.of("ANY") : methods)
                .stream()
                        .flatMap(method -> page.getPatternValues().stream()
                                .flatMap(AccessTest::expanded)
                                .map(address -> method + " " + address));
    }

    /** Returns one address for each name that a pattern such as {app:a|b} lists. */
    private static Stream<String> expanded(String pattern) {
        var names = ONE_OF.matcher(pattern);
        return names.find()
                ? Arrays.stream(names.group(1).split("\\|")).map(name -> names.replaceFirst(name))
                : Stream.of(pattern);
    }

    private static List<String> names(List<Endpoint> endpoints) {
        return endpoints.stream().map(Endpoint::toString).toList();
    }
}
