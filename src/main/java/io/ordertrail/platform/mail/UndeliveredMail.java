package io.ordertrail.platform.mail;

/** A mail that the server did not take. */
public class UndeliveredMail extends Exception {

    private static final long serialVersionUID = 1L;

    UndeliveredMail(Exception cause) {
        super(cause.getMessage(), cause);
    }
}
