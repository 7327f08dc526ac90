package io.ordertrail.platform.signin;

import java.net.InetAddress;
import java.time.Clock;
import java.util.Set;

import org.springframework.boot.web.server.ConfigurableWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationFailureHandler;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;

import io.ordertrail.platform.access.SignIn;
import io.ordertrail.platform.access.TooManyAttempts;
import io.ordertrail.platform.access.WithLocalSignIn;
import io.ordertrail.platform.engine.LocalSettings;
import io.ordertrail.platform.engine.People;

/** Sign-in by name and password, stored in the engine's own tables: for trials on this machine alone. */
@Configuration(proxyBeanMethods = false)
@WithLocalSignIn
class LocalSignIn implements SignIn {

    static final String PAGE = "/sign-in";
    private static final Set<String> LOOPBACK_NAMES = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    @Override
    public String page() {
        return PAGE;
    }

    private final LocalWatch watch;

    LocalSignIn(People people, LocalSettings settings, Clock clock) {
        this.watch = new LocalWatch(people, settings.longest(), clock);
    }

    @Override
    public void web(HttpSecurity http, AuthenticationEntryPoint refusal) throws Exception {
        var wrong = new SimpleUrlAuthenticationFailureHandler(PAGE + "?refused");
        http.formLogin(form -> form.loginPage(PAGE)
                .failureUrl(PAGE + "?refused")
                .failureHandler((request, response, why) -> {
                    if (why instanceof TooManyAttempts) {
                        refusal.commence(request, response, why);
                    } else {
                        wrong.onAuthenticationFailure(request, response, why);
                    }
                })
                .permitAll());
    }

    @Override
    public void watch(HttpSecurity http) {
        http.addFilterBefore(watch, AnonymousAuthenticationFilter.class);
    }

    @Override
    public void rest(HttpSecurity http, AuthenticationEntryPoint refusal) throws Exception {
        http.httpBasic(basic -> basic.authenticationEntryPoint(refusal));
    }

    @Override
    public String challenge() {
        return "Basic realm=\"Ordertrail\", charset=\"UTF-8\"";
    }

    /**
     * Binds the server to loopback, whatever else is configured: passwords that everybody knows are not offered to a
     * network. Static, because the server is made before people are.
     */
    @Bean
    static LoopbackOnly loopbackOnly() {
        return new LoopbackOnly();
    }

    /** Refuses other host names: a page of another site whose host name was pointed at this machine gets no answer. */
    @Bean
    HttpFirewall loopbackNamesOnly() {
        var firewall = new StrictHttpFirewall();
        firewall.setAllowedHostnames(LOOPBACK_NAMES::contains);
        return firewall;
    }

    @Order(Ordered.LOWEST_PRECEDENCE)
    static final class LoopbackOnly implements WebServerFactoryCustomizer<ConfigurableWebServerFactory> {

        @Override
        public void customize(ConfigurableWebServerFactory server) {
            server.setAddress(InetAddress.getLoopbackAddress());
        }
    }
}
