package io.ordertrail.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The sign-in form of Ordertrail. */
@Component
@Profile("!keycloak")
class LocalWayIn implements WayIn {

    @Override
    public Locator form(Page page) {
        return page.locator("form[action='/sign-in'] #username");
    }

    @Override
    public void signIn(Page page, String name, String password) {
        page.locator("#username").fill(name);
        page.locator("#password").fill(password);
        page.locator("form[action='/sign-in'] button.main").click();
    }

    @Override
    public Locator error(Page page) {
        return page.getByRole(AriaRole.ALERT);
    }

    @Override
    public String name() {
        return "local";
    }
}
