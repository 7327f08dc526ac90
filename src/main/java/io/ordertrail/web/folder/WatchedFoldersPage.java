package io.ordertrail.web.folder;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

import io.ordertrail.intake.folder.FolderSettings;
import io.ordertrail.intake.folder.WatchedFiles;
import io.ordertrail.platform.mail.Mailer;

/** Shows what became of the files in watched folders, the newest first. */
@Controller
class WatchedFoldersPage {

    private static final int FILES = 200;

    private final WatchedFiles files;
    private final FolderSettings settings;
    private final Mailer mailer;

    WatchedFoldersPage(WatchedFiles files, FolderSettings settings, Mailer mailer) {
        this.files = files;
        this.settings = settings;
        this.mailer = mailer;
    }

    @GetMapping("/orders/folders")
    String show(Model model) {
        model.addAttribute("settings", settings);
        model.addAttribute("mails", mailer.isConfigured());
        model.addAttribute("rows", files.newest(FILES));
        return "watched-folders";
    }
}
