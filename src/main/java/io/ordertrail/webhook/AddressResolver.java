package io.ordertrail.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.stream.Stream;

import org.apache.hc.client5.http.DnsResolver;

/**
 * Looks a name up and holds every address it has against what is allowed, each time anew. The connection then goes to the very
 * addresses that were looked at: a name that means something else a moment later (DNS rebinding) changes nothing.
 */
class AddressResolver implements DnsResolver {

    private final DnsResolver names;
    private final boolean allowInternal;

    AddressResolver(DnsResolver names, boolean allowInternal) {
        this.names = names;
        this.allowInternal = allowInternal;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        var addresses = names.resolve(host);
        if (!allowInternal && !Stream.of(addresses).allMatch(PublicAddress::is)) {
            throw new InternalAddress(host);
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) throws UnknownHostException {
        return names.resolveCanonicalHostname(host);
    }
}
