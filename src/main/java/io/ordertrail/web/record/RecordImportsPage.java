package io.ordertrail.web.record;

import java.io.IOException;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

import io.ordertrail.intake.file.TemporaryCopy;
import io.ordertrail.intake.record.GuideRecordImport;
import io.ordertrail.intake.record.ImportedRows;
import io.ordertrail.intake.record.RecordImport;
import io.ordertrail.intake.record.RecordImports;
import io.ordertrail.intake.record.RecordKind;
import io.ordertrail.intake.record.WorkOnRecords;
import io.ordertrail.refusal.Refusal;
import io.ordertrail.transaction.RetryOnContention;

/** The form that takes a file of records, and the imports of its kind so far. */
@Controller
class RecordImportsPage {

    static final String ADDRESS = "/imports/{kind:customers|products|stock|purchases|partners}";
    private static final String SOURCE = "file";
    private static final int IMPORTS = 50;

    private final GuideRecordImport guide;
    private final WorkOnRecords work;
    private final RecordImports imports;
    private final ImportedRows rows;

    RecordImportsPage(GuideRecordImport guide, WorkOnRecords work, RecordImports imports, ImportedRows rows) {
        this.guide = guide;
        this.work = work;
        this.imports = imports;
        this.rows = rows;
    }

    @GetMapping(ADDRESS)
    String form(@PathVariable String kind, @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before, Model model) {
        return show(RecordKind.at(kind), SOURCE, before, model);
    }

    @PostMapping(ADDRESS)
    @RetryOnContention
    String take(
            @PathVariable String kind,
            @RequestParam(required = false) MultipartFile file,
            @RequestParam(defaultValue = SOURCE) String source,
            Model model,
            HttpServletResponse response)
            throws IOException {
        try {
            var number = received(RecordKind.at(kind), source, file);
            work.start(number);
            return "redirect:/imports/" + kind + "/" + number;
        } catch (Refusal refusal) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("refusal", refusal.getMessage());
            return show(RecordKind.at(kind), source, Long.MAX_VALUE, model);
        }
    }

    private long received(RecordKind kind, String source, MultipartFile file) throws IOException {
        if (file == null) {
            throw new Refusal(Refusal.Kind.INVALID, "file.refused.empty");
        }
        try (var stored = TemporaryCopy.of(file.getInputStream())) {
            return guide.receive(kind, source, file.getOriginalFilename(), stored.path());
        }
    }

    private String show(RecordKind kind, String source, long before, Model model) {
        var found = imports.newest(kind, before, IMPORTS + 1);
        var page = found.subList(0, Math.min(IMPORTS, found.size()));
        model.addAllAttributes(Map.of(
                "kind",
                kind,
                "source",
                source,
                "fields",
                guide.fields(kind),
                "imports",
                page,
                "counts",
                page.stream().map(RecordImport::number).collect(Collectors.toMap(Function.identity(), rows::counts))));
        model.addAttribute(
                "next", found.size() > IMPORTS ? page.get(IMPORTS - 1).number() : null);
        return "record-imports";
    }
}
