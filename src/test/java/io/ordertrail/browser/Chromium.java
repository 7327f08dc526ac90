package io.ordertrail.browser;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The Chromium that {@code ORDERTRAIL_TEST_BROWSER} names, started once for all tests; where none is named, they are skipped. */
final class Chromium implements ExecutionCondition {

  private static final Logger LOG = LoggerFactory.getLogger(Chromium.class);
  private static final String PROGRAM = System.getenv("ORDERTRAIL_TEST_BROWSER");
  private static final List<String> QUIET = List.of("--disable-gpu", "--disable-background-networking", "--disable-component-update",
      "--disable-sync", "--no-first-run");
  private static Browser running;

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext test) {
    if (PROGRAM != null && Files.isExecutable(Path.of(PROGRAM))) {
      return ConditionEvaluationResult.enabled("there is a browser");
    }
    var notice = "Skipped: needs Chromium. Name it, as in ORDERTRAIL_TEST_BROWSER=/usr/bin/chromium ./mvnw verify -Pbrowser";
    LOG.warn(notice);
    return ConditionEvaluationResult.disabled(notice);
  }

  static synchronized Browser running() {
    if (running == null) {
      var driver = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
      Runtime.getRuntime().addShutdownHook(new Thread(driver::close));
      running = driver.chromium().launch(new LaunchOptions().setExecutablePath(Path.of(PROGRAM)).setHeadless(true).setArgs(arguments()));
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
