package io.ordertrail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaPackage;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;

import io.ordertrail.process.picture.svg.Tag;

/** Draws docs/modules.svg: each package in the layer above everything that it uses. */
class ModulesPictureTest {

    private static final Path PICTURE = Path.of("docs/modules.svg");
    private static final int WIDTH = 1400;
    private static final int MODULE_WIDTH = 165;
    private static final int MODULE_HEIGHT = 26;
    private static final int GAP = 8;
    private static final int LAYER_GAP = 18;
    private static final int IN_A_ROW = (WIDTH - GAP) / (MODULE_WIDTH + GAP);

    @Test
    void the_picture_of_the_modules_is_as_old_as_the_modules() throws IOException {
        var now = picture(uses()).xml();
        if (Boolean.getBoolean("ordertrail.draw")) {
            Files.writeString(PICTURE, now);
        }
        assertThat(Files.exists(PICTURE) ? Files.readString(PICTURE) : "")
                .as("./mvnw test -Dtest=ModulesPictureTest -DargLine=-Dordertrail.draw=true draws it again")
                .isEqualTo(now);
    }

    /** What each package says that it may use. */
    private static Map<String, List<String>> uses() {
        return ArchitectureTest.OURS.getPackage("io.ordertrail").getSubpackagesInTree().stream()
                .filter(module -> module.isAnnotatedWith(ApplicationModule.class))
                .collect(Collectors.toMap(
                        module -> module.getName().substring("io.ordertrail.".length()),
                        ModulesPictureTest::allowed,
                        (one, other) -> one,
                        TreeMap::new));
    }

    private static List<String> allowed(JavaPackage module) {
        return Arrays.asList(module.getAnnotationOfType(ApplicationModule.class).allowedDependencies());
    }

    private static int layer(String module, Map<String, List<String>> uses) {
        return uses.get(module).stream()
                .mapToInt(used -> layer(used, uses) + 1)
                .max()
                .orElse(0);
    }

    private static Tag picture(Map<String, List<String>> uses) {
        var layers = new TreeMap<Integer, TreeSet<String>>();
        uses.keySet()
                .forEach(module -> layers.computeIfAbsent(layer(module, uses), at -> new TreeSet<>())
                        .add(module));
        var rows = new TreeMap<Integer, Integer>();
        var height = LAYER_GAP;
        for (var layer : layers.descendingKeySet()) {
            rows.put(layer, height);
            height += (int) Math.ceil(layers.get(layer).size() / (double) IN_A_ROW) * (MODULE_HEIGHT + GAP) + LAYER_GAP;
        }
        return Tag.of("svg")
                .with("xmlns", "http://www.w3.org/2000/svg")
                .with("viewBox", "0 0 " + WIDTH + " " + height)
                .with("role", "img")
                .with("font-family", "sans-serif")
                .with("font-size", "13")
                .containing(Stream.concat(
                        Stream.of(Tag.of("title")
                                .saying("The packages of Ordertrail: each stands above all that it uses")),
                        layers.entrySet().stream()
                                .flatMap(layer ->
                                        modules(List.copyOf(layer.getValue()), rows.get(layer.getKey()), uses))));
    }

    private static Stream<Tag> modules(List<String> modules, int top, Map<String, List<String>> uses) {
        return IntStream.range(0, modules.size())
                .mapToObj(at -> module(
                        modules.get(at),
                        GAP + at % IN_A_ROW * (MODULE_WIDTH + GAP),
                        top + at / IN_A_ROW * (MODULE_HEIGHT + GAP),
                        uses.get(modules.get(at))));
    }

    private static Tag module(String name, int left, int top, List<String> uses) {
        return Tag.of("g")
                .containing(Stream.of(
                        Tag.of("title")
                                .saying(
                                        uses.isEmpty()
                                                ? name + " uses none"
                                                : name + " uses " + String.join(", ", uses)),
                        Tag.of("rect")
                                .with("x", left)
                                .with("y", top)
                                .with("width", MODULE_WIDTH)
                                .with("height", MODULE_HEIGHT)
                                .with("rx", 4)
                                .with("fill", "#eef3f8")
                                .with("stroke", "#5b7a99"),
                        Tag.of("text")
                                .with("x", left + MODULE_WIDTH / 2.0)
                                .with("y", top + 17)
                                .with("text-anchor", "middle")
                                .saying(name)));
    }
}
