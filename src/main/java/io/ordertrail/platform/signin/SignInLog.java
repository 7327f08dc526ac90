package io.ordertrail.platform.signin;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Logs who signs in and out, whichever way they do. */
@Component
class SignInLog {

    private static final Logger LOG = LoggerFactory.getLogger(SignInLog.class);

    @EventListener
    void signedIn(InteractiveAuthenticationSuccessEvent event) {
        LOG.info("{} signed in from {}", event.getAuthentication().getName(), addressOf(event.getAuthentication()));
    }

    @EventListener
    void signedOut(LogoutSuccessEvent event) {
        LOG.info("{} signed out", event.getAuthentication().getName());
    }

    private static String addressOf(Authentication person) {
        if (person.getDetails() instanceof SignedIn here) {
            return here.address();
        }
        return person.getDetails() instanceof WebAuthenticationDetails web ? web.getRemoteAddress() : "nowhere";
    }
}
