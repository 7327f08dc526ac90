package io.ordertrail.process.picture.rule;

import java.util.stream.Stream;

import io.ordertrail.process.picture.page.DiagramPage;

/** What does not fit on a page belongs into a sub-process with a page of its own. */
final class PageSize {

    static final int MOST_NODES = 30;

    static Stream<Finding> findings(DiagramPage page) {
        var nodes = page.nodes().size();
        return nodes <= MOST_NODES
                ? Stream.empty()
                : Stream.of(new Finding(
                        DrawingRule.AT_MOST_THIRTY_NODES, page.subject().getId(), page.name(), String.valueOf(nodes)));
    }

    private PageSize() {}
}
