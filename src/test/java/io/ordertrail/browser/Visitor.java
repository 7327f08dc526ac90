package io.ordertrail.browser;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.Response;

/**
 * A person with a browser of their own. It records console errors: script errors and violations of the content security
 * policy.
 */
final class Visitor {

    private static final double PATIENCE = 20_000;

    private final BrowserContext browser;
    private final String server;
    private final Page page;
    private final List<String> consoleErrors = new ArrayList<>();

    Visitor(BrowserContext browser, String server) {
        this.browser = browser;
        this.server = server;
        browser.setDefaultTimeout(PATIENCE);
        browser.onWebError(fault -> consoleErrors.add(fault.page().url() + " " + fault.error()));
        browser.onConsoleMessage(message -> {
            if (message.type().equals("error") && message.page().url().startsWith(server)) {
                consoleErrors.add(message.page().url() + " " + message.text());
            }
        });
        page = browser.newPage();
    }

    Page page() {
        return page;
    }

    Response open(String path) {
        return page.navigate(server + path);
    }

    /** A second window of the same browser. */
    Page window() {
        return browser.newPage();
    }

    String path() {
        return page.url().substring(server.length());
    }

    /** Saves a screenshot of the full page. */
    void saveScreenshot(Path file) {
        page.screenshot(new ScreenshotOptions().setPath(file).setFullPage(true));
    }

    List<String> consoleErrors() {
        return consoleErrors;
    }

    /** Ignores the error that the browser logs for the status of an expected refusal. */
    void expectRefusal() {
        consoleErrors.removeIf(
                complaint -> complaint.contains("Failed to load resource: the server responded with a status of 4"));
    }

    void leave() {
        browser.close();
    }
}
