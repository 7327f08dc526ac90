package io.ordertrail.platform.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;

import io.ordertrail.platform.engine.People;
import io.ordertrail.platform.engine.People.Person;
import io.ordertrail.schedule.MovedClock;

/** Whether a local sign-in is still valid. */
class LocalWatchTest {

    private static final Person ADA = new Person("ada", "hash of the first password");
    private static final String CONTEXT = "SPRING_SECURITY_CONTEXT";

    private final MovedClock clock = new MovedClock();
    private final People people = mock(People.class);
    private final LocalWatch watch = new LocalWatch(people, Duration.ofHours(12), clock);
    private final MockHttpSession session = new MockHttpSession();

    @BeforeEach
    void ada_has_signed_in() throws Exception {
        when(people.find("ada")).thenReturn(Optional.of(ADA));
        when(people.groupsOf("ada")).thenReturn(Set.of("sales"));
        var ada = UsernamePasswordAuthenticationToken.authenticated(
                "ada", null, AuthorityUtils.createAuthorityList("ROLE_sales"));
        ada.setDetails(SignedIn.of(ADA, clock.instant(), "127.0.0.1"));
        session.setAttribute(CONTEXT, new SecurityContextImpl(ada));
        assertThat(request()).isNotNull();
    }

    @AfterEach
    void close() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void a_deleted_person_is_out_after_ten_seconds() throws Exception {
        when(people.find("ada")).thenReturn(Optional.empty());
        clock.move(Duration.ofSeconds(10));
        assertThat(request()).isNull();
        assertThat(session.isInvalid()).isTrue();
    }

    @Test
    void a_session_that_began_with_a_former_password_ends_after_ten_seconds() throws Exception {
        when(people.find("ada")).thenReturn(Optional.of(new Person("ada", "hash of another password")));
        clock.move(Duration.ofSeconds(10));
        assertThat(request()).isNull();
        assertThat(session.isInvalid()).isTrue();
    }

    @Test
    void a_person_who_was_removed_from_a_group_loses_its_rights_after_ten_seconds() throws Exception {
        when(people.groupsOf("ada")).thenReturn(Set.of());
        clock.move(Duration.ofSeconds(10));
        assertThat(request().getAuthorities()).isEmpty();
        assertThat(stored().getAuthorities()).isEmpty();
    }

    @Test
    void a_new_group_gives_its_rights() throws Exception {
        when(people.groupsOf("ada")).thenReturn(Set.of("sales", "managers"));
        clock.move(Duration.ofSeconds(10));
        assertThat(request().getAuthorities())
                .extracting(Object::toString)
                .containsExactlyInAnyOrder("ROLE_sales", "ROLE_managers");
        assertThat(stored().getDetails()).isInstanceOf(SignedIn.class);
    }

    @Test
    void a_session_that_is_used_all_day_ends_after_twelve_hours() throws Exception {
        for (var minutes = 0; minutes < 12 * 60; minutes += 20) {
            clock.move(Duration.ofMinutes(20));
            assertThat(request()).isNotNull();
        }
        clock.move(Duration.ofSeconds(1));
        assertThat(request()).isNull();
        assertThat(session.isInvalid()).isTrue();
    }

    private Authentication stored() {
        return ((SecurityContext) session.getAttribute(CONTEXT)).getAuthentication();
    }

    private Authentication request() throws Exception {
        var request = new MockHttpServletRequest();
        request.setSession(session);
        SecurityContextHolder.setContext((SecurityContext) session.getAttribute(CONTEXT));
        var seen = new Authentication[1];
        watch.doFilter(
                request,
                new MockHttpServletResponse(),
                (called, answered) ->
                        seen[0] = SecurityContextHolder.getContext().getAuthentication());
        return seen[0];
    }
}
