package io.ordertrail.platform.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseLockTest {

    @TempDir
    Path data;

    private final List<String> messages = new ArrayList<>();
    private final EmbeddedDatabaseLock first = new EmbeddedDatabaseLock(messages::add);
    private final EmbeddedDatabaseLock second = new EmbeddedDatabaseLock(messages::add);

    @AfterEach
    void release() {
        first.release();
        second.release();
    }

    @Test
    void a_second_start_on_the_same_data_ends_with_one_sentence() {
        first.acquire(data.resolve("ordertrail"));
        assertThat(messages).isEmpty();
        second.acquire(data.resolve("ordertrail"));
        assertThat(messages)
                .singleElement()
                .asString()
                .isEqualTo("Ordertrail is already running on the data in " + data
                        + "; stop that one first, or start this one in another directory.");
    }

    @Test
    void after_the_first_has_ended_the_second_may_start() {
        first.acquire(data.resolve("ordertrail"));
        first.release();
        second.acquire(data.resolve("ordertrail"));
        assertThat(messages).isEmpty();
    }

    @Test
    void only_a_database_in_a_file_can_be_locked() {
        assertThat(EmbeddedDatabaseLock.databaseFile("jdbc:h2:file:./data/ordertrail;WRITE_DELAY=0"))
                .contains(Path.of("data/ordertrail").toAbsolutePath());
        assertThat(EmbeddedDatabaseLock.databaseFile("jdbc:h2:mem:test")).isEmpty();
        assertThat(EmbeddedDatabaseLock.databaseFile("jdbc:mysql://db/ordertrail"))
                .isEmpty();
    }
}
