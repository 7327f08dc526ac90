package io.ordertrail.intake.partner;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.actor.Stamp;
import io.ordertrail.intake.partner.PartnerNumber.Kind;

/** All numbers of partners. */
@Component
@Transactional
public class PartnerNumbers {

    private static final String EVERY_PARTNER = "";
    /** Databases limit how many values one statement may have. */
    private static final int TOGETHER = 500;

    private final JdbcClient database;

    PartnerNumbers(JdbcClient database) {
        this.database = database;
    }

    /**
     * Finds our numbers.
     *
     * @param partners whose numbers they are, the one that counts most first; those of every partner come last
     * @return our numbers by theirs; a number that nobody has stored is left out
     */
    @Transactional(readOnly = true)
    public Map<String, String> ours(Kind kind, List<String> partners, Collection<String> theirs) {
        var ranked = new ArrayList<>(partners);
        ranked.add(EVERY_PARTNER);
        var found = new HashMap<String, PartnerNumber>();
        var asked =
                theirs.stream().filter(number -> !number.isEmpty()).distinct().toList();
        for (int from = 0; from < asked.size(); from += TOGETHER) {
            stored(kind, ranked, asked.subList(from, Math.min(asked.size(), from + TOGETHER)))
                    .forEach(number -> found.merge(
                            number.theirs(),
                            number,
                            (one, other) ->
                                    ranked.indexOf(one.partner()) <= ranked.indexOf(other.partner()) ? one : other));
        }
        var ours = new HashMap<String, String>();
        found.forEach((number, stored) -> ours.put(number, stored.ours()));
        return ours;
    }

    private List<PartnerNumber> stored(Kind kind, List<String> partners, List<String> theirs) {
        return database.sql("select * from partner_number where kind = :kind and partner in (:partners)"
                        + " and theirs in (:theirs)")
                .param("kind", kind.name())
                .param("partners", partners)
                .param("theirs", theirs)
                .query(PartnerNumbers::read)
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<PartnerNumber> find(Kind kind, String partner, String theirs) {
        return stored(kind, List.of(partner), List.of(theirs)).stream().findFirst();
    }

    /**
     * A page of numbers that contain a text, in the order of kind, partner and number.
     *
     * @param after the last number of the page before; null for the first page
     */
    @Transactional(readOnly = true)
    public List<PartnerNumber> following(String text, PartnerNumber after, int limit) {
        return database.sql("""
            select * from partner_number
            where (:text = '' or upper(partner) like :like escape '!' or upper(theirs) like :like escape '!'
                or upper(ours) like :like escape '!')
              and (kind > :kind or kind = :kind and partner > :partner
                or kind = :kind and partner = :partner and theirs > :theirs)
            order by kind, partner, theirs limit :limit\
            """)
                .param("text", text)
                .param("like", "%" + text.toUpperCase(Locale.ROOT).replaceAll("([!%_])", "!$1") + "%")
                .param("kind", after == null ? "" : after.kind().name())
                .param("partner", after == null ? "" : after.partner())
                .param("theirs", after == null ? "" : after.theirs())
                .param("limit", limit)
                .query(PartnerNumbers::read)
                .list();
    }

    /** What partners call one of our records. */
    @Transactional(readOnly = true)
    public List<String> theirs(Kind kind, String ours) {
        return database.sql("select theirs from partner_number where kind = :kind and ours = :ours")
                .param("kind", kind.name())
                .param("ours", ours)
                .query(String.class)
                .list();
    }

    public void removeAll(Kind kind, String ours) {
        database.sql("delete from partner_number where kind = :kind and ours = :ours")
                .param("kind", kind.name())
                .param("ours", ours)
                .update();
    }

    void add(PartnerNumber number) {
        of("""
            insert into partner_number (kind, partner, theirs, ours, changed_by, changed_at)
            values (:kind, :partner, :theirs, :ours, :by, :at)\
            """, number)
                .param("ours", number.ours())
                .param("by", number.changed().by())
                .param("at", time(number.changed()))
                .update();
    }

    void change(PartnerNumber number) {
        of("""
            update partner_number set ours = :ours, changed_by = :by, changed_at = :at
            where kind = :kind and partner = :partner and theirs = :theirs\
            """, number)
                .param("ours", number.ours())
                .param("by", number.changed().by())
                .param("at", time(number.changed()))
                .update();
    }

    void remove(PartnerNumber number) {
        of("delete from partner_number where kind = :kind and partner = :partner and theirs = :theirs", number)
                .update();
    }

    private JdbcClient.StatementSpec of(String sql, PartnerNumber number) {
        return database.sql(sql)
                .param("kind", number.kind().name())
                .param("partner", number.partner())
                .param("theirs", number.theirs());
    }

    private static LocalDateTime time(Stamp stamp) {
        return LocalDateTime.ofInstant(stamp.at(), ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
    }

    private static PartnerNumber read(ResultSet row, int index) throws SQLException {
        return new PartnerNumber(
                Kind.valueOf(row.getString("kind")),
                row.getString("partner"),
                row.getString("theirs"),
                row.getString("ours"),
                new Stamp(
                        row.getString("changed_by"),
                        row.getObject("changed_at", LocalDateTime.class).toInstant(ZoneOffset.UTC)));
    }
}
