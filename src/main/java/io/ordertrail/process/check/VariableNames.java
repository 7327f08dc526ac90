package io.ordertrail.process.check;

import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOutputParameter;

import io.ordertrail.platform.finding.ProcessFinding;
import io.ordertrail.process.file.Elements;
import io.ordertrail.process.file.Elements.Written;
import io.ordertrail.process.file.ProcessFiles;
import io.ordertrail.process.file.ProcessFiles.Diagram;

/** An expression reads a variable that nothing sets, or compares a decision with a word that no form offers. */
final class VariableNames implements ProcessRule {

    private static final String DECISION = "Decision";

    @Override
    public Stream<ProcessFinding> findings(ProcessFiles files, KnownNames known) {
        var set = set(files);
        return files.diagrams().stream()
                .flatMap(diagram -> Elements.expressions(diagram)
                        .flatMap(written -> Stream.of(
                                        unknown(diagram, written, set),
                                        words(diagram, written),
                                        notOffered(diagram, written, files))
                                .flatMap(found -> found)));
    }

    private static Stream<ProcessFinding> unknown(Diagram diagram, Written written, Set<String> set) {
        return Expressions.variables(written.text())
                .filter(name -> !set.contains(name) && !name.matches("\\w+(Delegate|Listener)"))
                .map(name -> ProcessFinding.refuse(
                        diagram.file(),
                        written.element(),
                        "variable.unknown",
                        name,
                        written.text().strip(),
                        Words.list(set)));
    }

    private static Stream<ProcessFinding> words(Diagram diagram, Written written) {
        return Expressions.comparisons(written.text())
                .filter(comparison -> comparison.variable().endsWith(DECISION)
                        && !KnownNames.decisions().contains(comparison.word()))
                .map(comparison -> ProcessFinding.refuse(
                        diagram.file(),
                        written.element(),
                        "variable.word",
                        comparison.variable(),
                        comparison.word(),
                        Words.list(KnownNames.decisions())));
    }

    /** A field with choices never has another value; those of the product may also be set by its steps. */
    private static Stream<ProcessFinding> notOffered(Diagram diagram, Written written, ProcessFiles files) {
        return Expressions.comparisons(written.text())
                .filter(comparison -> !KnownNames.variables().contains(comparison.variable()))
                .flatMap(comparison -> {
                    var offered = offered(files, comparison.variable());
                    return offered.isEmpty() || offered.contains(comparison.word())
                            ? Stream.empty()
                            : Stream.of(ProcessFinding.refuse(
                                    diagram.file(),
                                    written.element(),
                                    "variable.word",
                                    comparison.variable(),
                                    comparison.word(),
                                    Words.list(offered)));
                });
    }

    private static Set<String> offered(ProcessFiles files, String key) {
        return files.forms().stream()
                .flatMap(ProcessFiles.Form::fields)
                .filter(field -> key.equals(field.path("key").asText()))
                .flatMap(field -> field.path("values").findValuesAsText("value").stream())
                .collect(Collectors.toSet());
    }

    /** Delegates, forms and the diagrams themselves set variables. */
    private static Set<String> set(ProcessFiles files) {
        var names = new TreeSet<>(KnownNames.variables());
        files.forms()
                .forEach(form -> form.fields()
                        .forEach(field -> names.add(field.path("key").asText())));
        files.diagrams().stream()
                .flatMap(VariableNames::setBy)
                .filter(Objects::nonNull)
                .forEach(names::add);
        return names;
    }

    private static Stream<String> setBy(Diagram diagram) {
        return Stream.of(
                        diagram.all(CamundaInputParameter.class).map(CamundaInputParameter::getCamundaName),
                        diagram.all(CamundaOutputParameter.class).map(CamundaOutputParameter::getCamundaName),
                        diagram.all(CamundaIn.class).map(CamundaIn::getCamundaTarget),
                        diagram.all(CamundaOut.class).map(CamundaOut::getCamundaTarget),
                        diagram.all(ServiceTask.class).map(ServiceTask::getCamundaResultVariable),
                        diagram.all(BusinessRuleTask.class).map(BusinessRuleTask::getCamundaResultVariable),
                        diagram.all(MultiInstanceLoopCharacteristics.class)
                                .map(MultiInstanceLoopCharacteristics::getCamundaElementVariable))
                .flatMap(names -> names);
    }
}
