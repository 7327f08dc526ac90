package io.ordertrail.webhook.address;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;

/** Tells public internet addresses from those of this machine, of private networks and of reserved ranges. */
public final class PublicAddress {

    /**
     * A range of addresses.
     *
     * @param bits the length of the prefix
     */
    private record Range(byte[] first, int bits) {

        static Range of(String text) {
            var parts = text.split("/");
            return new Range(bytes(parts[0]), Integer.parseInt(parts[1]));
        }

        boolean contains(byte[] address) {
            if (address.length != first.length) {
                return false;
            }
            for (var bit = 0; bit < bits; bit++) {
                var mask = 0x80 >> bit % Byte.SIZE;
                if ((address[bit / Byte.SIZE] & mask) != (first[bit / Byte.SIZE] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** Special-purpose IPv4 ranges (RFC 6890 and its registry), private networks, multicast. */
    private static final List<Range> SPECIAL_4 = ranges(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4");
    /** All public IPv6 addresses; loopback, link-local, unique-local, mapped and translated addresses are outside. */
    private static final List<Range> GLOBAL_6 = ranges("2000::/3");
    /** Tunnels into IPv4, which could lead to any address, and ranges for documentation. */
    private static final List<Range> SPECIAL_6 = ranges("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

    /** Tells whether the address is public. */
    public static boolean isPublic(InetAddress address) {
        var bytes = address.getAddress();
        return address instanceof Inet4Address
                ? !isIn(SPECIAL_4, bytes)
                : isIn(GLOBAL_6, bytes) && !isIn(SPECIAL_6, bytes);
    }

    private static boolean isIn(List<Range> ranges, byte[] address) {
        return ranges.stream().anyMatch(range -> range.contains(address));
    }

    private static List<Range> ranges(String... all) {
        return Stream.of(all).map(Range::of).toList();
    }

    private static byte[] bytes(String literal) {
        try {
            return InetAddress.getByName(literal).getAddress(); // a literal needs no DNS query
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(literal, e);
        }
    }

    private PublicAddress() {}
}
