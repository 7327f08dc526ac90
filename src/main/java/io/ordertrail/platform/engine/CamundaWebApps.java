package io.ordertrail.platform.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.LocaleResolver;

import io.ordertrail.settings.OrdertrailSettings;

/** Makes Tasklist, Cockpit, Admin and Welcome rooms of this house: one sign-in, one sign-out, a way back to the desk. */
@Configuration(proxyBeanMethods = false)
class CamundaWebApps {

    /** Runs right after Spring Security, which knows by then who is there. */
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

    /** The engine's calls are answered in the language that the person reads, as everything else is. */
    @Bean
    FilterRegistrationBean<Filter> readersLanguage(LocaleResolver localeResolver) {
        var filter = new FilterRegistrationBean<Filter>((request, response, chain) -> {
            LocaleContextHolder.setLocale(localeResolver.resolveLocale((HttpServletRequest) request));
            chain.doFilter(request, response);
        });
        filter.setName("readersLanguage");
        filter.addUrlPatterns("/camunda/api/*", "/engine-rest/*");
        filter.setOrder(0); // after the filter by which Spring Boot tells Jersey the language of the browser
        return filter;
    }

    /** The files that the web applications leave to their owner, the same for all four. */
    @RestController
    static class OwnersFiles {

        private final List<String> styles;

        OwnersFiles(OrdertrailSettings settings) {
            styles = settings.keepsPeople()
                    ? List.of("user-styles.css")
                    : List.of("user-styles.css", "people-elsewhere.css");
        }

        @GetMapping(
                path = "/camunda/app/{app:tasklist|cockpit|admin|welcome}/scripts/config.js",
                produces = "text/javascript;charset=UTF-8")
        ResponseEntity<String> settings() {
            return files(List.of("config.js"));
        }

        @GetMapping(
                path = "/camunda/app/{app:tasklist|cockpit|admin|welcome}/styles/user-styles.css",
                produces = "text/css;charset=UTF-8")
        ResponseEntity<String> styles() {
            return files(styles);
        }

        private static ResponseEntity<String> files(List<String> names) {
            return ResponseEntity.ok()
                    .cacheControl(CacheControl.noCache())
                    .body(names.stream().map(OwnersFiles::text).collect(Collectors.joining()));
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
