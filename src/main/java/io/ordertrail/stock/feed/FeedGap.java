package io.ordertrail.stock.feed;

import java.time.Instant;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.TableGenerator;

/** A range of sequence numbers that a source left out. */
@Entity
public class FeedGap {

    @Id
    @GeneratedValue(generator = "feed_gap")
    @TableGenerator(
            name = "feed_gap",
            table = "id_block",
            pkColumnName = "name",
            valueColumnName = "next_id",
            allocationSize = 100)
    private Long id;

    private String source;
    private String sku;
    private String site;
    private long expected;
    private long lastMissing;
    private long received;
    private Instant noticedAt;
    private Instant filledAt;

    protected FeedGap() {
        // JPA
    }

    public FeedGap(FeedPosition.Key feed, long expected, long received, Instant noticedAt) {
        this(feed, expected, received - 1, received, noticedAt);
    }

    private FeedGap(FeedPosition.Key feed, long expected, long lastMissing, long received, Instant noticedAt) {
        this.source = feed.source();
        this.sku = feed.sku();
        this.site = feed.site();
        this.expected = expected;
        this.lastMissing = lastMissing;
        this.received = received;
        this.noticedAt = noticedAt;
    }

    public String source() {
        return source;
    }

    public String sku() {
        return sku;
    }

    public String site() {
        return site;
    }

    /** The first number that is missing. */
    public long expected() {
        return expected;
    }

    /** The last number that is missing; equals the first where one number is missing. */
    public long lastMissing() {
        return lastMissing;
    }

    /** The number that arrived instead. */
    public long received() {
        return received;
    }

    public Instant noticedAt() {
        return noticedAt;
    }

    /** When the missing number arrived; null while it is missing. */
    public Instant filledAt() {
        return filledAt;
    }

    public Long id() {
        return id;
    }

    FeedPosition.Key feed() {
        return new FeedPosition.Key(source, sku, site);
    }

    boolean beginsBefore(long sequence) {
        return expected < sequence;
    }

    boolean endsAfter(long sequence) {
        return lastMissing > sequence;
    }

    /** The part of this gap before the number that arrived. */
    FeedGap before(long sequence) {
        return new FeedGap(feed(), expected, sequence - 1, received, noticedAt);
    }

    /** The part of this gap after the number that arrived. */
    FeedGap after(long sequence) {
        return new FeedGap(feed(), sequence + 1, lastMissing, received, noticedAt);
    }
}
