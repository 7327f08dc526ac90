package io.ordertrail.web.privacy;

import java.util.List;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

import io.ordertrail.change.ChangeSet;
import io.ordertrail.change.Changes;
import io.ordertrail.change.Subject;
import io.ordertrail.retention.RemoveOldData;
import io.ordertrail.retention.RetentionRuns;

/** Shows for how long each kind of data is kept, and what was removed. */
@Controller
class RetentionPage {

    private final RemoveOldData removeOldData;
    private final RetentionRuns runs;
    private final Changes changes;

    RetentionPage(RemoveOldData removeOldData, RetentionRuns runs, Changes changes) {
        this.removeOldData = removeOldData;
        this.runs = runs;
        this.changes = changes;
    }

    @GetMapping("/retention")
    String show(Model model) {
        var removed = changes.page(List.of(Subject.Kind.RETENTION), "", "", null, Limit.of(Changes.SHOWN));
        model.addAttribute("keptFor", removeOldData.keptFor());
        model.addAttribute("runs", runs.all());
        model.addAttribute("removed", ChangeSet.newestFirst(removed));
        return "retention";
    }
}
