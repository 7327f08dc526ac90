package io.ordertrail.platform.access;

import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Stream;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.tomcat.util.http.Rfc6265CookieProcessor;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Gives the session cookie the prefix __Host- if the request came by TLS. Browsers then accept it only from this host,
 * and no other host of the domain can set one. Without TLS, as on a local machine, browsers would refuse that name.
 */
@Component
class HostCookie implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    static final String PREFIX = "__Host-";

    private final String name;

    HostCookie(@Value("${server.servlet.session.cookie.name}") String name) {
        this.name = name;
    }

    @Override
    public void customize(TomcatServletWebServerFactory server) {
        server.addContextCustomizers(context -> context.setCookieProcessor(new PrefixingCookies()));
        server.addContextValves(new PrefixedSessionOnly());
    }

    private final class PrefixingCookies extends Rfc6265CookieProcessor {

        private PrefixingCookies() {
            setSameSiteCookies("lax");
        }

        @Override
        public String generateHeader(Cookie cookie, HttpServletRequest request) {
            var header = super.generateHeader(cookie, request);
            return request.isSecure() && cookie.getName().equals(name) ? PREFIX + header : header;
        }
    }

    /**
     * Accepts a session only by the prefixed cookie if the request came by TLS. Runs after the valve that knows whether
     * a proxy used TLS.
     */
    private final class PrefixedSessionOnly extends ValveBase {

        private PrefixedSessionOnly() {
            super(true);
        }

        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            if (request.isSecure()) {
                request.setRequestedSessionId(bound(request));
                request.setRequestedSessionCookie(true);
            }
            getNext().invoke(request, response);
        }

        private String bound(Request request) {
            return Stream.ofNullable(request.getCookies())
                    .flatMap(Arrays::stream)
                    .filter(cookie -> cookie.getName().equals(PREFIX + name))
                    .map(Cookie::getValue)
                    .findFirst()
                    .orElse(null);
        }
    }
}
