package io.ordertrail.privacy;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Brings the list of erased customers and the database together when a node starts: after a restore the database may be
 * older than the list.
 */
@Component
public class EraseAfterRestore {

    private static final Logger LOG = LoggerFactory.getLogger(EraseAfterRestore.class);

    private final ErasedList list;
    private final ErasedCustomers erased;
    private final ErasePerson erasePerson;

    EraseAfterRestore(ErasedList list, ErasedCustomers erased, ErasePerson erasePerson) {
        this.list = list;
        this.erased = erased;
        this.erasePerson = erasePerson;
    }

    @EventListener(ApplicationReadyEvent.class)
    public void bringTogether() {
        list.numbers().forEach(erasePerson::again);
        erased.all().forEach(one -> keep(one.number()));
    }

    /** Whoever is erased stays erased; that the list cannot be written is for operators. */
    public void keep(String number) {
        try {
            list.add(number);
        } catch (RuntimeException e) {
            LOG.error("An older backup would bring an erased customer back: {}", e.getMessage());
        }
    }
}
