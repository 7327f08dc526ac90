package io.ordertrail.web.page;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import jakarta.servlet.http.HttpSession;

import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/** Processes each form only once: a form that is sent again leads to the stored result. */
@Component
public class FormTokens {

    private static final String ATTRIBUTE = FormTokens.class.getName();
    private static final int MAX_TOKENS = 50;
    private static final String UNUSED = "";

    public String issue(HttpSession session) {
        synchronized (WebUtils.getSessionMutex(session)) {
            var tokens = tokens(session);
            while (tokens.size() >= MAX_TOKENS) {
                tokens.remove(tokens.keySet().iterator().next());
            }
            var token = UUID.randomUUID().toString();
            tokens.put(token, UNUSED);
            session.setAttribute(ATTRIBUTE, tokens);
            return token;
        }
    }

    /**
     * Processes a form unless it is already processed. Within a session, a second request waits until the first ends.
     *
     * @return the result of the form, now or from the first time; empty when the session does not know the token
     */
    public Optional<String> once(HttpSession session, String token, Supplier<String> work) {
        synchronized (WebUtils.getSessionMutex(session)) {
            var tokens = tokens(session);
            var before = tokens.get(token);
            if (UNUSED.equals(before)) {
                tokens.put(token, work.get());
                session.setAttribute(ATTRIBUTE, tokens);
            }
            return Optional.ofNullable(tokens.get(token));
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> tokens(HttpSession session) {
        var stored = (Map<String, String>) session.getAttribute(ATTRIBUTE);
        return stored == null ? new LinkedHashMap<>() : stored;
    }
}
