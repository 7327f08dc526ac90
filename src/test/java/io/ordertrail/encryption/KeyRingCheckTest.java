package io.ordertrail.encryption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;

import com.google.crypto.tink.KeysetHandle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** No node starts with a key ring that cannot read what is stored. */
@ExtendWith(OutputCaptureExtension.class)
class KeyRingCheckTest {

    private DriverManagerDataSource source;

    @BeforeEach
    void an_empty_database() {
        source = new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
        JdbcClient.create(source)
                .sql("create table encryption_key (id varchar(8) primary key, sample varchar(200) not null)")
                .update();
    }

    @Test
    void each_start_says_which_key_ring_it_uses(CapturedOutput output) {
        var ring = TestKeys.ring();
        start(ring);
        assertThat(output)
                .contains("key ring in ordertrail.encryption.key: primary key "
                        + ring.keys().primary());
    }

    @Test
    void a_key_ring_with_the_keys_in_use_starts_also_when_another_one_is_primary() throws Exception {
        FieldKeys.register();
        var first = KeysetHandle.generateNew(FieldKeys.PARAMETERS);
        start(TestKeys.ring(first));
        start(TestKeys.ring(first));
        var both = KeyRotation.add(first);
        var promoted = KeyRotation.promote(both, FieldKeys.id(both.getAt(1).getId()));
        start(TestKeys.ring(promoted));
        assertThat(JdbcClient.create(source)
                        .sql("select count(*) from encryption_key")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void another_key_ring_is_refused_and_the_missing_key_is_named() {
        var ring = TestKeys.ring();
        start(ring);
        assertThatThrownBy(() -> start(TestKeys.ring()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("encrypted with key " + ring.keys().primary())
                .hasMessageContaining("docs/recovery.md");
    }

    private void start(FieldKeyRing ring) {
        new KeyRingCheck(
                JdbcClient.create(source), new DataSourceTransactionManager(source), ring, new FieldCipher(ring));
    }
}
