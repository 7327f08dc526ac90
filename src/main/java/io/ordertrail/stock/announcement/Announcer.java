package io.ordertrail.stock.announcement;

import java.time.Duration;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import io.ordertrail.schedule.BackgroundLoop;

/** Announces changes of stock soon after they are committed. */
@Component
class Announcer extends BackgroundLoop {

    private static final Duration PAUSE = Duration.ofMillis(300);

    private final AnnounceStock announceStock;

    Announcer(AnnounceStock announceStock, @Value("${ordertrail.announcements}") boolean wanted) {
        super("announcer", PAUSE, wanted);
        this.announceStock = announceStock;
    }

    @Override
    protected void round() {
        while (announceStock.announce()) {
            // the next thousand
        }
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT5M")
    public void deleteOld() {
        while (announceStock.deleteOld()) {
            // the next thousand
        }
    }
}
