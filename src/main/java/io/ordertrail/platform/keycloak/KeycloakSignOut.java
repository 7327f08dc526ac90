package io.ordertrail.platform.keycloak;

import java.io.IOException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;

/**
 * Ends a sign-in on both sides. Keycloak is told by this application and not by sending the browser there: no token
 * with a person's name travels in an address, and it is known what became of it.
 */
class KeycloakSignOut implements LogoutHandler, LogoutSuccessHandler {

    private static final String HERE_ALONE = KeycloakSignOut.class.getName();

    private final KeycloakTokens tokens;

    KeycloakSignOut(KeycloakTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public void logout(HttpServletRequest request, HttpServletResponse response, Authentication person) {
        StoredSignIn.of(request.getSession(false))
                .filter(kept -> !tokens.end(kept.refreshToken()))
                .ifPresent(kept -> request.setAttribute(HERE_ALONE, true));
    }

    @Override
    public void onLogoutSuccess(HttpServletRequest request, HttpServletResponse response, Authentication person)
            throws IOException {
        var how = request.getAttribute(HERE_ALONE) == null ? "bye" : "bye=here";
        response.sendRedirect(request.getContextPath() + KeycloakSignIn.PAGE + "?" + how);
    }
}
