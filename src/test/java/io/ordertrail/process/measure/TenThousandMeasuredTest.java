package io.ordertrail.process.measure;

import org.junit.jupiter.api.Tag;

/** The same figures are exact for ten thousand instances, as many as a middling company has in a quarter. */
@Tag("nightly")
class TenThousandMeasuredTest extends MeasureHistoryTest {

    @Override
    int instances() {
        return 10_000;
    }
}
