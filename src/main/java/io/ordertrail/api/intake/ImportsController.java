package io.ordertrail.api.intake;

import java.io.IOException;
import java.net.URI;
import java.util.Locale;
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
import io.ordertrail.intake.run.ImportNumber;
import io.ordertrail.intake.run.ImportedOrders;
import io.ordertrail.intake.run.OrderImport;
import io.ordertrail.intake.run.OrderImports;
import io.ordertrail.intake.run.ReceiveFile;
import io.ordertrail.intake.run.ReceiveFile.Sent;
import io.ordertrail.intake.run.WriteFaultyRows;
import io.ordertrail.transaction.RetryOnContention;

@RestController
@RequestMapping(path = "/api/imports", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Orders")
class ImportsController {

    private final ReceiveFile receiveFile;
    private final OrderImports imports;
    private final ImportedOrders orders;
    private final WriteFaultyRows faultyRows;

    ImportsController(
            ReceiveFile receiveFile, OrderImports imports, ImportedOrders orders, WriteFaultyRows faultyRows) {
        this.receiveFile = receiveFile;
        this.imports = imports;
        this.orders = orders;
        this.faultyRows = faultyRows;
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @RetryOnContention
    @Operation(
            summary = "Import a file of orders",
            description = "CSV or TSV of at most 1 GB, or XLSX of at most 50 MB, with a row of column names. The source"
                    + " becomes the channel of the orders; an order number counts once for each source. The policy"
                    + " says what happens after the check: with ASK a person decides, with ALL_OR_NOTHING only"
                    + " where orders are faulty. With history=true the orders had ended before: each is stored as"
                    + " received on its order date, reserves nothing and creates no task.")
    ResponseEntity<ImportView> importOrders(
            @RequestParam MultipartFile file,
            @RequestParam String source,
            @RequestParam(defaultValue = "ALL_OR_NOTHING") ImportPolicy policy,
            @RequestParam(defaultValue = "false") boolean history,
            Locale language)
            throws IOException {
        var number = received(file, source, policy, history, language);
        return ResponseEntity.accepted()
                .location(URI.create("/api/imports/" + number))
                .body(view(imports.get(number)));
    }

    private ImportNumber received(
            MultipartFile file, String source, ImportPolicy policy, boolean history, Locale language)
            throws IOException {
        try (var stored = TemporaryCopy.of(file.getInputStream())) {
            return receiveFile.receive(
                    new Sent(source, file.getOriginalFilename(), stored.path(), policy, language, history));
        }
    }

    @GetMapping("/{number}")
    @Operation(summary = "Show an import and how far it is")
    ImportView showImport(@PathVariable long number) {
        return view(imports.get(new ImportNumber(number)));
    }

    @GetMapping(path = "/{number}/errors.csv", produces = FaultyFile.CSV)
    @Operation(summary = "Download the faulty rows of an import", description = FaultyFile.DESCRIPTION)
    @ApiResponse(
            responseCode = "200",
            description = "The rows, in the delimiter of the file",
            content = @Content(mediaType = FaultyFile.CSV, schema = @Schema(type = "string")))
    void downloadFaultyRows(@PathVariable long number, HttpServletResponse response) throws IOException {
        var found = imports.get(new ImportNumber(number));
        FaultyFile.sendText(response, text -> faultyRows.write(found, text));
    }

    @GetMapping(path = "/{number}/errors.xlsx", produces = FaultyFile.XLSX)
    @Operation(summary = "Download the faulty rows of an import as a spreadsheet", description = FaultyFile.DESCRIPTION)
    @ApiResponse(
            responseCode = "200",
            description = "The rows on the first sheet",
            content = @Content(mediaType = FaultyFile.XLSX, schema = @Schema(type = "string", format = "binary")))
    void downloadFaultySheet(@PathVariable long number, HttpServletResponse response) throws IOException {
        var found = imports.get(new ImportNumber(number));
        FaultyFile.sendSheet(response, sheet -> faultyRows.writeSheet(found, sheet));
    }

    private ImportView view(OrderImport found) {
        return ImportView.of(
                found, orders.counts(found.number()), imports.same(found).orElse(null));
    }
}
