package io.ordertrail.intake.run;

import java.nio.file.Path;
import java.util.Locale;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.actor.Actor;
import io.ordertrail.intake.file.FileHash;
import io.ordertrail.intake.order.FileLayout;
import io.ordertrail.intake.order.FileProposal;
import io.ordertrail.intake.order.ImportPolicy;
import io.ordertrail.intake.run.OrderImport.FileName;
import io.ordertrail.refusal.Blanks;
import io.ordertrail.refusal.Refusal;

/** Stores a file of orders and starts its import. */
@Service
@Transactional
public class ReceiveFile {

    private static final int LONGEST_SOURCE = 40;
    private static final int LONGEST_NAME = 255;

    private final OrderImports imports;
    private final OrderUploads uploads;
    private final ImportProcess process;
    private final Actor actor;

    ReceiveFile(OrderImports imports, OrderUploads uploads, ImportProcess process, Actor actor) {
        this.imports = imports;
        this.uploads = uploads;
        this.process = process;
        this.actor = actor;
    }

    /**
     * A file that somebody sends.
     *
     * @param source where it comes from; the channel of its orders
     * @param name of the file, as its sender calls it
     * @param language in which its faults are told
     * @param history whether its orders had ended before they came here
     */
    public record Sent(
            String source, String name, Path content, ImportPolicy policy, Locale language, boolean history) {

        public Sent(String source, String name, Path content, ImportPolicy policy, Locale language) {
            this(source, name, content, policy, language, false);
        }
    }

    /**
     * Receives a file.
     *
     * @throws Refusal when it holds no table
     */
    public ImportNumber receive(Sent sent) {
        var source = source(sent.source());
        var layout = remembered(source, FileProposal.of(source, sent.content()).layout())
                .ofThePast(sent.history());
        var name = sent.name() == null ? "" : sent.name();
        var number = imports.add(
                new FileName(name.substring(0, Math.min(name.length(), LONGEST_NAME)), FileHash.of(sent.content())),
                layout,
                sent.policy(),
                sent.language(),
                actor.stamp());
        uploads.store(number.value(), sent.content());
        process.start(number);
        return number;
    }

    private static String source(String typed) {
        var source = Blanks.trimmed(typed == null ? "" : typed);
        if (source.isEmpty() || source.length() > LONGEST_SOURCE) {
            throw new Refusal(Refusal.Kind.INVALID, "import.refused.source", LONGEST_SOURCE);
        }
        return source;
    }

    /** A file with the columns of the last one of its source is understood as that was. */
    private FileLayout remembered(String source, FileLayout detected) {
        return imports.lastLayout(source)
                .filter(detected::hasColumnsOf)
                .map(detected::remembering)
                .orElse(detected);
    }
}
