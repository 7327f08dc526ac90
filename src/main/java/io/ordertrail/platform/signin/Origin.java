package io.ordertrail.platform.signin;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** Where an attempt comes from, such that nobody gets new attempts by taking the next address of their own. */
final class Origin {

    private static final int NETWORK_BYTES = 8;

    private Origin() {}

    /** All addresses of this machine are one, and so are those of one IPv6 network. */
    static String of(String address) {
        try {
            var parsed = InetAddress.getByName(address);
            if (parsed.isLoopbackAddress()) {
                return "this machine";
            }
            return parsed instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), NETWORK_BYTES))
                    : parsed.getHostAddress();
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
