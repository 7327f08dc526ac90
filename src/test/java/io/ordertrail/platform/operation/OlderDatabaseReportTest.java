package io.ordertrail.platform.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;

import io.ordertrail.Ordertrail;

@ExtendWith(OutputCaptureExtension.class)
class OlderDatabaseReportTest {

    private static final String EVERYTHING =
            "select table_schema || '.' || table_name from information_schema.tables where table_schema = 'PUBLIC'";

    @Test
    void a_database_of_another_version_is_refused_in_a_sentence_and_stays_as_it_is(
            @TempDir Path folder, CapturedOutput output) {
        var database = new JdbcDataSource();
        database.setUrl("jdbc:h2:file:" + folder.resolve("ordertrail") + ";MODE=MySQL");
        database.setUser("sa");
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:older-database")
                .load()
                .migrate();
        var before = tables(database);

        assertThatThrownBy(() -> new SpringApplication(Ordertrail.class)
                        .run(
                                "--spring.datasource.url=" + database.getUrl(),
                                "--server.port=0",
                                "--spring.profiles.active=test"))
                .hasRootCauseInstanceOf(FlywayValidateException.class);

        assertThat(output.getErr()).contains(OlderDatabaseReport.MESSAGE);
        assertThat(tables(database)).isNotEmpty().isEqualTo(before);
        assertThat(new JdbcTemplate(database).queryForList("select sku from product", String.class))
                .containsExactly("OLD-1");
    }

    private static List<String> tables(JdbcDataSource database) {
        return new JdbcTemplate(database).queryForList(EVERYTHING, String.class);
    }
}
