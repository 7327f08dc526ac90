package io.ordertrail.web.page;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.WebInvocationPrivilegeEvaluator;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The model attributes of every page: the user, the formats for their language and time zone, and the current time. */
@ControllerAdvice("io.ordertrail.web")
class PageModel {

    private final WebInvocationPrivilegeEvaluator privileges;
    private final RequestMappingHandlerMapping pages;
    private final Clock clock;

    PageModel(
            WebInvocationPrivilegeEvaluator privileges,
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping pages,
            Clock clock) {
        this.privileges = privileges;
        this.pages = pages;
        this.clock = clock;
    }

    @ModelAttribute("me")
    CurrentUser me(Authentication person) {
        return new CurrentUser(person, privileges, this::isPage);
    }

    @ModelAttribute("shown")
    Formats shown(Locale locale, @CookieValue(name = "ORDERTRAIL_ZONE", required = false) String zone) {
        return new Formats(locale, zoneOf(zone));
    }

    /** The first part of the address, by which the navigation marks the current section. */
    @ModelAttribute("section")
    String section(HttpServletRequest request) {
        return request.getRequestURI()
                .substring(request.getContextPath().length())
                .replaceAll("^/+([^/]*).*$", "$1");
    }

    /** How long the session lasts without a request; null without a session. */
    @ModelAttribute("sessionSeconds")
    Integer sessionSeconds(HttpServletRequest request) {
        var session = request.getSession(false);
        return session == null ? null : session.getMaxInactiveInterval();
    }

    @ModelAttribute("now")
    Instant now() {
        return clock.instant();
    }

    private boolean isPage(String path) {
        return pages.getHandlerMethods().keySet().stream()
                .anyMatch(page -> page.getDirectPaths().contains(path));
    }

    /** The browser sends its time zone in a cookie; without the cookie, pages show times in UTC and mark them. */
    static ZoneId zoneOf(String cookie) {
        try {
            return cookie == null ? ZoneOffset.UTC : ZoneId.of(cookie.replace("%2F", "/"));
        } catch (DateTimeException e) {
            return ZoneOffset.UTC;
        }
    }
}
