package io.ordertrail.web.task;

import java.util.HashMap;
import java.util.Map;

import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import io.ordertrail.refusal.Sentence;

/** The texts of Ordertrail's additions to Tasklist, and what they need to call the server. */
@RestController
class TasklistWords {

    @GetMapping("/tasks/words")
    Map<String, String> words(CsrfToken csrf) {
        var words = new HashMap<String, String>();
        words.put("completed", Sentence.of("task.said.completed"));
        words.put("late", Sentence.of("task.late"));
        words.put("draftOffer", Sentence.of("draft.offer", "{0}"));
        words.put("draftTake", Sentence.of("draft.take"));
        words.put("draftDrop", Sentence.of("draft.drop"));
        if (csrf != null) {
            words.put("csrfHeader", csrf.getHeaderName());
            words.put("csrf", csrf.getToken());
        }
        return words;
    }
}
