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

    private static final String GOOD = "UP";
    private static final String NOT_KNOWN = "UNKNOWN";
    /** Whether a node starts or stops is of no use to somebody who sees its page. */
    private static final List<String> LEFT_OUT = List.of("livenessState", "readinessState", "processEngine");
    /** Its facts are those of a program, not of the company. */
    private static final String JOBS_OF_ENGINE = "jobExecutor";

    /**
     * A part of the product.
     *
     * @param facts what it measured, by the name that the endpoint uses
     */
    record Part(String name, String status, Map<String, Object> facts) {

        /** What is not known yet, because it has not been looked at since the start, is no trouble. */
        public boolean isTroubled() {
            return !status.equals(GOOD) && !status.equals(NOT_KNOWN);
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
        model.addAttribute("troubled", parts.stream().filter(Part::isTroubled).count());
        return "health";
    }

    private static List<Part> parts(HealthComponent health) {
        return health instanceof CompositeHealth all
                ? all.getComponents().entrySet().stream()
                        .filter(part -> !LEFT_OUT.contains(part.getKey()))
                        .map(part -> new Part(
                                part.getKey(),
                                part.getValue().getStatus().getCode(),
                                part.getKey().equals(JOBS_OF_ENGINE) ? Map.of() : facts(part.getValue())))
                        .sorted((one, other) -> Boolean.compare(other.isTroubled(), one.isTroubled()))
                        .toList()
                : List.of();
    }

    private static Map<String, Object> facts(HealthComponent part) {
        return part instanceof Health single ? new TreeMap<>(single.getDetails()) : Map.of();
    }
}
