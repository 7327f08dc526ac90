package io.ordertrail.platform.access;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * One rule of the table in {@link AccessRules}.
 *
 * @param methods empty means every method
 * @param anybody whether people who are not signed in may call, too
 * @param who the roles that may call
 */
public record AccessRule(
        Set<HttpMethod> methods, List<String> paths, boolean anybody, Set<Role> who, List<RequestMatcher> matchers) {

    static AccessRule of(Set<HttpMethod> methods, List<String> paths, boolean anybody, Set<Role> who) {
        var pattern = PathPatternRequestMatcher.withDefaults();
        var matchers = paths.stream().<RequestMatcher>map(pattern::matcher).toList();
        return new AccessRule(methods, paths, anybody, who, matchers);
    }

    boolean matches(HttpServletRequest request) {
        return (methods.isEmpty() || methods.contains(HttpMethod.valueOf(request.getMethod()))) && isAt(request);
    }

    boolean isAt(HttpServletRequest request) {
        return matchers.stream().anyMatch(matcher -> matcher.matches(request));
    }

    public boolean allows(Collection<Role> roles) {
        return anybody || roles.stream().anyMatch(who::contains);
    }
}
