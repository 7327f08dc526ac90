package io.ordertrail.web.task;

import java.time.Clock;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

import io.ordertrail.intake.run.OrderImports;
import io.ordertrail.process.engine.OrderFulfilment.Group;
import io.ordertrail.process.intake.ImportTasks;
import io.ordertrail.web.intake.ReadImport;
import io.ordertrail.web.page.CurrentUser;

/** Shows the facts of an import beside the task form. */
@Component
class ImportFacts {

    private final ImportTasks tasks;
    private final OrderImports imports;
    private final ReadImport readImport;
    private final Clock clock;

    ImportFacts(ImportTasks tasks, OrderImports imports, ReadImport readImport, Clock clock) {
        this.tasks = tasks;
        this.imports = imports;
        this.readImport = readImport;
        this.clock = clock;
    }

    /** Shows the facts; a user who may not see the task gets the same answer as for a task that does not exist. */
    String show(String id, CurrentUser me, Model model, HttpServletResponse response) {
        var number = tasks.importOf(id).filter(found -> me.maySeeTaskOf(Group.SALES));
        if (number.isEmpty()) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            return "facts/gone";
        }
        model.addAllAttributes(readImport.of(imports.get(number.get()), clock.instant()));
        return "facts/decide-on-import";
    }
}
