package io.ordertrail.platform.keycloak;

import java.io.IOException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;

/**
 * Ends a sign-in on both sides. This application calls Keycloak and does not redirect the browser there: so no token
 * with the name of a person is part of an address, and the result is known.
 */
class KeycloakSignOut implements LogoutHandler, LogoutSuccessHandler {

    private static final String ONLY_HERE = KeycloakSignOut.class.getName();

    private final KeycloakTokens tokens;

    KeycloakSignOut(KeycloakTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public void logout(HttpServletRequest request, HttpServletResponse response, Authentication person) {
        StoredSignIn.of(request.getSession(false))
                .filter(stored -> !tokens.end(stored.refreshToken()))
                .ifPresent(stored -> request.setAttribute(ONLY_HERE, true));
    }

    @Override
    public void onLogoutSuccess(HttpServletRequest request, HttpServletResponse response, Authentication person)
            throws IOException {
        var how = request.getAttribute(ONLY_HERE) == null ? "bye" : "bye=here";
        response.sendRedirect(request.getContextPath() + KeycloakSignIn.PAGE + "?" + how);
    }
}
