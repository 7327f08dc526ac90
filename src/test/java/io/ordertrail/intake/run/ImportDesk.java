package io.ordertrail.intake.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;

import io.ordertrail.intake.order.ImportPolicy;
import io.ordertrail.intake.run.OrderImport.State;
import io.ordertrail.intake.run.ReceiveFile.Sent;
import io.ordertrail.order.book.OrderNumber;

/** What tests do with imports as a person at a page, and what they read. */
@Component
public class ImportDesk {

    private static final int MOST_JOBS = 500;
    private static final int MANY = 1_000_000;

    private final ReceiveFile receiveFile;
    private final GuideImport guideImport;
    private final OrderImports imports;
    private final ImportedOrders orders;
    private final WriteFaultyRows faultyRows;
    private final TaskService tasks;
    private final RuntimeService runtime;
    private final ManagementService management;

    ImportDesk(
            ReceiveFile receiveFile,
            GuideImport guideImport,
            OrderImports imports,
            ImportedOrders orders,
            WriteFaultyRows faultyRows,
            TaskService tasks,
            RuntimeService runtime,
            ManagementService management) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.management = management;
        this.receiveFile = receiveFile;
        this.guideImport = guideImport;
        this.imports = imports;
        this.orders = orders;
        this.faultyRows = faultyRows;
    }

    public ImportNumber send(String source, String text, ImportPolicy policy) {
        return send(source, text, StandardCharsets.UTF_8, policy);
    }

    public ImportNumber send(String source, String text, Charset charset, ImportPolicy policy) {
        try {
            var file = Files.writeString(Files.createTempFile("orders", ".csv"), text, charset);
            try {
                return send(source, file, policy);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends a file of orders that had ended before. */
    public ImportNumber sendPast(String source, String text, ImportPolicy policy) {
        try {
            var file = Files.writeString(Files.createTempFile("orders", ".csv"), text);
            try {
                return receiveFile.receive(new Sent(source, "orders.csv", file, policy, Locale.ENGLISH, true));
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public ImportNumber send(String source, Path file, ImportPolicy policy) {
        return receiveFile.receive(new Sent(source, "orders.csv", file, policy, Locale.ENGLISH));
    }

    /** Runs the jobs of the import until it is in the state, as the engine does when it executes jobs by itself. */
    public OrderImport await(ImportNumber number, State state) {
        for (int i = 0; i < MOST_JOBS && !imports.get(number).isIn(state); i++) {
            runJobs(number);
        }
        assertThat(imports.get(number).state()).isEqualTo(state);
        return imports.get(number);
    }

    /** Runs the jobs that wait now. */
    public void runJobs(ImportNumber number) {
        runtime.createProcessInstanceQuery().processInstanceBusinessKey(number.key()).list().stream()
                .flatMap(instance -> management.createJobQuery().processInstanceId(instance.getId()).list().stream())
                .forEach(job -> management.executeJob(job.getId()));
    }

    public void decide(ImportNumber number, ImportDecision decision) {
        await(number, State.DECIDING);
        guideImport.decide(number, decision);
    }

    /** The id of the task in which a person decides. */
    public String task(ImportNumber number) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(number.key())
                .singleResult()
                .getId();
    }

    public List<ImportedOrder> in(ImportNumber number, ImportedOrder.State state) {
        return orders.in(number, state, 0, MANY);
    }

    public List<ImportedOrder> all(ImportNumber number) {
        return orders.first(number, MANY);
    }

    public String source(ImportNumber number) {
        return imports.get(number).layout().source();
    }

    public ImportCounts counts(ImportNumber number) {
        return orders.counts(number);
    }

    /** The numbers of the entered orders by their references. */
    public Map<String, OrderNumber> entered(ImportNumber number) {
        return in(number, ImportedOrder.State.ENTERED).stream()
                .collect(Collectors.toMap(ImportedOrder::reference, order -> new OrderNumber(order.number())));
    }

    public Path faultySheet(ImportNumber number) {
        try {
            var file = Files.createTempFile("faulty", ".xlsx");
            try (var out = Files.newOutputStream(file)) {
                faultyRows.writeSheet(imports.get(number), out);
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String faultyRows(ImportNumber number) {
        var text = new StringWriter();
        try {
            faultyRows.write(imports.get(number), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
