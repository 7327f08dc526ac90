/** Tells other systems what was announced, after Standard Webhooks 1.0: signed, tried again, in order per product and site. */
package io.ordertrail.webhook;
