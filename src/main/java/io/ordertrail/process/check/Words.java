package io.ordertrail.process.check;

import java.util.Collection;
import java.util.TreeSet;

/** Names as a list in a sentence. */
final class Words {

    private Words() {}

    static String list(Collection<String> words) {
        return String.join(", ", new TreeSet<>(words));
    }
}
