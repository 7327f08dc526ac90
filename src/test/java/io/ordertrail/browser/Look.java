package io.ordertrail.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

/** Looks at the states of a page: takes pictures on a desk and on a telephone, and fails what is not fit for everybody. */
final class Look {

    private static final int DESK = 1400;
    private static final int TELEPHONE = 360;
    private static final String WIDER = "document.documentElement.scrollWidth > innerWidth";

    private final Visitor visitor;
    private final Path pictures;

    /**
     * Looks at the pages of a visitor.
     *
     * @param pictures the folder in which the pictures are saved
     */
    Look(Visitor visitor, Path pictures) {
        this.visitor = visitor;
        this.pictures = pictures;
    }

    void at(String path, String state) {
        visitor.open(path);
        at(state);
    }

    void at(String state) {
        at(state + "-narrow", TELEPHONE);
        at(state, DESK);
    }

    private void at(String state, int width) {
        var page = visitor.page();
        page.setViewportSize(width, 900);
        visitor.saveScreenshot(pictures.resolve(state + ".png"));
        isComplete(visitor, state);
        assertThat((boolean) page.evaluate(WIDER))
                .as(state + " is wider than its window")
                .isFalse();
        isOpenToEverybody(visitor, state);
    }

    /** No text is missing. */
    static void isComplete(Visitor visitor, String state) {
        assertThat(visitor.page().locator("body").innerText())
                .as(state)
                .doesNotContain("??", "Exception")
                .doesNotContainPattern("\\bnull\\b");
    }

    /** Axe finds nothing on the whole page. */
    static void isOpenToEverybody(Visitor visitor, String state) {
        assertThat(Axe.faults(visitor.page(), "html")).as(state).isEmpty();
    }
}
