package io.ordertrail.web.audit;

import java.time.Clock;
import java.util.Map;

import org.springframework.data.domain.Limit;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.ordertrail.change.ChangeSet;
import io.ordertrail.change.Changes;
import io.ordertrail.change.Subject.Kind;
import io.ordertrail.trail.VerifyTrail;
import io.ordertrail.transaction.RetryOnContention;
import io.ordertrail.web.page.ChangePages;

/** Shows auditors who changed what, and whether the trail is as it was written. */
@Controller
class AuditPage {

    private final Changes changes;
    private final VerifyTrail verifyTrail;
    private final Clock clock;

    AuditPage(Changes changes, VerifyTrail verifyTrail, Clock clock) {
        this.changes = changes;
        this.verifyTrail = verifyTrail;
        this.clock = clock;
    }

    @GetMapping("/audit")
    String list(AuditQuery query, @RequestParam(required = false) Long after, Model model) {
        var found = changes.page(query.sought(clock), after, Limit.of(Changes.SHOWN + 1));
        var shown = found.stream().limit(Changes.SHOWN).toList();
        model.addAllAttributes(Map.of(
                "pages",
                new ChangePages(),
                "kinds",
                Kind.values(),
                "query",
                query,
                "changes",
                ChangeSet.newestFirst(shown)));
        model.addAttribute(
                "next",
                found.size() > Changes.SHOWN ? found.get(Changes.SHOWN - 1).id() : null);
        model.addAttribute("head", verifyTrail.newestHead().orElse(null));
        return "audit";
    }

    @PostMapping("/audit/verification")
    @RetryOnContention
    String verify(RedirectAttributes next) {
        next.addFlashAttribute("verified", verifyTrail.verify(null));
        return "redirect:/audit";
    }

    /** The signed end of the chain, to be kept where nobody changes it, and the key by which others check it. */
    @GetMapping("/audit/head")
    ResponseEntity<String> head() {
        var line = verifyTrail.newestHead().map(head -> head.line() + "\n").orElse("");
        return ResponseEntity.ok()
                .contentType(MediaType.TEXT_PLAIN)
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment("trail.head"))
                .header("X-Public-Key", verifyTrail.publicKey())
                .body(line);
    }

    static String attachment(String name) {
        return ContentDisposition.attachment().filename(name).build().toString();
    }
}
