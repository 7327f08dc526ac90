package io.ordertrail.stock.feed;

import java.time.Instant;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Version;

/** How far a source has counted for a product at a site. Only a higher number moves it on. */
@Entity
@IdClass(FeedPosition.Key.class)
public class FeedPosition {

    /** Names what a source counts by itself. */
    public record Key(String source, String sku, String site) {}

    /** The newest that a source said. */
    record Last(long sequence, int onHand, Instant saidAt, Instant receivedAt) {}

    /** How many of its messages changed anything, came once more, came too late. */
    record Tally(long applied, long repeated, long late) {}

    @Id
    private String source;

    @Id
    private String sku;

    @Id
    private String site;

    private long lastSequence;
    private int onHand;
    private Instant saidAt;
    private Instant receivedAt;
    private long applied;
    private long repeated;
    private long late;

    @Version
    private Integer version;

    protected FeedPosition() {
        // JPA
    }

    /** Nothing was heard yet. */
    public FeedPosition(Key key, Instant now) {
        this(key, new Last(0, 0, now, now), new Tally(0, 0, 0));
    }

    FeedPosition(Key key, Last last, Tally tally) {
        this.source = key.source();
        this.sku = key.sku();
        this.site = key.site();
        this.lastSequence = last.sequence();
        this.onHand = last.onHand();
        this.saidAt = last.saidAt();
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

    /** @return the first number that is missing before this one; null where none is, or counting begins with it */
    static Long missingBefore(long sequence, long lastSequence) {
        return lastSequence > 0 && sequence > lastSequence + 1 ? lastSequence + 1 : null;
    }

    /** With others in one transaction, which has locked the product's stock. */
    public void apply(ReportedLevel level, Instant now) {
        if (level.sequence() <= lastSequence) {
            throw new IllegalStateException(
                    "Number " + level.sequence() + " of " + source + " does not move " + lastSequence + " on");
        }
        lastSequence = level.sequence();
        onHand = level.onHand();
        saidAt = level.at();
        receivedAt = now;
        applied++;
    }

    FeedResult behind(long sequence, Instant now) {
        var answer = FeedResult.behind(sequence, lastSequence);
        if (answer.outcome() == FeedResult.Outcome.REPEATED) {
            repeated++;
        } else {
            late++;
        }
        receivedAt = now;
        return answer;
    }
}
