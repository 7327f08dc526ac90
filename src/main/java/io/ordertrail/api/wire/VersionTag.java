package io.ordertrail.api.wire;

import java.util.HashSet;
import java.util.stream.Stream;

import io.ordertrail.refusal.ExpectedVersion;

/** The version of a record as an entity tag (RFC 9110), with which a caller says from which version a change starts. */
public final class VersionTag {

    private static final String ANY_EXISTING = "*";

    public static String of(int version) {
        return "\"" + version + "\"";
    }

    /**
     * Reads the header If-Match.
     *
     * @param ifMatch null where the change counts whatever the record holds
     */
    public static ExpectedVersion expected(String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            return ExpectedVersion.ANY;
        }
        if (ifMatch.strip().equals(ANY_EXISTING)) {
            return new ExpectedVersion(version -> version >= 0);
        }
        var tags = new HashSet<String>();
        Stream.of(ifMatch.split(",")).map(String::strip).forEach(tags::add);
        return new ExpectedVersion(version -> tags.contains(of(version)));
    }

    private VersionTag() {}
}
