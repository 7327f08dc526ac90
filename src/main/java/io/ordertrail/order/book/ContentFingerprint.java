package io.ordertrail.order.book;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A fingerprint of what is ordered, by which a likely duplicate is found without comparing lines. */
public final class ContentFingerprint {

    static String of(List<OrderLine> lines) {
        return of(lines.stream().map(line -> line.sku() + "\n" + line.quantity()));
    }

    public static String of(NewOrder order) {
        return of(order.lines().stream().map(line -> line.sku() + "\n" + line.quantity()));
    }

    private static String of(Stream<String> lines) {
        var text = lines.sorted().collect(Collectors.joining("\n"));
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private ContentFingerprint() {}
}
