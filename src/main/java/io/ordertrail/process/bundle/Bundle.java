package io.ordertrail.process.bundle;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import jakarta.persistence.TableGenerator;

import io.ordertrail.actor.Stamp;

/**
 * Diagrams, tables, forms and deadlines that come into force together. Its files never change; only the conditional
 * updates of {@link Bundles} change its state.
 */
@Entity
@Table(name = "process_bundle")
public class Bundle {

    public enum State {
        /** Not checked, or a finding keeps it from coming into force. */
        DRAFT,
        CHECKED,
        IN_FORCE,
        RETIRED,
        /** A draft that nobody wants any more. */
        DISCARDED
    }

    /** How it came into the product. */
    public enum Origin {
        /** With a version of the product. */
        SHIPPED,
        /** From the pages or the API. */
        UPLOADED,
        /** By a deployment to the engine, as Camunda Modeler makes it. */
        DEPLOYED,
        /** The engine followed it already. */
        FOUND,
        /** An upgrade of the product around what was changed here. */
        UPGRADED
    }

    private static final int LONGEST_NOTE = 1000;
    private static final int LONGEST_REPORT = 1_000_000;

    @Id
    @GeneratedValue(generator = "process_bundle")
    @TableGenerator(
            name = "process_bundle",
            table = "id_block",
            pkColumnName = "name",
            valueColumnName = "next_id",
            allocationSize = 1)
    private Long number;

    @Enumerated(EnumType.STRING)
    private State state;

    @Enumerated(EnumType.STRING)
    private Origin origin;

    private String author;
    private Instant createdAt;
    private String note;
    private Long base;

    @Column(length = LONGEST_REPORT)
    private String report;

    private Instant checkedAt;
    private Instant inForceAt;
    private String inForceBy;
    private Long replaced;
    private Integer onlyOne;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "process_bundle_file", joinColumns = @JoinColumn(name = "bundle"))
    @MapKeyColumn(name = "name")
    @Column(name = "hash")
    private Map<String, String> files = new TreeMap<>();

    protected Bundle() {
        // JPA
    }

    Bundle(Origin origin, Stamp author, String note, Long base, Map<String, String> files) {
        this.state = State.DRAFT;
        this.origin = origin;
        this.author = author.by();
        this.createdAt = author.at();
        this.note = note.substring(0, Math.min(note.length(), LONGEST_NOTE));
        this.base = base;
        this.files = new TreeMap<>(files);
    }

    public Long number() {
        return number;
    }

    public State state() {
        return state;
    }

    public Origin origin() {
        return origin;
    }

    public String author() {
        return author;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public String note() {
        return note;
    }

    /** The bundle that was in force when this one was made, or from which it was made; null for the first. */
    public Long base() {
        return base;
    }

    String report() {
        return report;
    }

    public Instant checkedAt() {
        return checkedAt;
    }

    /** When it came into force last; null when it never was. */
    public Instant inForceAt() {
        return inForceAt;
    }

    public String inForceBy() {
        return inForceBy;
    }

    /** The bundle that was in force before this one. */
    public Long replaced() {
        return replaced;
    }

    /** The names of the files, and the hashes of their contents. */
    public Map<String, String> files() {
        return new TreeMap<>(files);
    }

    /** Tells whether nobody has put it in force or discarded it yet. */
    public boolean isWaiting() {
        return state == State.DRAFT || state == State.CHECKED;
    }

    public boolean isDiscarded() {
        return state == State.DISCARDED;
    }

    public boolean isInForce() {
        return state == State.IN_FORCE;
    }
}
