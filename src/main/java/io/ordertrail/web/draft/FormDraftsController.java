package io.ordertrail.web.draft;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import io.ordertrail.refusal.Refusal;
import io.ordertrail.transaction.RetryOnContention;

/** The drafts of the person who is signed in. The scripts of the pages call it. */
@RestController
@RequestMapping("/drafts")
class FormDraftsController {

    /** Longer than an order of 1,000 lines. */
    private static final int LONGEST = 500_000;

    private final FormDrafts drafts;

    FormDraftsController(FormDrafts drafts) {
        this.drafts = drafts;
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<FormDraft> find(@RequestParam String form, Authentication person) {
        return drafts.find(person.getName(), form)
                .map(ResponseEntity::ok)
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    @PutMapping
    @RetryOnContention
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void save(@RequestParam String form, @RequestBody String content, Authentication person) {
        if (content.length() > LONGEST || !form.matches("/[^\\s?#]{1,250}")) {
            throw new Refusal(Refusal.Kind.INVALID, "draft.refuses");
        }
        drafts.save(person.getName(), form, content);
    }

    @DeleteMapping
    @RetryOnContention
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@RequestParam String form, Authentication person) {
        drafts.delete(person.getName(), form);
    }
}
