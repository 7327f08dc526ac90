package io.ordertrail.web.intake;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.ordertrail.intake.order.CorrectedCells;
import io.ordertrail.intake.run.CorrectCells;
import io.ordertrail.intake.run.CorrectCells.Corrected;
import io.ordertrail.intake.run.ImportNumber;
import io.ordertrail.intake.run.OrderImports;
import io.ordertrail.refusal.Refusal;
import io.ordertrail.refusal.Sentence;
import io.ordertrail.transaction.RetryOnContention;

/** The form in which a person corrects faulty cells of an imported file. */
@Controller
class CorrectCellsPage {

    /** The first row of the order, the row, and the place of the column. */
    private static final Pattern CELL = Pattern.compile("cell-(\\d{1,9})-(\\d{1,9})-(\\d{1,4})");

    private static final Pattern VERSION = Pattern.compile("version-(\\d{1,9})");

    private final OrderImports imports;
    private final ReadImport readImport;
    private final CorrectCells correctCells;
    private final Clock clock;

    CorrectCellsPage(OrderImports imports, ReadImport readImport, CorrectCells correctCells, Clock clock) {
        this.imports = imports;
        this.readImport = readImport;
        this.correctCells = correctCells;
        this.clock = clock;
    }

    @PostMapping("/orders/import/{number}/cells")
    @RetryOnContention
    String correct(
            @PathVariable long number,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        try {
            var whole = correctCells.correct(new ImportNumber(number), read(sent.toSingleValueMap()));
            next.addFlashAttribute("said", Sentence.of(whole ? "import.said.CHECK_AGAIN" : "import.said.corrected"));
            return "redirect:/orders/import/" + number;
        } catch (Refusal refusal) {
            response.setStatus(
                    refusal.kind() == Refusal.Kind.INVALID
                            ? HttpStatus.UNPROCESSABLE_ENTITY.value()
                            : HttpStatus.CONFLICT.value());
            model.addAttribute("refusal", refusal.getMessage());
            model.addAttribute("typed", sent.toSingleValueMap());
            model.addAllAttributes(readImport.of(imports.get(new ImportNumber(number)), clock.instant()));
            return "order-import";
        }
    }

    private static List<Corrected> read(Map<String, String> sent) {
        var orders = new TreeMap<Long, Map<Long, Map<Integer, String>>>();
        sent.forEach((name, text) -> {
            var cell = CELL.matcher(name);
            if (cell.matches()) {
                orders.computeIfAbsent(Long.valueOf(cell.group(1)), order -> new HashMap<>())
                        .computeIfAbsent(Long.valueOf(cell.group(2)), row -> new HashMap<>())
                        .put(Integer.valueOf(cell.group(3)), text);
            }
        });
        var versions = versions(sent);
        return orders.entrySet().stream()
                .map(order -> new Corrected(
                        order.getKey(),
                        versions.getOrDefault(order.getKey(), -1),
                        new CorrectedCells(order.getValue())))
                .toList();
    }

    private static Map<Long, Integer> versions(Map<String, String> sent) {
        var versions = new HashMap<Long, Integer>();
        sent.forEach((name, text) -> {
            var version = VERSION.matcher(name);
            if (version.matches() && text.matches("\\d{1,9}")) {
                versions.put(Long.valueOf(version.group(1)), Integer.valueOf(text));
            }
        });
        return versions;
    }
}
