package io.ordertrail.process.intake;

import java.util.Optional;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;

import io.ordertrail.intake.run.ImportNumber;
import io.ordertrail.process.engine.ImportOrders;

/** The open tasks of imports, read from the engine. They all belong to the group sales. */
@Component
public class ImportTasks {

    private final TaskService tasks;
    private final RuntimeService runtime;

    ImportTasks(TaskService tasks, RuntimeService runtime) {
        this.tasks = tasks;
        this.runtime = runtime;
    }

    /** Finds the import of an open task; empty when the task is completed or belongs to no import. */
    public Optional<ImportNumber> importOf(String task) {
        return Optional.ofNullable(tasks.createTaskQuery()
                        .taskId(task)
                        .processDefinitionKey(ImportOrders.PROCESS)
                        .singleResult())
                .map(found -> runtime.createProcessInstanceQuery()
                        .processInstanceId(found.getProcessInstanceId())
                        .singleResult())
                .flatMap(instance -> ImportNumber.of(instance.getBusinessKey()));
    }
}
