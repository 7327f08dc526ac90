package io.ordertrail.order.book;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A SHA-256 fingerprint of the products and quantities of an order. It finds a likely duplicate without a comparison of
 * lines.
 */
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
