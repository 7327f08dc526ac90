package io.ordertrail.web.audit;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

import de.siegmar.fastcsv.writer.CsvWriter;
import org.springframework.data.domain.Limit;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

import io.ordertrail.change.Act;
import io.ordertrail.change.Change;
import io.ordertrail.change.ChangeLog;
import io.ordertrail.change.Changes;
import io.ordertrail.change.Subject;
import io.ordertrail.refusal.Formulas;
import io.ordertrail.refusal.Refusal;
import io.ordertrail.transaction.RetryOnContention;
import io.ordertrail.web.page.CurrentUser;

/** Exports what an auditor has found as a file. The export is an entry of the trail itself. */
@Controller
class ExportTrailPage {

    /** A file that leaves something out without saying so proves nothing, so more are refused. */
    private static final int MOST = 50_000;

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    /** Spreadsheet programs take a text for UTF-8 only where this stands first. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final List<String> HEADER =
            List.of("id", "at", "actor", "origin", "kind", "subject", "act", "place", "field", "former", "current");
    private static final String HIDDEN = "…";

    private final Changes changes;
    private final ChangeLog log;
    private final Clock clock;

    ExportTrailPage(Changes changes, ChangeLog log, Clock clock) {
        this.changes = changes;
        this.log = log;
        this.clock = clock;
    }

    @PostMapping("/audit/export")
    @RetryOnContention
    ResponseEntity<String> export(AuditQuery query, @ModelAttribute("me") CurrentUser me) {
        var found = changes.page(query.sought(clock), null, Limit.of(MOST + 1));
        if (found.size() > MOST) {
            throw new Refusal(Refusal.Kind.INVALID, "audit.export.many", MOST);
        }
        log.record(new Subject(Subject.Kind.TRAIL, query.line()), Act.EXPORTED, "rows", null, found.size());
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(HttpHeaders.CONTENT_DISPOSITION, AuditPage.attachment("trail.csv"))
                .body(csv(found, me));
    }

    private static String csv(List<Change> found, CurrentUser me) {
        var text = new StringWriter().append(BYTE_ORDER_MARK);
        try (var csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(HEADER);
            found.forEach(change -> csv.writeRecord(row(change, me)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static List<String> row(Change change, CurrentUser me) {
        var one = change.difference();
        var seen = me.seesChange(change.subject().kind().name(), one.place(), one.field());
        return Stream.of(
                        String.valueOf(change.id()),
                        change.at().toString(),
                        change.actor(),
                        change.origin(),
                        change.subject().kind().name(),
                        change.subject().code(),
                        change.act().name(),
                        one.place(),
                        one.field(),
                        seen ? one.former() : HIDDEN,
                        seen ? one.current() : HIDDEN)
                .map(ExportTrailPage::asText)
                .toList();
    }

    private static String asText(String value) {
        return value == null ? "" : Formulas.harmless(value);
    }
}
