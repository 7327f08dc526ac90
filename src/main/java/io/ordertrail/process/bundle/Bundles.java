package io.ordertrail.process.bundle;

import java.util.List;
import java.util.Optional;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

import io.ordertrail.actor.Stamp;
import io.ordertrail.process.bundle.Bundle.Origin;
import io.ordertrail.refusal.Refusal;

/** All bundles. A change of state is one conditional update, so it is made once. */
public interface Bundles extends Repository<Bundle, Long> {

    Bundle save(Bundle bundle);

    Optional<Bundle> findById(Long number);

    @Query("select b from Bundle b where b.state = IN_FORCE")
    Optional<Bundle> inForce();

    @Query("select f from Bundle b join b.files f where b.state = IN_FORCE and key(f) = :name")
    Optional<String> hashInForce(String name);

    @Query("select b from Bundle b where b.number < :before order by b.number desc")
    List<Bundle> newest(long before, Limit limit);

    @Query("select b from Bundle b where b.origin = :origin order by b.number desc")
    List<Bundle> newestOf(Origin origin, Limit limit);

    @Modifying(clearAutomatically = true, flushAutomatically = true)
    @Query("update Bundle b set b.state = RETIRED, b.onlyOne = null where b.number = :number and b.state = IN_FORCE")
    int retire(long number);

    @Modifying(clearAutomatically = true, flushAutomatically = true)
    @Query("""
        update Bundle b set b.state = IN_FORCE, b.onlyOne = 1, b.inForceAt = :#{#stamp.at}, b.inForceBy = :#{#stamp.by},
          b.replaced = coalesce(:replaced, b.replaced)
        where b.number = :number and b.state not in (IN_FORCE, DISCARDED)\
        """)
    int force(long number, Long replaced, Stamp stamp);

    @Modifying(clearAutomatically = true, flushAutomatically = true)
    @Query("update Bundle b set b.report = :report, b.checkedAt = :#{#stamp.at} where b.number = :number")
    int report(long number, String report, Stamp stamp);

    /** A bundle that is or was in force stays what it is. */
    @Modifying(clearAutomatically = true, flushAutomatically = true)
    @Query("update Bundle b set b.state = :state where b.number = :number and b.state in (DRAFT, CHECKED)")
    int checked(long number, Bundle.State state);

    @Modifying(clearAutomatically = true, flushAutomatically = true)
    @Query("update Bundle b set b.state = DISCARDED where b.number = :number and b.state in (DRAFT, CHECKED)")
    int discard(long number);

    default Bundle get(long number) {
        return findById(number)
                .orElseThrow(() -> new Refusal(Refusal.Kind.UNKNOWN, "bundle.unknown", String.valueOf(number)));
    }

    /** The bundle of the last version of the product that brought one. */
    default Optional<Bundle> lastShipped() {
        return newestOf(Origin.SHIPPED, Limit.of(1)).stream().findFirst();
    }
}
