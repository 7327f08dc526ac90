package io.ordertrail.web.process;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.ordertrail.process.incident.CheckAgain;
import io.ordertrail.process.incident.OpenIncident;
import io.ordertrail.process.incident.OpenIncidents;
import io.ordertrail.process.incident.RetrySteps;
import io.ordertrail.refusal.Sentence;
import io.ordertrail.transaction.RetryOnContention;

/** The steps at which orders and purchases stand still, and what makes them go on. */
@Controller
class IncidentsPage {

    /** The incidents of one step. */
    record OfStep(String step, String name, List<OpenIncident> incidents) {

        public boolean failedChecks() {
            return incidents.get(0).isFailedCheck();
        }
    }

    private final OpenIncidents openIncidents;
    private final RetrySteps retrySteps;
    private final CheckAgain checkAgain;

    IncidentsPage(OpenIncidents openIncidents, RetrySteps retrySteps, CheckAgain checkAgain) {
        this.openIncidents = openIncidents;
        this.retrySteps = retrySteps;
        this.checkAgain = checkAgain;
    }

    @GetMapping("/process/incidents")
    String incidents(Model model) {
        var byStep = openIncidents.all().stream()
                .collect(Collectors.groupingBy(
                        incident -> incident.step() + " " + incident.isFailedCheck(),
                        LinkedHashMap::new,
                        Collectors.toList()));
        model.addAttribute(
                "steps",
                byStep.values().stream()
                        .map(incidents -> new OfStep(
                                incidents.get(0).step(), incidents.get(0).stepName(), incidents))
                        .toList());
        return "incidents";
    }

    @PostMapping("/process/incidents/{step}/retry")
    @RetryOnContention
    String retry(@PathVariable String step, RedirectAttributes next) {
        next.addFlashAttribute("said", Sentence.of("incidents.said.retried", retrySteps.retry(step)));
        return "redirect:/process/incidents";
    }

    @PostMapping("/process/incidents/checks")
    @RetryOnContention
    String checkAgain(RedirectAttributes next) {
        next.addFlashAttribute("said", Sentence.of("incidents.said.checked", checkAgain.all()));
        return "redirect:/process/incidents";
    }
}
