package io.ordertrail.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

import io.ordertrail.platform.access.PlatformTest;
import io.ordertrail.platform.access.Role;
import io.ordertrail.platform.engine.DemoUser;

/** Base of tests with a real browser on the demo company. */
@PlatformTest
@TestPropertySource(properties = "test.no-demo-orders=false")
@Tag("browser")
@ExtendWith(Chromium.class)
abstract class InTheBrowser {

    static final NewContextOptions DESKTOP = new NewContextOptions()
            .setLocale("en-GB")
            .setTimezoneId("Europe/Vienna")
            .setViewportSize(1400, 900);

    @RegisterExtension
    final Visitors visitors = new Visitors();

    @LocalServerPort
    int port;

    @Autowired
    WayIn wayIn;

    @BeforeAll
    static void patience() {
        PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
    }

    Visitor stranger() {
        return visitors.with(server(), DESKTOP);
    }

    String server() {
        return "http://127.0.0.1:" + port;
    }

    Visitor signedIn(Role role) {
        return signedIn(role, DESKTOP);
    }

    Visitor signedIn(Role role, NewContextOptions browser) {
        var visitor = visitors.with(server(), browser);
        visitor.open("/orders");
        wayIn.signIn(visitor.page(), name(role), DemoUser.PASSWORD);
        assertThat(visitor.page().locator(".bar .person")).containsText(name(role));
        return visitor;
    }

    static String name(Role role) {
        return DemoUser.ALL.stream()
                .filter(user -> user.role() == role)
                .findFirst()
                .orElseThrow()
                .name();
    }
}
