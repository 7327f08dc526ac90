package io.ordertrail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page of known vulnerabilities speaks of the versions that are shipped. */
class KnownVulnerabilitiesTest {

    private static final List<String> SHIPPED = Stream.of(
                    System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                            .split(File.pathSeparator))
            .map(jar -> Path.of(jar).getFileName().toString())
            .toList();

    @ParameterizedTest
    @CsvSource({
        "camunda-engine, 7.24.0",
        "camunda-webapp-webjar, 7.24.0",
        "spring-boot, 3.5.16",
        "joda-time, 2.12.5",
        "log4j-api, 2.24.3",
        "h2, 2.3.232",
        "commons-lang3, 3.20.0",
        "commons-fileupload, 1.6.0",
        "commons-io, 2.17.0",
        "nimbus-jose-jwt, 9.37.4",
        "json-smart, 2.5.2",
        "snakeyaml, 2.4",
        "logback-core, 1.5.38",
        "tomcat-embed-core, 10.1.61",
        "httpclient5, 5.5.2",
        "jersey-client, 3.1.11",
        "mysql-connector-j, 9.7.0",
        "mybatis, 3.5.15",
        "spring-core, 6.2.19",
        "spring-security-core, 6.5.11",
        "hibernate-core, 6.6.53.Final",
        "thymeleaf, 3.1.5.RELEASE",
        "jackson-databind, 2.21.8",
        "flyway-core, 11.7.2",
        "swagger-ui, 5.32.14",
        "htmx.org, 2.0.10",
        "s3, 2.59.1",
    })
    void a_part_is_shipped_in_the_version_that_the_page_answers_for(String part, String version) throws IOException {
        assertThat(SHIPPED).contains(part + "-" + version + ".jar");
        assertThat(Files.readString(Path.of("docs/known-vulnerabilities.md")))
                .contains(version.replaceFirst("\\.(Final|RELEASE)$", ""));
    }

    @Test
    void log4j_core_is_not_shipped() {
        assertThat(SHIPPED).noneMatch(jar -> jar.startsWith("log4j-core"));
    }
}
