package io.ordertrail.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The sign-in form of Keycloak. */
@Component
@Profile("keycloak")
class KeycloakWayIn implements WayIn {

    @Override
    public Locator form(Page page) {
        return page.locator("#kc-login");
    }

    @Override
    public void signIn(Page page, String name, String password) {
        page.locator("#username").fill(name);
        page.locator("#password").fill(password);
        page.locator("#kc-login").click();
    }

    @Override
    public Locator error(Page page) {
        return page.getByText("Invalid username or password");
    }

    @Override
    public String name() {
        return "keycloak";
    }
}
