package io.ordertrail.web.order;

import java.util.List;

import io.ordertrail.process.path.PathPage;

/**
 * The pages of the diagrams on which an order and its parcels were.
 *
 * @param late why the order is late, in one sentence; null when it is not
 */
record OrderPath(List<PathPage> pages, String late) {

    /** The page to look at first: where the order is, in the innermost diagram; where it began once it has ended. */
    public String first() {
        return pages.stream()
                .filter(page -> !page.now().isEmpty())
                .reduce((outer, inner) -> inner)
                .or(() -> pages.stream().findFirst())
                .map(PathPage::key)
                .orElse("");
    }
}
