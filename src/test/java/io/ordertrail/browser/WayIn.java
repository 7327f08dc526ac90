package io.ordertrail.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** How a person signs in: the pages before ours differ, what follows is the same. */
interface WayIn {

    /** What is there when, and only when, somebody is asked who they are. */
    Locator asked(Page page);

    void signIn(Page page, String name, String password);

    /** What says that name or password were wrong. */
    Locator refused(Page page);

    /** A folder name for what is kept of these tests. */
    String name();
}
