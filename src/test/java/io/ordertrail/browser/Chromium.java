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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The Chromium of this machine, started once for all tests; where there is none, they are skipped. */
final class Chromium implements ExecutionCondition {

  private static final Logger LOG = LoggerFactory.getLogger(Chromium.class);
  private static final Path PROGRAM = Path.of(Optional.ofNullable(System.getenv("ORDERTRAIL_TEST_BROWSER")).orElse("/usr/bin/chromium"));
  private static final List<String> QUIET = List.of("--disable-gpu", "--disable-background-networking", "--disable-component-update",
      "--disable-sync", "--no-first-run");
  private static Browser running;

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext test) {
    if (Files.isExecutable(PROGRAM)) {
      return ConditionEvaluationResult.enabled("there is a browser");
    }
    var notice = "Skipped: there is no Chromium at %s. Install one, or name it in ORDERTRAIL_TEST_BROWSER, then run ./mvnw verify -Pbrowser"
        .formatted(PROGRAM);
    LOG.warn(notice);
    return ConditionEvaluationResult.disabled(notice);
  }

  static synchronized Browser running() {
    if (running == null) {
      var driver = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
      Runtime.getRuntime().addShutdownHook(new Thread(driver::close));
      running = driver.chromium().launch(new LaunchOptions().setExecutablePath(PROGRAM).setHeadless(true).setArgs(arguments()));
    }
    return running;
  }

  /** Root is refused by the browser's sandbox. */
  private static List<String> arguments() {
    var arguments = new ArrayList<>(QUIET);
    if ("root".equals(System.getProperty("user.name"))) {
      arguments.add("--no-sandbox");
    }
    return arguments;
  }
}
