package io.ordertrail.web.backup;

import java.time.Clock;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.ordertrail.backup.BackupRuns;
import io.ordertrail.backup.BackupRuns.Work;
import io.ordertrail.backup.BackupSettings;
import io.ordertrail.refusal.Refusal;
import io.ordertrail.refusal.Sentence;
import io.ordertrail.transaction.RetryOnContention;

/** Shows managers the backups and whether they can be restored; administrators ask for one more. */
@Controller
class BackupsPage {

    private static final int SHOWN = 50;

    private final BackupRuns runs;
    private final BackupSettings settings;
    private final Clock clock;

    BackupsPage(BackupRuns runs, BackupSettings settings, Clock clock) {
        this.runs = runs;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping("/backups")
    String list(Model model) {
        model.addAttribute("on", settings.on());
        model.addAttribute("runs", runs.newest(SHOWN));
        model.addAttribute("drill", runs.last(Work.DRILL).orElse(null));
        model.addAttribute("nextBackup", runs.due(Work.BACKUP));
        model.addAttribute("nextDrill", runs.due(Work.DRILL));
        model.addAttribute("backupIsDue", runs.due(Work.BACKUP).isBefore(clock.instant()));
        model.addAttribute("drillIsDue", runs.due(Work.DRILL).isBefore(clock.instant()));
        return "backups";
    }

    @PostMapping("/backups")
    @RetryOnContention
    String backUp(RedirectAttributes next) {
        return request(Work.BACKUP, "backup.said.backup", next);
    }

    @PostMapping("/backups/drill")
    @RetryOnContention
    String drill(RedirectAttributes next) {
        return request(Work.DRILL, "backup.said.drill", next);
    }

    private String request(Work work, String said, RedirectAttributes next) {
        if (!settings.on()) {
            throw new Refusal(Refusal.Kind.CONFLICT, "backup.off");
        }
        runs.request(work);
        next.addFlashAttribute("said", Sentence.of(said));
        return "redirect:/backups";
    }
}
