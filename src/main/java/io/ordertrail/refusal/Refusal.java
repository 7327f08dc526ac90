package io.ordertrail.refusal;

/** A business rule refuses a request. The message says why and what to do; nothing has been stored. */
public class Refusal extends RuntimeException {

    /** The kind decides the HTTP status: 404, 409, 412, 422 or 503. */
    public enum Kind {
        UNKNOWN,
        CONFLICT,
        STALE,
        INVALID,
        PAUSED
    }

    private final Kind kind;
    private final String key;
    private final transient Object[] args;

    /**
     * Creates a refusal.
     *
     * @param key of the message in the message bundles, e.g. {@code order.refuses.shipped}
     * @param args arguments of the message
     */
    public Refusal(Kind kind, String key, Object... args) {
        super(key);
        this.kind = kind;
        this.key = key;
        this.args = args;
    }

    public Kind kind() {
        return kind;
    }

    /** Identifies the refusal for programs, independent of the language. */
    public String key() {
        return key;
    }

    @Override
    public String getMessage() {
        return Sentence.of(key, args);
    }
}
