package io.ordertrail.web.process;

import java.io.IOException;
import java.util.List;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.ordertrail.process.bundle.Bundle;
import io.ordertrail.process.bundle.DraftBundle;
import io.ordertrail.process.bundle.Upload;
import io.ordertrail.refusal.Refusal;
import io.ordertrail.refusal.Sentence;
import io.ordertrail.transaction.RetryOnContention;

/** Makes a draft of files that somebody uploads on a page. */
@Controller
class UploadBundlePage {

    private final DraftBundle draftBundle;

    UploadBundlePage(DraftBundle draftBundle) {
        this.draftBundle = draftBundle;
    }

    @PostMapping("/process/bundles")
    @RetryOnContention
    String upload(
            @RequestParam(required = false) List<MultipartFile> files,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(required = false) Long base,
            RedirectAttributes next)
            throws IOException {
        try {
            var upload = read(files == null ? List.of() : files);
            var draft = draftBundle.upload(upload.files(), note, base);
            next.addFlashAttribute(BundleNotice.of(draft), said(draft, upload));
            return "redirect:/process/bundles/" + draft.number();
        } catch (Refusal refusal) {
            next.addFlashAttribute("refusal", refusal.getMessage());
            return base == null ? "redirect:/process" : "redirect:/process/bundles/" + base;
        }
    }

    /** A browser sends one empty file when none is selected. */
    private static Upload read(List<MultipartFile> files) throws IOException {
        var upload = Upload.empty();
        for (var file : files) {
            if (!file.isEmpty()) {
                upload.add(String.valueOf(file.getOriginalFilename()), file.getBytes());
            }
        }
        return upload.orRefuse();
    }

    private static String said(Bundle draft, Upload upload) {
        var said = BundleNotice.sentence(draft);
        return upload.others().isEmpty()
                ? said
                : said + " " + Sentence.of("bundle.said.others", String.join(", ", upload.others()));
    }
}
