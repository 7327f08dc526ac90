package io.ordertrail.web.process;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.ordertrail.process.bundle.BundleFiles;
import io.ordertrail.process.bundle.Bundles;
import io.ordertrail.process.bundle.DraftBundle;
import io.ordertrail.process.bundle.StepNames;
import io.ordertrail.process.deadline.StepDeadlines;
import io.ordertrail.refusal.InvalidInput.Fault;
import io.ordertrail.refusal.Sentence;
import io.ordertrail.transaction.RetryOnContention;
import io.ordertrail.web.page.FormErrors;
import io.ordertrail.web.page.FormInput;

/** How long each step may take; a change of it is a draft like every other. */
@Controller
class DeadlinesPage {

    private final Bundles bundles;
    private final BundleFiles files;
    private final DraftBundle draftBundle;

    DeadlinesPage(Bundles bundles, BundleFiles files, DraftBundle draftBundle) {
        this.bundles = bundles;
        this.files = files;
        this.draftBundle = draftBundle;
    }

    @GetMapping("/process/deadlines")
    String deadlines(Model model) {
        return show(lines(contents()), FormErrors.NONE, model);
    }

    @PostMapping("/process/deadlines")
    @RetryOnContention
    String change(
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var typed = typed(sent);
        var faults = faults(typed);
        if (!faults.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return show(typed, new FormErrors(faults), model);
        }
        var draft = draftBundle.upload(Map.of(StepDeadlines.FILE, file(typed)), new FormInput(sent).text("note"), null);
        next.addFlashAttribute(BundleNotice.of(draft), BundleNotice.sentence(draft));
        return "redirect:/process/bundles/" + draft.number();
    }

    private Map<String, byte[]> contents() {
        return bundles.inForce().map(files::of).orElse(Map.of());
    }

    private static Map<String, String> lines(Map<String, byte[]> contents) {
        var lines = new TreeMap<>(StepDeadlines.lines(contents.getOrDefault(StepDeadlines.FILE, new byte[0])));
        lines.replaceAll((step, text) ->
                StepDeadlines.duration(text).map(StepDeadlines::shortly).orElse(text));
        return lines;
    }

    /** The fields of the steps, which are named by their ids; an empty one leaves the step to the common deadline. */
    private Map<String, String> typed(MultiValueMap<String, String> sent) {
        var steps = new ArrayList<>(
                StepNames.ofTasks(contents(), lines(contents()).keySet()).keySet());
        steps.add(StepDeadlines.OTHERWISE);
        var typed = new TreeMap<String, String>();
        steps.stream()
                .filter(step -> !new FormInput(sent).text(step).isBlank())
                .forEach(step -> typed.put(step, new FormInput(sent).text(step).strip()));
        return typed;
    }

    private static List<Fault> faults(Map<String, String> typed) {
        var lines = new TreeMap<>(typed);
        lines.putIfAbsent(StepDeadlines.OTHERWISE, "");
        return lines.entrySet().stream()
                .filter(line -> StepDeadlines.duration(line.getValue()).isEmpty())
                .map(line -> new Fault(line.getKey(), Sentence.of("deadlines.duration")))
                .toList();
    }

    /** An empty line takes the deadline off its step. */
    private byte[] file(Map<String, String> typed) {
        var lines = new StringBuilder();
        StepNames.ofTasks(contents(), lines(contents()).keySet()).keySet().stream()
                .filter(step -> !typed.containsKey(step))
                .forEach(step -> lines.append(step).append("=\n"));
        typed.forEach((step, text) -> StepDeadlines.duration(text)
                .ifPresent(duration -> lines.append(step)
                        .append('=')
                        .append(StepDeadlines.iso(duration))
                        .append('\n')));
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    private String show(Map<String, String> lines, FormErrors faults, Model model) {
        var steps = StepNames.ofTasks(contents(), lines.keySet());
        steps.remove(StepDeadlines.OTHERWISE);
        model.addAttribute("steps", steps);
        model.addAttribute("lines", lines);
        model.addAttribute("faults", faults);
        return "deadlines";
    }
}
