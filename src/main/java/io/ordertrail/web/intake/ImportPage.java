package io.ordertrail.web.intake;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.EnumMap;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.ordertrail.intake.file.FileFormat;
import io.ordertrail.intake.order.OrderField;
import io.ordertrail.intake.order.ValueStyle;
import io.ordertrail.intake.run.GuideImport;
import io.ordertrail.intake.run.GuideImport.Reading;
import io.ordertrail.intake.run.ImportDecision;
import io.ordertrail.intake.run.ImportNumber;
import io.ordertrail.intake.run.OrderImports;
import io.ordertrail.intake.run.WriteFaultyRows;
import io.ordertrail.refusal.Refusal;
import io.ordertrail.refusal.Sentence;
import io.ordertrail.transaction.RetryOnContention;

/** One import: what its check found, how far it is, and what a person does with it. */
@Controller
class ImportPage {

    private final OrderImports imports;
    private final ReadImport readImport;
    private final GuideImport guideImport;
    private final WriteFaultyRows faultyRows;
    private final Clock clock;

    ImportPage(
            OrderImports imports,
            ReadImport readImport,
            GuideImport guideImport,
            WriteFaultyRows faultyRows,
            Clock clock) {
        this.imports = imports;
        this.readImport = readImport;
        this.guideImport = guideImport;
        this.faultyRows = faultyRows;
        this.clock = clock;
    }

    @GetMapping("/orders/import/{number}")
    String show(@PathVariable long number, Model model) {
        model.addAllAttributes(readImport.of(imports.get(new ImportNumber(number)), clock.instant()));
        return "order-import";
    }

    @PostMapping("/orders/import/{number}/decision")
    @RetryOnContention
    String decide(@PathVariable long number, @RequestParam String decision, RedirectAttributes next) {
        var decided = ImportDecision.of(decision)
                .orElseThrow(() -> new Refusal(Refusal.Kind.INVALID, "page.refused.unreadable"));
        guideImport.decide(new ImportNumber(number), decided);
        return said(number, "import.said." + decided, next);
    }

    @PostMapping("/orders/import/{number}/pause")
    @RetryOnContention
    String pause(@PathVariable long number, RedirectAttributes next) {
        guideImport.pause(new ImportNumber(number));
        return said(number, "import.said.pause", next);
    }

    @PostMapping("/orders/import/{number}/resume")
    @RetryOnContention
    String resume(@PathVariable long number, RedirectAttributes next) {
        guideImport.resume(new ImportNumber(number));
        return said(number, "import.said.resume", next);
    }

    @PostMapping("/orders/import/{number}/cancel")
    @RetryOnContention
    String cancel(@PathVariable long number, RedirectAttributes next) {
        guideImport.cancel(new ImportNumber(number));
        return said(number, "import.said.CANCEL", next);
    }

    @PostMapping("/orders/import/{number}/undo")
    @RetryOnContention
    String undo(@PathVariable long number, RedirectAttributes next) {
        guideImport.undo(new ImportNumber(number));
        return said(number, "import.said.undo", next);
    }

    /** Takes {@code column-0}, {@code column-1} ... with the names of fields; an empty one is no field of an order. */
    @PostMapping("/orders/import/{number}/columns")
    @RetryOnContention
    String readAs(
            @PathVariable long number,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(defaultValue = "UTF-8") String charset,
            @RequestParam(defaultValue = ",") char delimiter,
            @RequestParam char decimal,
            @RequestParam ValueStyle.DayOrder days,
            RedirectAttributes next) {
        var before = imports.get(new ImportNumber(number)).layout().format();
        if (!FileFormat.CHARSETS.contains(charset) || !FileFormat.DELIMITERS.contains(delimiter)) {
            throw new Refusal(Refusal.Kind.INVALID, "page.refused.unreadable");
        }
        var format = before.kind() == FileFormat.Kind.SPREADSHEET
                ? before
                : new FileFormat(FileFormat.Kind.TEXT, Charset.forName(charset), delimiter);
        guideImport.readAs(new ImportNumber(number), new Reading(format, new ValueStyle(decimal, days), columns(sent)));
        return said(number, "import.said.CHECK_AGAIN", next);
    }

    @PostMapping("/orders/import/{number}/values")
    @RetryOnContention
    String replace(
            @PathVariable long number,
            @RequestParam String column,
            @RequestParam String cell,
            @RequestParam String instead,
            RedirectAttributes next) {
        guideImport.replace(new ImportNumber(number), column, cell, instead);
        return said(number, "import.said.CHECK_AGAIN", next);
    }

    private static EnumMap<OrderField, Integer> columns(MultiValueMap<String, String> sent) {
        var columns = new EnumMap<OrderField, Integer>(OrderField.class);
        sent.toSingleValueMap().forEach((name, field) -> {
            if (name.matches("column-\\d{1,4}") && !field.isEmpty()) {
                var twice = columns.put(OrderField.valueOf(field), Integer.valueOf(name.substring("column-".length())));
                if (twice != null) {
                    throw new Refusal(
                            Refusal.Kind.INVALID, "import.refused.twice", Sentence.of("import.field." + field));
                }
            }
        });
        return columns;
    }

    @GetMapping("/orders/import/{number}/faulty-rows")
    void faultyRows(@PathVariable long number, HttpServletResponse response) throws IOException {
        var found = imports.get(new ImportNumber(number));
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"faulty-rows-" + number + ".csv\"");
        try (var out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8)) {
            faultyRows.write(found, out);
        }
    }

    @GetMapping("/orders/import/{number}/faulty-rows.xlsx")
    void faultySheet(@PathVariable long number, HttpServletResponse response) throws IOException {
        var found = imports.get(new ImportNumber(number));
        response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"faulty-rows-" + number + ".xlsx\"");
        faultyRows.writeSheet(found, response.getOutputStream());
    }

    private static String said(long number, String sentence, RedirectAttributes next) {
        next.addFlashAttribute("said", Sentence.of(sentence));
        return "redirect:/orders/import/" + number;
    }
}
