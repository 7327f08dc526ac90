package io.ordertrail.change;

import java.time.Instant;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.TableGenerator;

import org.springframework.data.annotation.Immutable;

import io.ordertrail.actor.Stamp;

/** One changed field. It is never changed and never deleted. */
@Entity
@Table(name = "change_entry")
@Immutable
public class Change {

    private static final int LONGEST_VALUE = 1500;
    private static final int LONGEST_CODE = 255;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_ORIGIN = 64;

    @Id
    @GeneratedValue(generator = "change_entry")
    @TableGenerator(
            name = "change_entry",
            table = "id_block",
            pkColumnName = "name",
            valueColumnName = "next_id",
            allocationSize = 100)
    private Long id;

    private Instant at;
    private String actor;
    private String origin;

    @Enumerated(EnumType.STRING)
    private Subject.Kind kind;

    private String subject;

    @Enumerated(EnumType.STRING)
    private Act act;

    private String place;
    private String field;
    private String former;
    private String current;

    protected Change() {
        // JPA
    }

    Change(Stamp stamp, String origin, Subject subject, Act act, Difference difference) {
        this.at = stamp.at();
        this.actor = stamp.by();
        this.origin = cut(origin, LONGEST_ORIGIN);
        this.kind = subject.kind();
        this.subject = cut(subject.code(), LONGEST_CODE);
        this.act = act;
        this.place = cut(difference.place(), LONGEST_NAME);
        this.field = cut(difference.field(), LONGEST_NAME);
        this.former = cut(difference.former(), LONGEST_VALUE);
        this.current = cut(difference.current(), LONGEST_VALUE);
    }

    /** What is recorded never keeps a change from happening because it is too long. */
    private static String cut(String text, int most) {
        return text == null || text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }

    public Long id() {
        return id;
    }

    public Instant at() {
        return at;
    }

    public String actor() {
        return actor;
    }

    /** The network address of who did it; null when Ordertrail itself did, or before it was recorded. */
    public String origin() {
        return origin;
    }

    public Subject subject() {
        return new Subject(kind, subject);
    }

    public Act act() {
        return act;
    }

    public Difference difference() {
        return new Difference(place, field, former, current);
    }
}
