package io.ordertrail.web.record;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
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
import io.ordertrail.intake.order.ValueStyle;
import io.ordertrail.intake.record.FaultyRecords;
import io.ordertrail.intake.record.GuideRecordImport;
import io.ordertrail.intake.record.RecordField;
import io.ordertrail.intake.record.RecordImport;
import io.ordertrail.intake.record.RecordImports;
import io.ordertrail.intake.record.RecordKind;
import io.ordertrail.intake.record.WorkOnRecords;
import io.ordertrail.refusal.Refusal;
import io.ordertrail.refusal.Sentence;
import io.ordertrail.transaction.RetryOnContention;

/** One import of a file of records: what its check found, and what a person does with it. */
@Controller
class RecordImportPage {

    private static final String ADDRESS = RecordImportsPage.ADDRESS + "/{number}";
    private static final Pattern CELL = Pattern.compile("cell-(\\d{1,9})-(\\d{1,3})");

    private final RecordImports imports;
    private final GuideRecordImport guide;
    private final WorkOnRecords work;
    private final ReadRecordImport readImport;
    private final FaultyRecords faultyRows;

    RecordImportPage(
            RecordImports imports,
            GuideRecordImport guide,
            WorkOnRecords work,
            ReadRecordImport readImport,
            FaultyRecords faultyRows) {
        this.imports = imports;
        this.guide = guide;
        this.work = work;
        this.readImport = readImport;
        this.faultyRows = faultyRows;
    }

    @GetMapping(ADDRESS)
    String show(@PathVariable String kind, @PathVariable long number, Model model) {
        model.addAllAttributes(readImport.of(get(kind, number)));
        return "record-import";
    }

    @PostMapping(ADDRESS + "/save")
    @RetryOnContention
    String save(@PathVariable String kind, @PathVariable long number, RedirectAttributes next) {
        guide.save(get(kind, number));
        return worked(kind, number, "record.said.save", next);
    }

    @PostMapping(ADDRESS + "/check")
    @RetryOnContention
    String check(@PathVariable String kind, @PathVariable long number, RedirectAttributes next) {
        guide.checkAgain(get(kind, number));
        return worked(kind, number, "record.said.check", next);
    }

    @PostMapping(ADDRESS + "/resume")
    @RetryOnContention
    String resume(@PathVariable String kind, @PathVariable long number, RedirectAttributes next) {
        guide.resume(get(kind, number));
        return worked(kind, number, "import.said.resume", next);
    }

    @PostMapping(ADDRESS + "/cancel")
    @RetryOnContention
    String cancel(@PathVariable String kind, @PathVariable long number, RedirectAttributes next) {
        guide.cancel(get(kind, number));
        return said(kind, number, "import.said.CANCEL", next);
    }

    /** Takes {@code column-0}, {@code column-1} ... with the names of fields; an empty one is no field of a record. */
    @PostMapping(ADDRESS + "/columns")
    @RetryOnContention
    String readAs(
            @PathVariable String kind,
            @PathVariable long number,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam char decimal,
            @RequestParam ValueStyle.DayOrder days,
            RedirectAttributes next) {
        var found = get(kind, number);
        guide.readAs(
                found,
                format(found.layout().file().format(), sent),
                new ValueStyle(decimal, days),
                columns(found.kind(), sent));
        return worked(kind, number, "record.said.check", next);
    }

    @PostMapping(ADDRESS + "/values")
    @RetryOnContention
    String replace(
            @PathVariable String kind,
            @PathVariable long number,
            @RequestParam String column,
            @RequestParam String cell,
            @RequestParam String instead,
            RedirectAttributes next) {
        guide.replace(get(kind, number), column, cell, instead);
        return worked(kind, number, "record.said.check", next);
    }

    /** Takes {@code cell-7-0} for the first column of row 7, and so on. */
    @PostMapping(ADDRESS + "/cells")
    @RetryOnContention
    String correct(
            @PathVariable String kind,
            @PathVariable long number,
            @RequestParam MultiValueMap<String, String> sent,
            RedirectAttributes next) {
        var texts = new HashMap<GuideRecordImport.Cell, String>();
        sent.toSingleValueMap().forEach((name, text) -> {
            var at = CELL.matcher(name);
            if (at.matches()) {
                texts.put(new GuideRecordImport.Cell(Long.parseLong(at.group(1)), Integer.parseInt(at.group(2))), text);
            }
        });
        guide.correct(get(kind, number), texts);
        return worked(kind, number, "record.said.check", next);
    }

    @GetMapping(ADDRESS + "/faulty-rows")
    void faultyRows(@PathVariable String kind, @PathVariable long number, HttpServletResponse response)
            throws IOException {
        var found = get(kind, number);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"faulty-%s-%d.csv\""
                        .formatted(found.kind().path(), number));
        try (var out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8)) {
            faultyRows.write(found, out);
        }
    }

    @GetMapping(ADDRESS + "/faulty-rows.xlsx")
    void faultySheet(@PathVariable String kind, @PathVariable long number, HttpServletResponse response)
            throws IOException {
        var found = get(kind, number);
        response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"faulty-%s-%d.xlsx\""
                        .formatted(found.kind().path(), number));
        faultyRows.writeSheet(found, response.getOutputStream());
    }

    private RecordImport get(String kind, long number) {
        return imports.get(RecordKind.at(kind), number);
    }

    private static FileFormat format(FileFormat before, MultiValueMap<String, String> sent) {
        if (before.kind() == FileFormat.Kind.SPREADSHEET) {
            return before;
        }
        var charset = sent.getFirst("charset");
        var delimiter = sent.getFirst("delimiter");
        if (!FileFormat.CHARSETS.contains(charset)
                || delimiter == null
                || delimiter.length() != 1
                || !FileFormat.DELIMITERS.contains(delimiter.charAt(0))) {
            throw new Refusal(Refusal.Kind.INVALID, "page.refused.unreadable");
        }
        return new FileFormat(FileFormat.Kind.TEXT, Charset.forName(charset), delimiter.charAt(0));
    }

    private Map<String, Integer> columns(RecordKind kind, MultiValueMap<String, String> sent) {
        var columns = new HashMap<String, Integer>();
        sent.toSingleValueMap().forEach((name, chosen) -> {
            if (name.matches("column-\\d{1,4}") && !chosen.isEmpty()) {
                var field = field(kind, chosen);
                var twice = columns.put(field.name(), Integer.valueOf(name.substring("column-".length())));
                if (twice != null) {
                    throw new Refusal(Refusal.Kind.INVALID, "import.refused.twice", Sentence.of(field.title()));
                }
            }
        });
        return columns;
    }

    private RecordField field(RecordKind kind, String name) {
        return guide.fields(kind).stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Refusal(Refusal.Kind.INVALID, "page.refused.unreadable"));
    }

    private String worked(String kind, long number, String sentence, RedirectAttributes next) {
        work.start(number);
        return said(kind, number, sentence, next);
    }

    private static String said(String kind, long number, String sentence, RedirectAttributes next) {
        next.addFlashAttribute("said", Sentence.of(sentence));
        return "redirect:/imports/" + kind + "/" + number;
    }
}
