package io.ordertrail.browser;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The Chromium of this machine, started once for all tests. Without it, the tests are skipped. */
final class Chromium implements ExecutionCondition {

    private static final String PATH_VARIABLE = "ORDERTRAIL_TEST_BROWSER";
    private static final List<String> USUAL_PATHS = List.of("/usr/bin/chromium-headless-shell", "/usr/bin/chromium");
    private static final Path PROGRAM =
            Path.of(Optional.ofNullable(System.getenv(PATH_VARIABLE)).orElseGet(Chromium::installed));
    private static final List<String> QUIET = List.of(
            "--disable-gpu",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run");
    private static Browser running;

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext test) {
        if (!Boolean.getBoolean("ordertrail.browser")) {
            return skipped(test, "it takes its time. Run it by ./mvnw verify -Pbrowser");
        }
        return Files.isExecutable(PROGRAM)
                ? ConditionEvaluationResult.enabled("There is a browser")
                : skipped(
                        test,
                        "there is no Chromium at " + PROGRAM + ". Install one, or name another place in "
                                + PATH_VARIABLE);
    }

    /** Prints the reason into the build output, because the report contains no reasons. */
    private static ConditionEvaluationResult skipped(ExtensionContext test, String why) {
        System.out.println("[NOTICE] " + test.getDisplayName() + " skipped: " + why);
        return ConditionEvaluationResult.disabled(why);
    }

    private static String installed() {
        return USUAL_PATHS.stream()
                .filter(place -> Files.isExecutable(Path.of(place)))
                .findFirst()
                .orElse(USUAL_PATHS.get(0));
    }

    static synchronized Browser running() {
        if (running == null) {
            var driver = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            Runtime.getRuntime().addShutdownHook(new Thread(driver::close));
            running = driver.chromium()
                    .launch(new LaunchOptions()
                            .setExecutablePath(PROGRAM)
                            .setHeadless(true)
                            .setArgs(arguments()));
        }
        return running;
    }

    /** The browser's sandbox refuses root. */
    private static List<String> arguments() {
        var arguments = new ArrayList<>(QUIET);
        if ("root".equals(System.getProperty("user.name"))) {
            arguments.add("--no-sandbox");
        }
        return arguments;
    }
}
