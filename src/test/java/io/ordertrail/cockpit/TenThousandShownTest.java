package io.ordertrail.cockpit;

import org.junit.jupiter.api.Tag;

/** The same figures are exact for ten thousand orders. */
@Tag("nightly")
class TenThousandShownTest extends ShownFiguresTest {

    @Override
    int orders() {
        return 10_000;
    }
}
