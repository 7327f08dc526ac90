package io.ordertrail.web.approval;

import java.util.List;
import java.util.stream.Stream;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

import io.ordertrail.change.ChangeSet;
import io.ordertrail.change.Changes;
import io.ordertrail.change.Subject.Kind;
import io.ordertrail.platform.access.ReadableRecords;
import io.ordertrail.web.page.ChangePages;
import io.ordertrail.web.page.CurrentUser;

/** The trail of all changes, newest first. A user sees the changes of the records whose pages they may open. */
@Controller
class ChangesPage {

    private final Changes changes;
    private final ReadableRecords readable;

    ChangesPage(Changes changes, ReadableRecords readable) {
        this.changes = changes;
        this.readable = readable;
    }

    @GetMapping("/changes")
    String list(
            @RequestParam(required = false) Kind kind,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(defaultValue = "") String actor,
            @RequestParam(required = false) Long after,
            @ModelAttribute("me") CurrentUser me,
            Model model) {
        var kinds = Stream.of(Kind.values())
                .filter(one -> readable.mayRead(one.name(), me.person()))
                .toList();
        var found = changes.page(
                kind != null && kinds.contains(kind) ? List.of(kind) : kinds,
                subject.strip(),
                actor.strip(),
                after,
                Limit.of(Changes.SHOWN + 1));
        model.addAttribute("pages", new ChangePages());
        model.addAttribute("kinds", kinds);
        model.addAttribute("kind", kind);
        model.addAttribute("subject", subject);
        model.addAttribute("actor", actor);
        model.addAttribute(
                "changes",
                ChangeSet.newestFirst(found.stream().limit(Changes.SHOWN).toList()));
        model.addAttribute(
                "next",
                found.size() > Changes.SHOWN ? found.get(Changes.SHOWN - 1).id() : null);
        return "changes";
    }
}
