package io.ordertrail.change;

import org.springframework.data.repository.Repository;

/** Adds to the trail; nothing outside of this package can. */
interface ChangeEntries extends Repository<Change, Long> {

    Change save(Change change);
}
