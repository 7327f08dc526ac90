package io.ordertrail.web.folder;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

import io.ordertrail.intake.folder.FolderSettings;
import io.ordertrail.intake.folder.WatchedFiles;

/** Shows what became of the files in watched folders, the newest first. */
@Controller
class WatchedFoldersPage {

    private static final int FILES = 200;

    private final WatchedFiles files;
    private final FolderSettings settings;

    WatchedFoldersPage(WatchedFiles files, FolderSettings settings) {
        this.files = files;
        this.settings = settings;
    }

    @GetMapping("/orders/folders")
    String show(Model model) {
        model.addAttribute("settings", settings);
        model.addAttribute("rows", files.newest(FILES));
        return "watched-folders";
    }
}
