package io.ordertrail.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchKeysTest {

    @TempDir
    Path folder;

    @Test
    void the_first_start_makes_a_key_that_only_its_owner_reads() throws IOException {
        var file = folder.resolve("data").resolve("search.key");
        var made = SearchKeys.read(new SearchSettings("", file));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(SearchKeys.read(new SearchSettings("", file)).fingerprint()).isEqualTo(made.fingerprint());
        try (var files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void every_key_hashes_personal_words_in_its_own_way() {
        var one = SearchKeys.read(new SearchSettings("", folder.resolve("one")));
        var other = SearchKeys.read(new SearchSettings("", folder.resolve("other")));
        assertThat(one.hashes(Reach.PERSONAL).applyAsLong("huber"))
                .isNotEqualTo(other.hashes(Reach.PERSONAL).applyAsLong("huber"))
                .isNotEqualTo(one.hashes(Reach.RECIPIENT).applyAsLong("huber"));
        assertThat(one.hashes(Reach.OPEN).applyAsLong("axe"))
                .isEqualTo(other.hashes(Reach.OPEN).applyAsLong("axe"));
    }

    @Test
    void a_key_that_is_too_short_or_no_base64_is_refused() {
        for (var key : new String[] {"c2hvcnQ=", "%%%"}) {
            assertThatThrownBy(() -> SearchKeys.read(new SearchSettings(key, folder.resolve("none"))))
                    .hasMessageContaining("openssl rand -base64 32");
        }
    }
}
