package io.ordertrail.web.order;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Base64;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

import io.ordertrail.intake.document.DocumentAnswer;
import io.ordertrail.intake.document.TakeDocument;
import io.ordertrail.refusal.Refusal;

/** Takes an order document of a partner, and gives the answer to it. */
@Controller
class OrderDocumentPage {

    private static final String PAGE = "order-document";

    private final TakeDocument takeDocument;
    private final Clock clock;

    OrderDocumentPage(TakeDocument takeDocument, Clock clock) {
        this.takeDocument = takeDocument;
        this.clock = clock;
    }

    @GetMapping("/orders/documents")
    String form() {
        return PAGE;
    }

    @PostMapping("/orders/documents")
    String take(@RequestParam(required = false) MultipartFile file, HttpServletResponse response, Model model)
            throws IOException {
        try {
            var answer = takeDocument.take(file == null ? new byte[0] : file.getBytes());
            if (answer.outcome() == DocumentAnswer.Outcome.REFUSED) {
                response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            }
            model.addAttribute("answer", answer);
            model.addAttribute("written", address(answer));
        } catch (Refusal refusal) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("refusal", refusal.getMessage());
        }
        return PAGE;
    }

    /** The answer comes within the page, so nothing of it is stored. */
    private String address(DocumentAnswer answer) {
        return "data:" + answer.document().standard().type() + ";base64,"
                + Base64.getEncoder().encodeToString(answer.written(LocalDateTime.now(clock)));
    }
}
