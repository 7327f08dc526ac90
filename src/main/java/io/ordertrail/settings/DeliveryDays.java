package io.ordertrail.settings;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The days that a delivery can be asked for or expected on: from today to a horizon. Any other is a typing error. */
@Component
public class DeliveryDays {

    private final Clock clock;
    private final Period horizon;

    public DeliveryDays(Clock clock, @Value("${ordertrail.delivery-horizon:P2Y}") Period horizon) {
        this.clock = clock;
        this.horizon = horizon;
    }

    /** Today, in the company's time zone. */
    public LocalDate first() {
        return LocalDate.now(clock);
    }

    public LocalDate last() {
        return first().plus(horizon);
    }

    public boolean contain(LocalDate day) {
        return !day.isBefore(first()) && !day.isAfter(last());
    }
}
