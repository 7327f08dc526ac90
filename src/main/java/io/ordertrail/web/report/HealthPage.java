package io.ordertrail.web.report;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.springframework.boot.actuate.health.CompositeHealth;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthComponent;
import org.springframework.boot.actuate.health.HealthEndpoint;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** How the product itself is, in plain words: what the health endpoint says, and what to do about it. */
@Controller
class HealthPage {

    /**
     * Whether a node starts or stops is of no use to somebody who sees its page; the last two say what others say better.
     */
    private static final List<String> LEFT_OUT =
            List.of("livenessState", "readinessState", "jobExecutor", "processEngine");

    private static final List<String> FACTS_LEFT_OUT = List.of("exists", "validationQuery");
    /** Nothing is wrong with what was not looked at yet. */
    private static final List<String> UNTROUBLED = List.of("UP", "UNKNOWN");

    private static final long MEGABYTE = 1_000_000;
    private static final double GIGABYTE = 1_000_000_000;

    /**
     * A part of the product.
     *
     * @param facts what it measured, by the name that the endpoint uses
     */
    record Part(String name, String status, Map<String, String> facts) {

        public boolean isGood() {
            return UNTROUBLED.contains(status);
        }
    }

    private final HealthEndpoint endpoint;

    HealthPage(HealthEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    @GetMapping("/reports/health")
    String page(Model model) {
        var health = endpoint.health();
        var parts = parts(health);
        model.addAttribute("parts", parts);
        model.addAttribute(
                "troubled", parts.stream().filter(part -> !part.isGood()).count());
        return "health";
    }

    private static List<Part> parts(HealthComponent health) {
        return health instanceof CompositeHealth all
                ? all.getComponents().entrySet().stream()
                        .filter(part -> !LEFT_OUT.contains(part.getKey()))
                        .map(part -> new Part(
                                part.getKey(), part.getValue().getStatus().getCode(), facts(part.getValue())))
                        .sorted((one, other) -> Boolean.compare(one.isGood(), other.isGood()))
                        .toList()
                : List.of();
    }

    private static Map<String, String> facts(HealthComponent part) {
        var facts = new TreeMap<String, String>();
        if (part instanceof Health single) {
            single.getDetails().forEach((name, fact) -> facts.put(name, text(fact)));
        }
        facts.keySet().removeAll(FACTS_LEFT_OUT);
        return facts;
    }

    /** Large numbers are bytes. */
    private static String text(Object fact) {
        return fact instanceof Long bytes && bytes > MEGABYTE
                ? "%.1f GB".formatted(bytes / GIGABYTE)
                : String.valueOf(fact);
    }
}
