package io.ordertrail.stock.feed;

import java.time.Instant;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Version;

/** The last sequence number of a source for a product at a site. Only a higher number replaces it. */
@Entity
@IdClass(FeedPosition.Key.class)
public class FeedPosition {

    /** Identifies one sequence of numbers: a source numbers its messages per product and site. */
    public record Key(String source, String sku, String site) {}

    /** The newest message of a source. */
    record Last(long sequence, int onHand, Instant reportedAt, Instant receivedAt) {}

    /** How many messages were applied, were repeated, or came too late. */
    record Tally(long applied, long repeated, long late) {}

    @Id
    private String source;

    @Id
    private String sku;

    @Id
    private String site;

    private long lastSequence;
    private int onHand;
    private Instant reportedAt;
    private Instant receivedAt;
    private long applied;
    private long repeated;
    private long late;

    @Version
    private Integer version;

    protected FeedPosition() {
        // JPA
    }

    /** The position before the first message. */
    public FeedPosition(Key key, Instant now) {
        this(key, new Last(0, 0, now, now), new Tally(0, 0, 0));
    }

    FeedPosition(Key key, Last last, Tally tally) {
        this.source = key.source();
        this.sku = key.sku();
        this.site = key.site();
        this.lastSequence = last.sequence();
        this.onHand = last.onHand();
        this.reportedAt = last.reportedAt();
        this.receivedAt = last.receivedAt();
        this.applied = tally.applied();
        this.repeated = tally.repeated();
        this.late = tally.late();
    }

    Key key() {
        return new Key(source, sku, site);
    }

    long lastSequence() {
        return lastSequence;
    }

    /**
     * Finds the gap before a number.
     *
     * @return the first number that is missing; null where none is, or where the sequence begins with this number
     */
    static Long missingBefore(long sequence, long lastSequence) {
        return lastSequence > 0 && sequence > lastSequence + 1 ? lastSequence + 1 : null;
    }

    /** The caller's transaction has locked the product's stock. */
    public void apply(ReportedLevel level, Instant now) {
        if (level.sequence() <= lastSequence) {
            throw new IllegalStateException(
                    "Sequence number " + level.sequence() + " of " + source + " is not higher than " + lastSequence);
        }
        lastSequence = level.sequence();
        onHand = level.onHand();
        reportedAt = level.at();
        receivedAt = now;
        applied++;
    }

    FeedResult countRepeatedOrLate(long sequence, Instant now) {
        var result = FeedResult.repeatedOrLate(sequence, lastSequence);
        if (result.outcome() == FeedResult.Outcome.REPEATED) {
            repeated++;
        } else {
            late++;
        }
        receivedAt = now;
        return result;
    }
}
