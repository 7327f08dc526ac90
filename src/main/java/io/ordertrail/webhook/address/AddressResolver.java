package io.ordertrail.webhook.address;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.stream.Stream;

import org.apache.hc.client5.http.DnsResolver;

/**
 * Resolves a host name for each request and refuses it when any of its addresses is internal. The connection then uses
 * the addresses that were checked, so a name that resolves differently a moment later (DNS rebinding) changes nothing.
 */
public class AddressResolver implements DnsResolver {

    private final DnsResolver resolver;
    private final boolean allowInternal;

    public AddressResolver(DnsResolver resolver, boolean allowInternal) {
        this.resolver = resolver;
        this.allowInternal = allowInternal;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        var addresses = resolver.resolve(host);
        if (!allowInternal && !Stream.of(addresses).allMatch(PublicAddress::isPublic)) {
            throw new InternalAddress(host);
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) throws UnknownHostException {
        return resolver.resolveCanonicalHostname(host);
    }
}
