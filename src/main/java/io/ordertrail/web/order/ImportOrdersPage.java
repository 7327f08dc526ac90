package io.ordertrail.web.order;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Base64;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

import io.ordertrail.intake.file.FileFormat;
import io.ordertrail.intake.order.FaultyRows;
import io.ordertrail.intake.order.FileImport;
import io.ordertrail.intake.order.FileLayout;
import io.ordertrail.intake.order.ImportFile;
import io.ordertrail.intake.order.ImportPolicy;
import io.ordertrail.refusal.Refusal;
import io.ordertrail.refusal.Sentence;

/** Enters the orders of a file. */
@Controller
class ImportOrdersPage {

    private static final String PAGE = "orders-import";
    private static final String SOURCE = "file";

    private final ImportFile importFile;

    ImportOrdersPage(ImportFile importFile) {
        this.importFile = importFile;
    }

    @GetMapping("/orders/import")
    String form(Model model) {
        return show(SOURCE, ImportPolicy.ALL_OR_NOTHING, model);
    }

    @PostMapping("/orders/import")
    String take(
            @RequestParam(required = false) MultipartFile file,
            @RequestParam(defaultValue = SOURCE) String source,
            @RequestParam(defaultValue = "ALL_OR_NOTHING") ImportPolicy policy,
            Model model,
            HttpServletResponse response)
            throws IOException {
        try {
            done(imported(file, source, policy), response, model);
        } catch (Refusal refusal) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("refusal", refusal.getMessage());
        }
        return show(source, policy, model);
    }

    private FileImport imported(MultipartFile file, String source, ImportPolicy policy) throws IOException {
        if (file == null) {
            throw new Refusal(Refusal.Kind.INVALID, "file.refused.empty");
        }
        var stored = Files.createTempFile("orders", null);
        try {
            file.transferTo(stored);
            return importFile.importFile(source, stored, policy);
        } finally {
            Files.delete(stored);
        }
    }

    private static void done(FileImport done, HttpServletResponse response, Model model) {
        model.addAttribute("done", done);
        model.addAttribute("faults", done.faults());
        model.addAttribute("format", words(done.layout()));
        if (!done.faults().isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("rows", dataAddress(FaultyRows.csv(done)));
        }
    }

    private static String words(FileLayout layout) {
        var format = layout.format();
        return format.kind() == FileFormat.Kind.SPREADSHEET
                ? Sentence.of("import.format.sheet")
                : Sentence.of(
                        "import.format.text",
                        format.charset().displayName(),
                        format.delimiter() == '\t' ? Sentence.of("import.format.tab") : format.delimiter(),
                        layout.style().decimal());
    }

    /** The rows go back within the page, so nothing of them is stored. */
    private static String dataAddress(String csv) {
        return "data:text/csv;charset=utf-8;base64,"
                + Base64.getEncoder().encodeToString(csv.getBytes(StandardCharsets.UTF_8));
    }

    private static String show(String source, ImportPolicy policy, Model model) {
        model.addAttribute("source", source);
        model.addAttribute("policy", policy);
        model.addAttribute("policies", ImportPolicy.values());
        model.addAttribute("most", ImportFile.MOST_ORDERS);
        return PAGE;
    }
}
