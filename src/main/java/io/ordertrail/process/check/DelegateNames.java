package io.ordertrail.process.check;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.ordertrail.platform.finding.ProcessFinding;
import io.ordertrail.process.engine.ReplenishStock;
import io.ordertrail.process.file.Elements;
import io.ordertrail.process.file.ProcessFiles;

/** A step names a delegate that the product does not have, or no step names one that it has. */
final class DelegateNames implements ProcessRule {

    @Override
    public Stream<ProcessFinding> findings(ProcessFiles files, KnownNames known) {
        return Stream.of(unknown(files, known), unused(files, known), misplaced(files))
                .flatMap(found -> found);
    }

    private static Stream<ProcessFinding> unknown(ProcessFiles files, KnownNames known) {
        return files.diagrams().stream()
                .flatMap(diagram -> Elements.expressions(diagram)
                        .flatMap(written -> names(written.text())
                                .filter(name -> !known.delegates().contains(name))
                                .map(name -> ProcessFinding.refuse(
                                        diagram.file(),
                                        written.element(),
                                        "delegate.unknown",
                                        name,
                                        Words.list(known.delegates())))));
    }

    /** What a delegate does is not done when no step calls it. */
    private static Stream<ProcessFinding> unused(ProcessFiles files, KnownNames known) {
        if (files.diagrams().isEmpty()) {
            return Stream.empty();
        }
        var used = used(files);
        return known.delegates().stream()
                .filter(name -> !used.contains(name))
                .map(name -> ProcessFinding.warn(files.diagrams().get(0).file(), null, "delegate.unused", name));
    }

    /** A step of a purchase reads its number, and an order has none. */
    private static Stream<ProcessFinding> misplaced(ProcessFiles files) {
        return files.diagrams().stream()
                .flatMap(diagram -> diagram.processes()
                        .flatMap(process -> Elements.expressionsOf(process)
                                .flatMap(written -> names(written.text())
                                        .filter(name -> KnownNames.isOfPurchase(name)
                                                != ReplenishStock.PROCESS.equals(process.getId()))
                                        .map(name -> ProcessFinding.refuse(
                                                diagram.file(),
                                                written.element(),
                                                "delegate.misplaced",
                                                name,
                                                process.getId())))));
    }

    private static Set<String> used(ProcessFiles files) {
        return files.diagrams().stream()
                .flatMap(Elements::expressions)
                .flatMap(written -> names(written.text()))
                .collect(Collectors.toSet());
    }

    private static Stream<String> names(String expression) {
        return Expressions.variables(expression).filter(name -> name.matches("\\w+(Delegate|Listener)"));
    }
}
