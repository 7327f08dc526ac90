package io.ordertrail.web.process;

import io.ordertrail.process.bundle.Bundle;
import io.ordertrail.refusal.Sentence;

/** What a page says of a bundle that was checked. */
final class BundleNotice {

    private BundleNotice() {}

    /** The attribute of the page that shows the sentence: mistakes look like a refusal. */
    static String of(Bundle bundle) {
        return isPassed(bundle) ? "said" : "refusal";
    }

    static String sentence(Bundle bundle) {
        return Sentence.of(
                isPassed(bundle) ? "bundle.said.passes" : "bundle.said.refused", String.valueOf(bundle.number()));
    }

    private static boolean isPassed(Bundle bundle) {
        return bundle.state() != Bundle.State.DRAFT;
    }
}
