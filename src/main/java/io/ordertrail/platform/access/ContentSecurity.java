package io.ordertrail.platform.access;

import java.io.IOException;
import java.util.Base64;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.crypto.keygen.Base64StringKeyGenerator;
import org.springframework.security.crypto.keygen.StringKeyGenerator;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The headers that limit what a browser may load, run and frame. Our own pages run only scripts that carry the nonce of
 * the request.
 */
@Component
public class ContentSecurity implements HeaderWriter {

    /** The request attribute that holds the nonce for the script and style elements of a template. */
    static final String NONCE = "cspNonce";

    static final String PERMISSIONS =
            "camera=(), microphone=(), geolocation=(), payment=(), usb=(), interest-cohort=()";

    private static final String CAMUNDA_NONCE = "org.camunda.bpm.csp.nonce";
    private static final String CAMUNDA = "/camunda/";
    private static final String CAMUNDA_DATA = "/camunda/api/";
    private static final String SWAGGER = "/swagger-ui";

    private final StringKeyGenerator nonces =
            new Base64StringKeyGenerator(Base64.getUrlEncoder().withoutPadding(), 32);
    private final HeaderWriter noStore = new CacheControlHeadersWriter();
    private final String formTargets;
    private final String camundaNonce;
    private final String camundaPolicy;

    /** The engine's web applications use one nonce for all requests, so it lasts as long as the application. */
    ContentSecurity(SignIn signIn, ServletContext servlets) {
        formTargets = "form-action 'self'" + signIn.formTargets();
        camundaNonce = nonces.generateKey();
        servlets.setAttribute(CAMUNDA_NONCE, camundaNonce);
        camundaPolicy = "default-src 'self'; script-src 'nonce-" + camundaNonce + "' 'strict-dynamic' 'unsafe-eval'; "
                + "style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; object-src 'none'; "
                + "base-uri 'self'; frame-src 'self'; frame-ancestors 'none'; " + formTargets;
    }

    public void addTo(HttpSecurity http) throws Exception {
        http.addFilterBefore(new NoncePerRequest(), HeaderWriterFilter.class)
                .headers(headers -> headers.cacheControl(cache -> cache.disable())
                        .frameOptions(frame -> frame.disable())
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(permissions -> permissions.policy(PERMISSIONS))
                        .addHeaderWriter(this));
    }

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        var path = path(request);
        var framed = path.matches("/tasks/[^/]+/facts");
        response.setHeader(
                "Content-Security-Policy", policy(path, String.valueOf(request.getAttribute(NONCE)), framed));
        response.setHeader("X-Frame-Options", framed ? "SAMEORIGIN" : "DENY");
        if (!isFileOfCamunda(path)) {
            noStore.writeHeaders(request, response);
        }
    }

    /** Scripts and styles, which are the same for everybody; addresses of pages end with a slash. */
    private static boolean isFileOfCamunda(String path) {
        return path.startsWith(CAMUNDA) && !path.startsWith(CAMUNDA_DATA) && !path.endsWith("/");
    }

    private static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }

    private String policy(String path, String nonce, boolean framed) {
        if (path.startsWith(CAMUNDA)) {
            return camundaPolicy;
        }
        var styles = path.startsWith(SWAGGER) ? "'unsafe-inline'" : "'nonce-" + nonce + "'";
        return "default-src 'none'; script-src 'self' 'nonce-" + nonce + "'; style-src 'self' " + styles
                + "; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; frame-src 'self';"
                + " object-src 'none'; base-uri 'none';"
                + " frame-ancestors"
                + " " + (framed ? "'self'" : "'none'") + "; " + formTargets;
    }

    private final class NoncePerRequest extends OncePerRequestFilter {

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            request.setAttribute(NONCE, path(request).startsWith(CAMUNDA) ? camundaNonce : nonces.generateKey());
            chain.doFilter(request, response);
        }
    }
}
