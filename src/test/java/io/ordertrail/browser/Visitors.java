package io.ordertrail.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import com.microsoft.playwright.Browser.NewContextOptions;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The visitors of one test. After the test their browsers are closed, and none of them may have logged an error. */
final class Visitors implements AfterTestExecutionCallback, AfterEachCallback {

    private final List<Visitor> present = new ArrayList<>();

    Visitor with(String server, NewContextOptions browser) {
        var visitor = new Visitor(Chromium.running().newContext(browser), server);
        present.add(visitor);
        return visitor;
    }

    @Override
    public void afterTestExecution(ExtensionContext test) {
        if (test.getExecutionException().isPresent()) {
            present.forEach(visitor -> visitor.saveScreenshot(Path.of(
                    "target/screenshots/failed",
                    test.getRequiredTestMethod().getName() + "-" + present.indexOf(visitor) + ".png")));
        }
    }

    @Override
    public void afterEach(ExtensionContext test) {
        var complaints = present.stream()
                .flatMap(visitor -> visitor.consoleErrors().stream())
                .toList();
        present.forEach(Visitor::leave);
        present.clear();
        if (test.getExecutionException().isEmpty()) {
            assertThat(complaints).as("console errors").isEmpty();
        }
    }
}
