package io.ordertrail.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** The engine's Tasklist, by what a person sees and presses there. */
final class Tasklist {

  static final String ADDRESS = "/camunda/app/tasklist/";
  static final String GROUP = "My group's tasks";
  private static final Pattern LIST = Pattern.compile(".*/filter/[^/]+/list.*");

  private final Page page;

  private Tasklist(Page page) {
    this.page = page;
  }

  static Tasklist openedBy(Visitor visitor) {
    visitor.open(ADDRESS);
    var tasklist = new Tasklist(visitor.page());
    assertThat(tasklist.filters().first()).isVisible();
    return tasklist;
  }

  Locator filters() {
    return page.locator(".task-filter h4 a");
  }

  Locator cards() {
    return page.locator(".tasks-list li.task");
  }

  Locator card(String order) {
    return cards().filter(new Locator.FilterOptions().setHas(page.locator(".order-number", new Page.LocatorOptions().setHasText(order))));
  }

  /** What the open filter says in brackets, when the list beside it is there. */
  int shows(String filter) {
    var link = filters().filter(new Locator.FilterOptions().setHasText(filter));
    link.click();
    assertThat(link.locator(".counter")).isVisible();
    var count = Integer.parseInt(link.locator(".counter").innerText().replaceAll("\\D", ""));
    return count;
  }

  Tasklist take(String task, String order) {
    filters().filter(new Locator.FilterOptions().setHasText(GROUP)).click();
    card(order).locator("h4 a").click();
    assertThat(page.locator("[cam-tasklist-task] h2.task")).hasText(task);
    assertThat(facts().locator("h1")).containsText(order);
    page.locator("button.claim").click();
    assertThat(page.locator("button.claim")).isHidden();
    assertThat(form()).isVisible();
    return this;
  }

  Locator form() {
    return page.locator(".form-pane :not(.disabled-form) > * .fjs-container form");
  }

  /** Our own page beside the form. */
  FrameLocator facts() {
    return page.frameLocator("iframe.task-facts");
  }

  Tasklist choose(String answer) {
    form().getByRole(AriaRole.RADIO, new Locator.GetByRoleOptions().setName(answer)).check();
    return this;
  }

  Tasklist pick(String field, String answer) {
    form().locator(".fjs-form-field-select", new Locator.LocatorOptions().setHasText(field)).locator(".fjs-input-group").click();
    page.locator(".fjs-dropdownlist-item", new Page.LocatorOptions().setHasText(answer)).click();
    return this;
  }

  Tasklist fill(String field, String text) {
    form().getByLabel(field).fill(text);
    return this;
  }

  /** When this returns the server has done it. */
  void complete() {
    var answer = page.waitForResponse(one -> one.url().endsWith("/submit-form"),
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Complete").setExact(true))::click);
    if (answer.status() != 204) {
      throw new AssertionError("The task was not taken: " + answer.status() + " " + answer.text());
    }
    assertThat(form()).isHidden();
  }

  List<String> names() {
    return cards().locator("h4.task").allInnerTexts();
  }
}
