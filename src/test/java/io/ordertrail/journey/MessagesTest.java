package io.ordertrail.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.ordertrail.order.book.Decision;
import io.ordertrail.order.book.OrderState;
import io.ordertrail.platform.access.Role;
import io.ordertrail.stock.ledger.StockMovement;
import io.ordertrail.stock.replenishment.PurchaseOrder;
import io.ordertrail.stock.stocktake.Stocktake;
import io.ordertrail.stock.transfer.Transfer;

/** Every text that a person reads exists in three languages, and all texts come from the bundles. */
class MessagesTest {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern IN_TEMPLATE = Pattern.compile("#\\{([a-zA-Z][\\w.-]*)|messages\\.msg\\('([\\w.-]+)'");
    private static final Pattern IN_JAVA =
            Pattern.compile("(?:Sentence\\.of|\\bRefusal)\\((?:(?:Refusal\\.)?Kind\\.\\w+, )?\"([a-z][\\w.-]+\\w)\"[,)]"
                    + "|message = \"\\{([\\w.-]+)\\}\"");
    private static final Pattern INVISIBLE = Pattern.compile("<!--.*?-->|<[^>]*>", Pattern.DOTALL);

    @ParameterizedTest
    @ValueSource(strings = {"messages_zh_TW.properties", "messages_zh_CN.properties"})
    void each_language_has_the_same_keys(String bundle) {
        assertThat(keys(bundle)).isEqualTo(keys("messages.properties"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages.properties", "messages_zh_TW.properties", "messages_zh_CN.properties"})
    void no_sentence_is_empty_and_no_key_occurs_twice(String bundle) {
        assertThat(read(bundle))
                .allSatisfy((key, sentence) ->
                        assertThat(sentence.toString()).as(key.toString()).isNotBlank());
        assertThat(lines(bundle)).as("keys of %s", bundle).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages_zh_TW.properties", "messages_zh_CN.properties"})
    void each_language_has_the_same_placeholders(String bundle) {
        var english = read("messages.properties");
        assertThat(read(bundle))
                .allSatisfy((key, sentence) -> assertThat(placeholders(sentence.toString()))
                        .as(key.toString())
                        .isEqualTo(placeholders(english.getProperty(key.toString()))));
    }

    @Test
    void no_key_that_a_page_or_a_class_uses_is_missing() {
        assertThat(keys("messages.properties"))
                .containsAll(used(TEMPLATES, IN_TEMPLATE))
                .containsAll(used(SOURCES, IN_JAVA));
        assertThat(used(TEMPLATES, IN_TEMPLATE)).as("the scan finds something").hasSizeGreaterThan(100);
        assertThat(used(SOURCES, IN_JAVA)).as("the scan finds something").hasSizeGreaterThan(30);
    }

    @Test
    void no_composed_key_is_missing() {
        var keys = keys("messages.properties");
        assertThat(keys)
                .containsAll(names("state.", OrderState.values()))
                .containsAll(names("movement.", StockMovement.Kind.values()))
                .containsAll(names("order.said.entered.", OrderState.values()))
                .containsAll(names("stocktake.state.", Stocktake.State.values()))
                .containsAll(names("stocktake.refuses.", Stocktake.State.values()))
                .containsAll(names("transfer.state.", Transfer.State.values()));
        assertThat(keys)
                .containsAll(Arrays.stream(Decision.values())
                        .map(decision -> "event.decided." + decision.word())
                        .toList());
        assertThat(keys).containsAll(names("purchase.", PurchaseOrder.State.values()));
        assertThat(keys)
                .containsAll(Stream.of("customer", "product", "site")
                        .flatMap(MessagesTest::ofMasterData)
                        .toList())
                .contains("customers.none", "products.none");
        assertThat(keys)
                .containsAll(Role.lanes().stream()
                        .map(lane -> "group." + lane.group())
                        .toList());
        assertThat(keys)
                .containsAll(used(SOURCES, Pattern.compile("timeline\\.note(?:By)?\\([^\"]*\"([\\w-]+)\"")).stream()
                        .map(what -> "event." + what)
                        .filter(key -> !key.equals("event.decided"))
                        .toList());
        assertThat(keys)
                .containsAll(used(SOURCES, Pattern.compile("OrderRefusal\\(\"([\\w-]+)\"")).stream()
                        .map(what -> "order.refuses." + what)
                        .toList());
    }

    @Test
    void no_template_contains_text_of_its_own() {
        for (var template : files(TEMPLATES)) {
            var visible = INVISIBLE.matcher(text(template)).replaceAll(" ").replaceAll("\\bOrdertrail\\b", "");
            assertThat(visible.replaceAll("[^\\p{L}]+", " ").strip())
                    .as(template.toString())
                    .matches(said -> isPlaceholder(template, said));
        }
    }

    /** The sign-in pages contain words that Thymeleaf replaces; what matters is the attribute that replaces them. */
    private static boolean isPlaceholder(Path template, String said) {
        return said.isEmpty()
                || Pattern.compile(">\\s*[\\p{L}][^<]*<")
                        .matcher(text(template))
                        .results()
                        .allMatch(hit -> Pattern.compile("(th:text|sec:authentication)=\"[^\"]*\"[^>]*$")
                                        .matcher(text(template).substring(0, hit.start()))
                                        .find()
                                || hit.group().contains("Ordertrail"));
    }

    private static Stream<String> ofMasterData(String kind) {
        return Stream.of(kind + "s.title", kind + "s.new", kind + "s.back", kind + "s.empty", kind + ".input.taken");
    }

    private static List<String> placeholders(String sentence) {
        return Pattern.compile("\\{\\w+}")
                .matcher(sentence)
                .results()
                .map(hit -> hit.group())
                .distinct()
                .sorted()
                .toList();
    }

    private static List<String> names(String family, Enum<?>[] values) {
        return Arrays.stream(values).map(value -> family + value.name()).toList();
    }

    private static Set<String> used(Path root, Pattern pattern) {
        var used = new TreeSet<String>();
        files(root)
                .forEach(file -> pattern.matcher(text(file)).results().forEach(hit -> {
                    for (int group = 1; group <= hit.groupCount(); group++) {
                        if (hit.group(group) != null && !hit.group(group).endsWith(".")) {
                            used.add(hit.group(group));
                        }
                    }
                }));
        return used;
    }

    private static Set<String> keys(String bundle) {
        return new TreeSet<>(read(bundle).stringPropertyNames());
    }

    private static List<String> lines(String bundle) {
        var keys = new ArrayList<String>();
        text(Path.of("src/main/resources", bundle))
                .lines()
                .filter(line -> line.matches("[\\w.-]+ ?=.*"))
                .forEach(line -> keys.add(line.substring(0, line.indexOf('=')).strip()));
        return keys;
    }

    private static Properties read(String bundle) {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(Path.of("src/main/resources", bundle))) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }

    private static List<Path> files(Path root) {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
