package io.ordertrail.platform.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

import io.ordertrail.actor.Stamp;

class CurrentActorTest {

    private static final Instant NOW = Instant.parse("2026-12-01T09:30:00Z");

    private final CurrentActor actor = new CurrentActor(Clock.fixed(NOW, ZoneOffset.UTC));

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void a_stamp_names_the_actor_and_the_time() {
        signIn();
        assertThat(actor.stamp()).isEqualTo(new Stamp("demo-sales", NOW));
        assertThat(actor.stamp().inNameOf("rule: credit")).isEqualTo(new Stamp("rule: credit", NOW));
    }

    @Test
    void the_signed_in_person_is_the_actor() {
        signIn();
        assertThat(actor.name()).isEqualTo("demo-sales");
        actor.as("timer: Delivery overdue", () -> assertThat(actor.name()).isEqualTo("demo-sales"));
        assertThat(actor.name()).isEqualTo("demo-sales");
    }

    @Test
    void a_timer_acts_under_its_name_until_its_work_ends_or_fails() {
        actor.as(
                "timer: Delivery overdue",
                () -> assertThat(actor.stamp()).isEqualTo(new Stamp("timer: Delivery overdue", NOW)));
        assertThat(actor.name()).isEqualTo("ordertrail");

        assertThatThrownBy(() -> actor.as("timer: Receipt by silence", () -> {
                    throw new IllegalStateException("the work fails");
                }))
                .hasMessage("the work fails");
        assertThat(actor.name()).isEqualTo("ordertrail");
    }

    @Test
    void work_that_a_timer_starts_is_done_in_the_name_of_the_timer() {
        actor.as("outer", () -> {
            actor.as("inner", () -> assertThat(actor.name()).isEqualTo("outer"));
            assertThat(actor.name()).isEqualTo("outer");
        });
    }

    @Test
    void an_anonymous_caller_is_not_an_actor() {
        SecurityContextHolder.getContext()
                .setAuthentication(new AnonymousAuthenticationToken(
                        "key", "anonymousUser", AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS")));
        assertThat(actor.name()).isEqualTo("ordertrail");
        actor.as("timer", () -> assertThat(actor.name()).isEqualTo("timer"));
    }

    private static void signIn() {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        "demo-sales", null, AuthorityUtils.NO_AUTHORITIES));
    }

    @Test
    void the_origin_is_the_address_of_the_request_or_else_of_the_sign_in() {
        assertThat(actor.origin()).as("nobody calls").isNull();
        var request = new MockHttpServletRequest();
        request.setRemoteAddr("203.0.113.9");
        var person = UsernamePasswordAuthenticationToken.authenticated(
                "demo-sales", null, AuthorityUtils.createAuthorityList("ROLE_sales"));
        person.setDetails(new WebAuthenticationDetails(request));
        SecurityContextHolder.getContext().setAuthentication(person);
        assertThat(actor.origin()).as("another thread").isEqualTo("203.0.113.9");
        request.setRemoteAddr("203.0.113.10");
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
        try {
            assertThat(actor.origin()).isEqualTo("203.0.113.10");
        } finally {
            RequestContextHolder.resetRequestAttributes();
        }
    }
}
