package io.ordertrail.refusal;

/** The business says no, in a sentence that tells the person why and what to do; nothing has been stored. */
public class Refusal extends RuntimeException {

    /** What a door makes of it: 404, 409 or 422. */
    public enum Kind {
        UNKNOWN,
        CONFLICT,
        INVALID
    }

    private final Kind kind;
    private final String key;
    private final transient Object[] args;

    /** @param key of the sentence in the message bundles, e.g. {@code order.refuses.shipped} */
    public Refusal(Kind kind, String key, Object... args) {
        super(key);
        this.kind = kind;
        this.key = key;
        this.args = args;
    }

    public Kind kind() {
        return kind;
    }

    /** Names the sort of refusal for programs, whatever the language. */
    public String key() {
        return key;
    }

    @Override
    public String getMessage() {
        return Sentence.of(key, args);
    }
}
