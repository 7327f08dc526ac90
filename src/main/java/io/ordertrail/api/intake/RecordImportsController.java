package io.ordertrail.api.intake;

import java.io.IOException;
import java.net.URI;
import jakarta.servlet.http.HttpServletResponse;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

import io.ordertrail.intake.file.TemporaryCopy;
import io.ordertrail.intake.order.ImportPolicy;
import io.ordertrail.intake.record.FaultyRecords;
import io.ordertrail.intake.record.GuideRecordImport;
import io.ordertrail.intake.record.ImportedRows;
import io.ordertrail.intake.record.RecordImport;
import io.ordertrail.intake.record.RecordImports;
import io.ordertrail.intake.record.RecordKind;
import io.ordertrail.intake.record.WorkOnRecords;
import io.ordertrail.transaction.RetryOnContention;

@RestController
@RequestMapping(path = "/api/imports/{kind}", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Records")
class RecordImportsController {

    private final GuideRecordImport guide;
    private final WorkOnRecords work;
    private final RecordImports imports;
    private final ImportedRows rows;
    private final FaultyRecords faultyRows;

    RecordImportsController(
            GuideRecordImport guide,
            WorkOnRecords work,
            RecordImports imports,
            ImportedRows rows,
            FaultyRecords faultyRows) {
        this.guide = guide;
        this.work = work;
        this.imports = imports;
        this.rows = rows;
        this.faultyRows = faultyRows;
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @RetryOnContention
    @Operation(
            summary = "Import a file of records",
            description =
                    "The kind is customers, products, stock, purchases or partners. CSV, TSV or XLSX of at most 50 MB with a row of column names and a row for each customer,"
                            + " product, stock level, purchase or number of a partner. A column that the file does not"
                            + " have stays as it is. The policy says what is saved after the check: nothing before"
                            + " somebody says so (ASK), all rows unless one is faulty (ALL_OR_NOTHING, STOP_AT_FIRST), or"
                            + " all sound rows (LEAVE_FAULTY_OUT).")
    ResponseEntity<RecordImportView> importRecords(
            @PathVariable String kind,
            @RequestParam MultipartFile file,
            @RequestParam String source,
            @RequestParam(defaultValue = "ALL_OR_NOTHING") ImportPolicy policy)
            throws IOException {
        var number = received(RecordKind.at(kind), file, source);
        work.start(number, policy);
        return accepted(kind, number);
    }

    private long received(RecordKind kind, MultipartFile file, String source) throws IOException {
        try (var stored = TemporaryCopy.of(file.getInputStream())) {
            return guide.receive(kind, source, file.getOriginalFilename(), stored.path());
        }
    }

    @GetMapping("/{number}")
    @Operation(summary = "Show an import of records and how far it is")
    RecordImportView showRecordImport(@PathVariable String kind, @PathVariable long number) {
        return view(get(kind, number));
    }

    @PostMapping("/{number}/save")
    @RetryOnContention
    @Operation(summary = "Save the sound rows of an import that waits for it")
    ResponseEntity<RecordImportView> saveRecords(@PathVariable String kind, @PathVariable long number) {
        guide.save(get(kind, number));
        work.start(number);
        return accepted(kind, number);
    }

    @GetMapping(path = "/{number}/errors.csv", produces = FaultyFile.CSV)
    @Operation(summary = "Download the faulty rows of an import of records", description = FaultyFile.DESCRIPTION)
    @ApiResponse(
            responseCode = "200",
            description = "The rows, in the delimiter of the file",
            content = @Content(mediaType = FaultyFile.CSV, schema = @Schema(type = "string")))
    void downloadFaultyRecords(@PathVariable String kind, @PathVariable long number, HttpServletResponse response)
            throws IOException {
        var found = get(kind, number);
        FaultyFile.sendText(response, text -> faultyRows.write(found, text));
    }

    @GetMapping(path = "/{number}/errors.xlsx", produces = FaultyFile.XLSX)
    @Operation(
            summary = "Download the faulty rows of an import of records as a spreadsheet",
            description = FaultyFile.DESCRIPTION)
    @ApiResponse(
            responseCode = "200",
            description = "The rows on the first sheet",
            content = @Content(mediaType = FaultyFile.XLSX, schema = @Schema(type = "string", format = "binary")))
    void downloadFaultyRecordsAsSheet(
            @PathVariable String kind, @PathVariable long number, HttpServletResponse response) throws IOException {
        var found = get(kind, number);
        FaultyFile.sendSheet(response, sheet -> faultyRows.writeSheet(found, sheet));
    }

    private RecordImport get(String kind, long number) {
        return imports.get(RecordKind.at(kind), number);
    }

    private ResponseEntity<RecordImportView> accepted(String kind, long number) {
        return ResponseEntity.accepted()
                .location(URI.create("/api/imports/" + kind + "/" + number))
                .body(view(get(kind, number)));
    }

    private RecordImportView view(RecordImport found) {
        return RecordImportView.of(
                found, rows.counts(found.number()), imports.same(found).orElse(null));
    }
}
