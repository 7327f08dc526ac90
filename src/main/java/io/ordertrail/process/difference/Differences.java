package io.ordertrail.process.difference;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.ordertrail.process.file.ProcessFiles;

/** Compares two sets of files: diagrams by their steps, tables by their rules, forms by their fields. */
public final class Differences {

    private Differences() {}

    /** Returns what a person would say about the change; empty when nothing differs. */
    public static List<Difference> between(Map<String, byte[]> before, Map<String, byte[]> after) {
        var former = ProcessFiles.of(before);
        var later = ProcessFiles.of(after);
        var told = Stream.of(
                        DiagramDifferences.between(former, later),
                        TableDifferences.between(former, later),
                        FormDifferences.between(former, later),
                        DeadlineDifferences.between(former, later))
                .flatMap(one -> one)
                .toList();
        return Stream.concat(told.stream().map(FileDifference::difference), files(before, after, told))
                .toList();
    }

    /** Files that came or went, and those that differ in nothing that has a sentence of its own. */
    private static Stream<Difference> files(
            Map<String, byte[]> before, Map<String, byte[]> after, List<FileDifference> told) {
        var added = after.keySet().stream()
                .filter(file -> !before.containsKey(file))
                .map(file -> Difference.of("file.added", file));
        var removed = before.keySet().stream()
                .filter(file -> !after.containsKey(file))
                .map(file -> Difference.of("file.removed", file));
        var other = after.entrySet().stream()
                .filter(file -> before.containsKey(file.getKey()))
                .filter(file -> !Arrays.equals(file.getValue(), before.get(file.getKey())))
                .filter(file -> told.stream().noneMatch(one -> one.file().equals(file.getKey())))
                .map(file -> Difference.of("file.other", file.getKey()));
        return Stream.of(added, removed, other).flatMap(one -> one);
    }
}
