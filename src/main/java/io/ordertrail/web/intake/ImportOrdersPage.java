package io.ordertrail.web.intake;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

import io.ordertrail.intake.file.TemporaryCopy;
import io.ordertrail.intake.order.ImportPolicy;
import io.ordertrail.intake.run.ImportCounts;
import io.ordertrail.intake.run.ImportedOrders;
import io.ordertrail.intake.run.OrderImport;
import io.ordertrail.intake.run.OrderImports;
import io.ordertrail.intake.run.ReceiveFile;
import io.ordertrail.intake.run.ReceiveFile.Sent;
import io.ordertrail.refusal.Refusal;
import io.ordertrail.transaction.RetryOnContention;

/** The form that takes a file of orders, and the imports so far. */
@Controller
class ImportOrdersPage {

    private static final String PAGE = "orders-import";
    private static final String SOURCE = "file";
    private static final int IMPORTS = 50;

    private final ReceiveFile receiveFile;
    private final OrderImports imports;
    private final ImportedOrders orders;

    ImportOrdersPage(ReceiveFile receiveFile, OrderImports imports, ImportedOrders orders) {
        this.receiveFile = receiveFile;
        this.imports = imports;
        this.orders = orders;
    }

    @GetMapping("/orders/import")
    String form(@RequestParam(defaultValue = "" + Long.MAX_VALUE) long before, Model model) {
        model.addAttribute("history", false);
        return show(SOURCE, ImportPolicy.ASK, before, model);
    }

    @PostMapping("/orders/import")
    @RetryOnContention
    String take(
            @RequestParam(required = false) MultipartFile file,
            @RequestParam(defaultValue = SOURCE) String source,
            @RequestParam(defaultValue = "ASK") ImportPolicy policy,
            @RequestParam(defaultValue = "false") boolean history,
            Locale language,
            Model model,
            HttpServletResponse response)
            throws IOException {
        try {
            return "redirect:/orders/import/" + received(file, source, policy, history, language);
        } catch (Refusal refusal) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("refusal", refusal.getMessage());
            model.addAttribute("history", history);
            return show(source, policy, Long.MAX_VALUE, model);
        }
    }

    private String received(MultipartFile file, String source, ImportPolicy policy, boolean history, Locale language)
            throws IOException {
        if (file == null) {
            throw new Refusal(Refusal.Kind.INVALID, "file.refused.empty");
        }
        try (var stored = TemporaryCopy.of(file.getInputStream())) {
            return receiveFile
                    .receive(new Sent(source, file.getOriginalFilename(), stored.path(), policy, language, history))
                    .toString();
        }
    }

    private String show(String source, ImportPolicy policy, long before, Model model) {
        var found = imports.newest(before, IMPORTS + 1);
        var page = found.subList(0, Math.min(IMPORTS, found.size()));
        model.addAttribute("source", source);
        model.addAttribute("policy", policy);
        model.addAttribute("policies", ImportPolicy.values());
        model.addAttribute("imports", page);
        model.addAttribute("counts", counts(page));
        model.addAttribute(
                "next", found.size() > IMPORTS ? page.get(IMPORTS - 1).number() : null);
        return PAGE;
    }

    private Map<Long, ImportCounts> counts(List<OrderImport> page) {
        return page.stream()
                .map(OrderImport::number)
                .collect(Collectors.toMap(number -> number.value(), orders::counts));
    }
}
