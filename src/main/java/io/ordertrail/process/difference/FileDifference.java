package io.ordertrail.process.difference;

import java.util.stream.Stream;

/** A difference and the file in which it is. */
record FileDifference(String file, Difference difference) {

    static Stream<FileDifference> in(String file, Stream<Difference> differences) {
        return differences.map(difference -> new FileDifference(file, difference));
    }
}
