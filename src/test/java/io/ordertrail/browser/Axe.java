package io.ordertrail.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import com.microsoft.playwright.Page;
import org.springframework.core.io.ClassPathResource;

/** Runs axe, which finds what keeps people from using a page with a screen reader or without seeing all colours. */
final class Axe {

    private static final String RUN = """
        async parts => {
          const { violations } = await axe.run({ include: parts.map(part => [part]) }, { resultTypes: ['violations'] });
          return violations.flatMap(({ id, nodes }) => nodes.map(node => `${id} at ${node.target}: ${node.failureSummary}`));
        }\
        """;

    /**
     * What axe finds within parts of a page.
     *
     * @param parts their selectors; each must be on the page
     */
    static List<?> faults(Page page, String... parts) {
        page.evaluate(script());
        return (List<?>) page.evaluate(RUN, List.of(parts));
    }

    private static String script() {
        try {
            return new ClassPathResource("axe.min.js").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Axe() {}
}
