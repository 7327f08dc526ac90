package io.ordertrail.web.report;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.ordertrail.platform.mail.Mailer;
import io.ordertrail.refusal.Sentence;
import io.ordertrail.report.digest.DigestReaders;
import io.ordertrail.transaction.RetryOnContention;
import io.ordertrail.web.page.CurrentUser;
import io.ordertrail.web.page.Formats;

/** The digest of the last week: to read, to load, and to get by mail each Monday. */
@Controller
class DigestPage {

    private static final String PAGE = "/reports/digest";

    private final ComposeDigest compose;
    private final DigestReaders readers;
    private final Mailer mailer;

    DigestPage(ComposeDigest compose, DigestReaders readers, Mailer mailer) {
        this.compose = compose;
        this.readers = readers;
        this.mailer = mailer;
    }

    @GetMapping(PAGE)
    String page(@ModelAttribute("me") CurrentUser me, @ModelAttribute("shown") Formats shown, Model model) {
        var digest = compose.of(me, shown);
        model.addAttribute("digest", digest);
        model.addAttribute("week", ComposeDigest.title(digest, shown));
        model.addAttribute("reader", readers.find(me.name()).orElse(null));
        model.addAttribute("mails", mailer.isConfigured());
        return "digest";
    }

    @GetMapping(PAGE + "/file")
    ResponseEntity<String> file(@ModelAttribute("me") CurrentUser me, @ModelAttribute("shown") Formats shown) {
        var digest = compose.of(me, shown);
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("digest-" + digest.from() + ".html")
                                .build()
                                .toString())
                .body(compose.html(digest, shown));
    }

    @PostMapping(PAGE)
    @RetryOnContention
    String choose(
            @RequestParam boolean wanted,
            @ModelAttribute("me") CurrentUser me,
            Locale language,
            RedirectAttributes next) {
        if (wanted) {
            readers.add(me.name(), language, compose.monday());
        } else {
            readers.remove(me.name());
        }
        next.addFlashAttribute("said", Sentence.of(wanted ? "digest.said.wanted" : "digest.said.unwanted"));
        return "redirect:" + PAGE;
    }
}
