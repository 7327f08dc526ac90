package io.ordertrail.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;

/** The engine's Tasklist as a person sees and uses it. */
final class Tasklist {

    static final String ADDRESS = "/camunda/app/tasklist/";
    static final String GROUP = "My group's tasks";
    private static final int PAGE = 15;
    private static final Pattern LIST = Pattern.compile(".*/filter/[^/]+/list.*");
    private static final Pattern COUNT = Pattern.compile("\"count\":(\\d+)");

    private final Page page;
    private int count;

    private Tasklist(Page page) {
        this.page = page;
    }

    /** Opens Tasklist with the first default filter. */
    static Tasklist openedBy(Visitor visitor) {
        var tasklist = new Tasklist(visitor.page());
        tasklist.listed(() -> visitor.open(ADDRESS));
        return tasklist;
    }

    /** Tasklist as it is open on the page already. */
    static Tasklist on(Visitor visitor) {
        return new Tasklist(visitor.page());
    }

    Locator filters() {
        return page.locator(".task-filter h4 a");
    }

    Locator cards() {
        return page.locator(".tasks-list li.task");
    }

    /** The number of tasks that the open list shows. */
    int count() {
        return count;
    }

    /** The tasks on the first page of the open list. */
    List<String> names() {
        return cards().locator("h4.task").allInnerTexts();
    }

    Tasklist open(String filter) {
        listed(filters().filter(new Locator.FilterOptions().setHasText(filter))::click);
        assertThat(page.locator(".task-filter.active")).containsText(filter);
        return this;
    }

    /** Searches tasks with the field above the list. */
    Tasklist search(String by, String text) {
        page.getByPlaceholder("Filter Tasks").click();
        page.locator(".search-field .dropdown-menu li")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^\\s*" + by + "\\s*$")))
                .click();
        page.locator(".search-label .value-field input").fill(text);
        listed(() -> page.keyboard().press("Enter"));
        return this;
    }

    /** Opens the first task of this name, of any order. */
    void show(String task) {
        cards().locator("h4 a", new Locator.LocatorOptions().setHasText(task))
                .first()
                .click();
        assertThat(page.locator("[cam-tasklist-task] h2.task")).hasText(task);
        assertThat(facts().locator("h1 .order")).isVisible();
        assertThat(page.locator(".form-pane .fjs-container form")).isVisible();
    }

    /** Claims a task of the group and waits until its form is enabled. */
    Tasklist claim(String task, String order) {
        cards().filter(new Locator.FilterOptions()
                        .setHas(page.locator(".order-number", new Page.LocatorOptions().setHasText(order))))
                .locator("h4 a")
                .click();
        assertThat(page.locator("[cam-tasklist-task] h2.task")).hasText(task);
        assertThat(facts().locator("h1")).containsText(order);
        page.locator("button.claim").click();
        assertThat(form()).isVisible();
        return this;
    }

    /** Ordertrail's page beside the form. */
    FrameLocator facts() {
        return page.frameLocator("iframe.task-facts");
    }

    Tasklist choose(String answer) {
        form().getByRole(AriaRole.RADIO, new Locator.GetByRoleOptions().setName(answer))
                .check();
        return this;
    }

    Tasklist pick(String field, String answer) {
        form().locator(".fjs-form-field-select", new Locator.LocatorOptions().setHasText(field))
                .locator(".fjs-input-group")
                .click();
        page.locator(".fjs-dropdownlist-item", new Page.LocatorOptions().setHasText(answer))
                .click();
        return this;
    }

    Tasklist fill(String field, String text) {
        form().getByLabel(field).fill(text);
        return this;
    }

    /** Completes the task and waits for the server. */
    void complete() {
        var answer = page.waitForResponse(
                one -> one.url().endsWith("/submit-form"),
                page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Complete").setExact(true))::click);
        if (answer.status() != 204) {
            throw new AssertionError("The task was not taken: " + answer.status() + " " + answer.text());
        }
        assertThat(form()).isHidden();
    }

    /** The form, enabled because the task is claimed. */
    private Locator form() {
        return page.locator(".form-pane :not(.disabled-form) > * .fjs-container form");
    }

    /** Runs an action that fetches a list, and waits until its count and cards are visible. */
    private void listed(Runnable act) {
        count = countOf(page.waitForResponse(LIST, act));
        assertThat(page.locator(".task-filter.active .counter")).hasText(Pattern.compile("\\(?" + count + "\\)?"));
        assertThat(cards()).hasCount(Math.min(count, PAGE));
    }

    private static int countOf(Response list) {
        var count = COUNT.matcher(list.text());
        if (!count.find()) {
            throw new AssertionError("A list without a number: " + list.status() + " " + list.text());
        }
        return Integer.parseInt(count.group(1));
    }
}
