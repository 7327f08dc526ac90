package io.ordertrail.search;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

import io.ordertrail.customer.Address;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.book.OrderState;

/**
 * Fills a database with the customers, products and orders of years, through SQL, with the words by which they are
 * found: a product for each 200 orders, a customer for each 50, two lines on each order, one order in three with an address of its own. The same count makes the same company.
 */
public final class ManyOrders {

    private static final List<String> FIRST =
            List.of("Anna", "José", "Marie", "Łukasz", "Søren", "Zoë", "İpek", "Νίκος", "Björn", "Chloé", "Max", "Eva");
    private static final List<String> LAST =
            List.of("Gruber", "Weiß", "Novák", "García", "Kowalski", "Öztürk", "Smith");
    private static final List<String> CHINESE = List.of("王小明", "陳美玲", "李志強", "張雅婷", "林建宏", "黃淑芬");
    private static final List<String> CITIES = List.of("Wien", "Zürich", "Kraków", "İzmir", "臺北", "Reykjavík", "Graz");
    private static final List<String> THINGS = List.of("Lamp", "Chair", "Café table", "Cup", "Shelf", "Läufer", "茶壺");
    private static final List<String> STREETS = List.of("Hauptstraße", "Rue de la Paix", "Mill Lane", "中山路");
    private static final Instant BEGUN = Instant.parse("2023-01-02T06:00:00Z");
    private static final int CHUNK = 5_000;
    private static final long NUMBERS = 3_404_825_447L; // 23 to the power of 7
    private static final long SCRAMBLED = 2_654_435_761L;

    private final JdbcTemplate database;
    private final TransactionTemplate transaction;
    private final SearchKey key;
    private final int orders;
    private final Set<Long> known = new HashSet<>();

    /**
     * @param key hashes the words, as the application does that searches them
     */
    ManyOrders(JdbcTemplate database, TransactionTemplate transaction, SearchKey key, int orders) {
        this.database = database;
        this.transaction = transaction;
        this.key = key;
        this.orders = orders;
    }

    void fill() {
        chunks(customers(), this::addCustomers);
        chunks(products(), this::addProducts);
        chunks(orders, this::addOrders);
        database.execute("analyze table customer, product, customer_order, order_line, search_word, search_part");
    }

    private int customers() {
        return Math.max(1, orders / 50);
    }

    private int products() {
        return Math.max(1, orders / 200);
    }

    private void chunks(int count, Consumer<IntStream> add) {
        for (int from = 0; from < count; from += CHUNK) {
            var chunk = IntStream.range(from, Math.min(count, from + CHUNK));
            transaction.executeWithoutResult(status -> add.accept(chunk));
        }
    }

    private void addCustomers(IntStream numbers) {
        var all = numbers.boxed().toList();
        insert(
                "customer (number, name, street, postal_code, city, country, phone, email, credit_limit, blocked,"
                        + " shortage_policy, version)",
                all,
                i -> {
                    var at = address(i);
                    return row(
                            customer(i),
                            at.name(),
                            at.street(),
                            at.postalCode(),
                            at.city(),
                            at.country(),
                            at.phone(),
                            at.email(),
                            1_000_000,
                            false,
                            "ASK",
                            0);
                });
        index(
                SearchKind.CUSTOMER,
                all,
                ManyOrders::customer,
                i -> address(i)
                        .addTo(new SearchTexts()
                                .code(Reach.OPEN, customer(i))
                                .text(Reach.PERSONAL, address(i).name())));
    }

    private void addProducts(IntStream numbers) {
        var all = numbers.boxed().toList();
        insert(
                "product (sku, name, category, list_price, currency, active, version)",
                all,
                i -> row(sku(i), product(i), THINGS.get(i % THINGS.size()), 10 + i % 90, "EUR", true, 0));
        index(
                SearchKind.PRODUCT,
                all,
                ManyOrders::sku,
                i -> new SearchTexts()
                        .text(Reach.OPEN, sku(i))
                        .code(Reach.OPEN, sku(i))
                        .text(Reach.OPEN, product(i)));
    }

    private void addOrders(IntStream numbers) {
        var all = numbers.boxed().toList();
        insert(
                "customer_order (number, process_instance, customer, channel, external_reference, currency,"
                        + " requested_delivery, partial_delivery, ship_name, ship_street, ship_postal_code, ship_city,"
                        + " ship_country, ship_phone, ship_email, total, content, state, state_since, entered_at,"
                        + " entered_by, line_count, version)",
                all,
                this::order);
        insert(
                "order_line (order_number, position, customer, entered_at, sku, name, quantity, cancelled_quantity,"
                        + " unit_price, list_price, discount_percent, amount)",
                all.stream().flatMap(i -> Stream.of(2 * i, 2 * i + 1)).toList(),
                this::line);
        index(SearchKind.ORDER, all, ManyOrders::number, i -> {
            var texts = new SearchTexts().exact(Reach.OPEN, number(i)).code(Reach.OPEN, reference(i));
            return hasAddress(i) ? address(customers() + i).addTo(texts) : texts;
        });
    }

