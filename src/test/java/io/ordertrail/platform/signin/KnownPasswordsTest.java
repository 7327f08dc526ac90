package io.ordertrail.platform.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import io.ordertrail.platform.engine.People.Person;
import io.ordertrail.schedule.MovedClock;

class KnownPasswordsTest {

    private final MovedClock clock = new MovedClock();
    private final KnownPasswords known =
            new KnownPasswords(() -> Duration.ofMillis(clock.millis()).toNanos());
    private final Person ada = new Person("ada", "{PBKDF2}hash");

    @Test
    void a_right_password_is_known_for_a_minute() {
        known.add(ada, "correct horse battery");
        clock.move(Duration.ofSeconds(59));
        assertThat(known.contain(ada, "correct horse battery")).isTrue();
        clock.move(Duration.ofSeconds(1));
        assertThat(known.contain(ada, "correct horse battery")).isFalse();
    }

    @Test
    void another_password_or_person_is_not_known() {
        known.add(ada, "correct horse battery");
        assertThat(known.contain(ada, "correct horse batterY")).isFalse();
        assertThat(known.contain(new Person("eve", ada.passwordHash()), "correct horse battery"))
                .isFalse();
    }

    @Test
    void the_old_password_is_forgotten_when_it_is_changed() {
        known.add(ada, "correct horse battery");
        assertThat(known.contain(new Person("ada", "{PBKDF2}another"), "correct horse battery"))
                .isFalse();
    }
}
