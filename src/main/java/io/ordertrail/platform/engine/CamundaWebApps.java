package io.ordertrail.platform.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;

import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.LocaleResolver;

import io.ordertrail.platform.access.Role;
import io.ordertrail.settings.OrdertrailSettings;

/**
 * Connects Tasklist, Cockpit, Admin and Welcome with the order desk: one sign-in, one sign-out, a link back to the
 * desk.
 */
@Configuration(proxyBeanMethods = false)
class CamundaWebApps {

    /** Runs directly after Spring Security, which has identified the person by then. */
    @Bean
    FilterRegistrationBean<ContainerBasedAuthenticationFilter> signedInPerson() {
        var filter = new FilterRegistrationBean<>(new ContainerBasedAuthenticationFilter());
        filter.setName("signedInPerson");
        filter.setInitParameters(Map.of("authentication-provider", SignedInPerson.class.getName()));
        filter.addUrlPatterns("/camunda/app/*", "/camunda/api/*");
        filter.setDispatcherTypes(DispatcherType.REQUEST);
        filter.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER + 1);
        return filter;
    }

    /** Answers calls to the engine in the language of the reader. */
    @Bean
    FilterRegistrationBean<Filter> readersLanguage(LocaleResolver localeResolver) {
        var filter = new FilterRegistrationBean<Filter>((request, response, chain) -> {
            LocaleContextHolder.setLocale(localeResolver.resolveLocale((HttpServletRequest) request));
            chain.doFilter(request, response);
        });
        filter.setName("readersLanguage");
        filter.addUrlPatterns("/camunda/api/*", "/engine-rest/*");
        filter.setOrder(0); // after the filter with which Spring Boot passes the language of the browser to Jersey
        return filter;
    }

    /** The customization files of the web applications, the same for all four. */
    @RestController
    static class CustomizationFiles {

        private final List<String> styles;

        CustomizationFiles(OrdertrailSettings settings) {
            styles = settings.managesUsers()
                    ? List.of("user-styles.css")
                    : List.of("user-styles.css", "people-elsewhere.css");
        }

        @GetMapping(
                path = "/camunda/app/{app:tasklist|cockpit|admin|welcome}/scripts/config.js",
                produces = "text/javascript;charset=UTF-8")
        ResponseEntity<String> settings(Authentication reader) {
            if (isIn(reader, Role.CAMUNDA_ADMIN)) {
                return files(List.of("config.js"));
            }
            return files(
                    isIn(reader, Role.PROCESS_OWNERS)
                            ? List.of("no-changes.js", "config.js")
                            : List.of("no-changes.js", "no-retries.js", "config.js"));
        }

        private static boolean isIn(Authentication reader, Role role) {
            return reader.getAuthorities().stream()
                    .anyMatch(authority -> role.authority().equals(authority.getAuthority()));
        }

        @GetMapping(
                path = "/camunda/app/{app:tasklist|cockpit|admin|welcome}/styles/user-styles.css",
                produces = "text/css;charset=UTF-8")
        ResponseEntity<String> styles() {
            return files(styles);
        }

        /** Cockpit knows one Chinese alone, so it gets its texts in that of the reader. */
        @GetMapping(
                path = "/camunda/app/cockpit/locales/zh.json",
                produces = MediaType.APPLICATION_JSON_VALUE + ";charset=UTF-8")
        ResponseEntity<String> chinese(Locale reader) {
            return files(
                    List.of(reader.equals(Locale.TRADITIONAL_CHINESE) ? "cockpit-zh_TW.json" : "cockpit-zh_CN.json"));
        }

        private static ResponseEntity<String> files(List<String> names) {
            return ResponseEntity.ok()
                    .cacheControl(CacheControl.noCache())
                    .body(names.stream().map(CustomizationFiles::text).collect(Collectors.joining()));
        }

        private static String text(String name) {
            try {
                return new ClassPathResource("camunda-webapps/" + name).getContentAsString(StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
