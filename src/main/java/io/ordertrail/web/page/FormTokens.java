package io.ordertrail.web.page;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import jakarta.servlet.http.HttpSession;

import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/** Lets a form be sent once: what came of it is kept, so that sending it again leads there instead of doing it twice. */
@Component
public class FormTokens {

    private static final String KEPT = FormTokens.class.getName();
    private static final int MOST = 50;
    private static final String UNSPENT = "";

    public String issue(HttpSession session) {
        synchronized (WebUtils.getSessionMutex(session)) {
            var tokens = tokens(session);
            while (tokens.size() >= MOST) {
                tokens.remove(tokens.keySet().iterator().next());
            }
            var token = UUID.randomUUID().toString();
            tokens.put(token, UNSPENT);
            session.setAttribute(KEPT, tokens);
            return token;
        }
    }

    /**
     * One at a time for each session: who sends twice waits for the first to end.
     *
     * @return what came of the form, now or the first time; empty where the session knows no such form
     */
    public Optional<String> once(HttpSession session, String token, Supplier<String> work) {
        synchronized (WebUtils.getSessionMutex(session)) {
            var tokens = tokens(session);
            var before = tokens.get(token);
            if (UNSPENT.equals(before)) {
                tokens.put(token, work.get());
                session.setAttribute(KEPT, tokens);
            }
            return Optional.ofNullable(tokens.get(token));
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> tokens(HttpSession session) {
        var kept = (Map<String, String>) session.getAttribute(KEPT);
        return kept == null ? new LinkedHashMap<>() : kept;
    }
}
