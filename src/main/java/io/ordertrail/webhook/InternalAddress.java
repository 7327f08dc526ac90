package io.ordertrail.webhook;

import java.net.UnknownHostException;

/** A name leads to an address within the house; nothing is sent there. */
class InternalAddress extends UnknownHostException {

    InternalAddress(String host) {
        super(host + " is not a public address");
    }
}