    private Object[] order(int i) {
        var at = hasAddress(i) ? address(customers() + i) : new Address(null, null, null, null, null, null, null, null);
        var entered = entered(i);
        return row(
                number(i),
                "many-" + i,
                customer(customerOf(i)),
                "shop",
                reference(i),
                "EUR",
                i % 4 == 0 ? day(entered) : null,
                true,
                at.name(),
                at.street(),
                at.postalCode(),
                at.city(),
                at.country(),
                at.phone(),
                at.email(),
                20 + i % 500,
                "many-" + i % 1000,
                state(i).name(),
                entered,
                entered,
                "sally",
                2,
                0);
    }

    private Object[] line(int i) {
        var product = random(i).nextInt(products());
        return row(
                number(i / 2),
                i % 2,
                customer(customerOf(i / 2)),
                entered(i / 2),
                sku(product),
                product(product),
                1,
                0,
                10 + product % 90,
                10 + product % 90,
                0,
                10 + product % 90);
    }

    /** Nine of ten orders have ended; the last ones are open. */
    private OrderState state(int i) {
        var recent = i > orders - orders / 20;
        return recent
                ? OrderState.values()[i % OrderState.values().length]
                : i % 30 == 0 ? OrderState.CANCELLED : OrderState.RECEIVED;
    }

    private Instant entered(int i) {
        return BEGUN.plus(i * 80L, ChronoUnit.SECONDS);
    }

    private static LocalDate day(Instant entered) {
        return LocalDate.ofInstant(entered.plus(9, ChronoUnit.DAYS), ZoneOffset.UTC);
    }

    private static boolean hasAddress(int i) {
        return i % 3 == 0;
    }

    private int customerOf(int i) {
        return random(i).nextInt(customers());
    }

    private static Random random(int seed) {
        return new Random(seed * 2_654_435_761L);
    }

    static Address address(int i) {
        var random = random(i);
        var name =
                i % 8 == 0 ? one(CHINESE, random) : one(FIRST, random) + " " + one(LAST, random) + " " + syllables(i);
        return new Address(
                name,
                one(STREETS, random) + " " + (1 + random.nextInt(300)),
                String.valueOf(1000 + random.nextInt(9000)),
                one(CITIES, random),
                null,
                "AT",
                "+43 664 %07d".formatted(random.nextInt(10_000_000)),
                "c" + i + "@example.org");
    }

    private static String one(List<String> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }

    /** A rare part of a name: twenty thousand of them. */
    private static String syllables(int i) {
        var consonants = "bdfgklmnprst";
        var name = new StringBuilder();
        for (int rest = i % 20_000 + 1; rest > 0; rest /= consonants.length() * 5) {
            name.append(consonants.charAt(rest % consonants.length()));
            name.append("aeiou".charAt(rest / consonants.length() % 5));
        }
        return name.append("berg").substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    static String customer(int i) {
        return "C-%06d".formatted(i);
    }

    static String sku(int i) {
        return "MANY-%05d".formatted(i);
    }

    static String reference(int i) {
        return "WEB-%08d".formatted(i);
    }

    /** No two numbers are equal, and they have no visible sequence. */
    static String number(int i) {
        return OrderNumber.next(new Counting(i * SCRAMBLED % NUMBERS)).value();
    }

    /** Draws the digits of a number instead of random ones. */
    private record Counting(long number) implements RandomGenerator {

        @Override
        public IntStream ints(long count, int least, int bound) {
            return LongStream.iterate(number, rest -> rest / bound).limit(count).mapToInt(rest -> (int) (rest % bound));
        }

        @Override
        public long nextLong() {
            throw new UnsupportedOperationException();
        }
    }

    private static String product(int i) {
        return THINGS.get(i % THINGS.size()) + " no " + i;
    }

    private void index(
            SearchKind kind,
            List<Integer> all,
            Function<Integer, String> subject,
            Function<Integer, SearchTexts> texts) {
        var hashes = Arrays.stream(Reach.values()).collect(Collectors.toMap(Function.identity(), key::hashes));
        var words = new ArrayList<Object[]>();
        var parts = new ArrayList<Object[]>();
        for (var i : all) {
            var stored = new HashSet<Long>();
            for (var word : texts.apply(i).words()) {
                var hash = hashes.get(word.reach()).applyAsLong(word.text());
                if (stored.add(hash)) {
                    words.add(row(kind.letter(), subject.apply(i), hash));
                }
                if (word.inParts() && known.add(hash)) {
                    var source = kind.letter() + subject.apply(i);
                    var own = new HashSet<>(Set.of(hash));
                    WordParts.of(word.text())
                            .forEach(part -> own.add(hashes.get(word.reach()).applyAsLong(MatchWords.PART + part)));
                    own.forEach(part -> parts.add(row(part, hash, source)));
                }
            }
        }
        insert("search_word (kind, subject, word)", words, row -> row);
        insert("search_part (part, word, source)", parts, row -> row);
    }

    private <T> void insert(String columns, List<T> all, Function<T, Object[]> row) {
        var marks = "?, ".repeat(columns.split(",").length - 1) + "?";
        database.batchUpdate(
                "insert into " + columns + " values (" + marks + ")",
                all.stream().map(row).toList());
    }

    private static Object[] row(Object... values) {
        return values;
    }
}
