package io.ordertrail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.FileSystemResource;

/** The page for auditors answers each point of the standard once, and names places that exist. */
class AsvsTest {

    private static final Path PAGE = Path.of("docs/asvs-5.0-l2.md");
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| (\\d+\\.\\d+\\.\\d+) \\| ([^|]+) \\| ([12]) \\| (met|n/a|open) \\| (.+) \\|$");
    private static final Pattern PLACE = Pattern.compile("`([^`]+)`");

    /** The standard has so many points of level 1, and of level 2. */
    private static final int LEVEL_1 = 70;

    private static final int LEVEL_2 = 183;

    private record Point(String number, String level, String state, String reason) {

        List<String> places() {
            return PLACE.matcher(reason).results().map(one -> one.group(1)).toList();
        }
    }

    @Test
    void each_point_of_both_levels_is_answered_once() throws IOException {
        assertThat(points()).extracting(Point::number).doesNotHaveDuplicates();
        assertThat(points()).filteredOn(Point::level, "1").hasSize(LEVEL_1);
        assertThat(points()).filteredOn(Point::level, "2").hasSize(LEVEL_2);
    }

    @Test
    void a_point_that_is_met_names_a_place() throws IOException {
        assertThat(points())
                .filteredOn(Point::state, "met")
                .allSatisfy(
                        point -> assertThat(point.places()).as(point.number()).isNotEmpty());
    }

    @Test
    void every_place_exists() throws IOException {
        var classes = classes();
        var settings = settings();
        assertThat(points()).flatExtracting(Point::places).hasSizeGreaterThan(LEVEL_2);
        assertThat(points())
                .flatExtracting(Point::places)
                .filteredOn(place ->
                        !classes.contains(place) && !settings.contains(place) && Files.notExists(Path.of(place)))
                .isEmpty();
    }

    private static List<Point> points() throws IOException {
        return ROW.matcher(Files.readString(PAGE))
                .results()
                .map(AsvsTest::point)
                .toList();
    }

    private static Point point(MatchResult row) {
        return new Point(row.group(1), row.group(3), row.group(4), row.group(5));
    }

    private static Set<String> classes() throws IOException {
        try (var files = Files.walk(Path.of("src"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .collect(Collectors.toSet());
        }
    }

    private static Set<String> settings() {
        var yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(
                new FileSystemResource("src/main/resources/application.yml"),
                new FileSystemResource("src/main/resources/application-production.yml"));
        return yaml.getObject().keySet().stream().map(Object::toString).collect(Collectors.toSet());
    }
}
