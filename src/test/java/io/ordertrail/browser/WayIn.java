package io.ordertrail.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** How a person signs in, with Ordertrail's own accounts or with Keycloak. */
interface WayIn {

    /** The sign-in form; it is visible only when a person has to sign in. */
    Locator form(Page page);

    void signIn(Page page, String name, String password);

    /** The message that name or password is wrong. */
    Locator error(Page page);

    /** The folder of the screenshots. */
    String name();
}
