package io.ordertrail.webhook.address;

import java.net.UnknownHostException;

/** A host name resolves to an internal address; nothing is sent there. */
public class InternalAddress extends UnknownHostException {

    InternalAddress(String host) {
        super(host + " is not a public address");
    }
}
