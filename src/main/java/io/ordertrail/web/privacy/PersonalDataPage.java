package io.ordertrail.web.privacy;

import java.util.List;
import java.util.Map;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.ordertrail.privacy.DataPart;
import io.ordertrail.privacy.EraseAfterRestore;
import io.ordertrail.privacy.ErasePerson;
import io.ordertrail.privacy.ErasedCustomers;
import io.ordertrail.privacy.PersonalData;
import io.ordertrail.refusal.Refusal;
import io.ordertrail.refusal.Sentence;
import io.ordertrail.transaction.RetryOnContention;

/** Answers a person who asks what is stored about them: a page, and the same as a file. */
@Controller
class PersonalDataPage {

    private final PersonalData personalData;
    private final ErasePerson erasePerson;
    private final ErasedCustomers erased;
    private final EraseAfterRestore afterRestore;

    PersonalDataPage(
            PersonalData personalData,
            ErasePerson erasePerson,
            ErasedCustomers erased,
            EraseAfterRestore afterRestore) {
        this.personalData = personalData;
        this.erasePerson = erasePerson;
        this.erased = erased;
        this.afterRestore = afterRestore;
    }

    @GetMapping("/customers/{number}/personal-data")
    String show(@PathVariable String number, Model model) {
        model.addAttribute("number", number);
        model.addAttribute("parts", personalData.of(number));
        model.addAttribute("erased", erased.find(number).orElse(null));
        return "personal-data";
    }

    @PostMapping("/customers/{number}/personal-data/erasure")
    @RetryOnContention
    String erase(
            @PathVariable String number, @RequestParam(defaultValue = "false") boolean sure, RedirectAttributes next) {
        if (!sure) {
            throw new Refusal(Refusal.Kind.INVALID, "privacy.erase.not-sure");
        }
        var customer = erasePerson.erase(number);
        afterRestore.keep(customer);
        next.addFlashAttribute("said", Sentence.of("privacy.erase.said", customer));
        return "redirect:/customers/{number}/personal-data";
    }

    @GetMapping("/customers/{number}/personal-data/file")
    ResponseEntity<Map<DataPart, List<Map<String, String>>>> file(@PathVariable String number) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("personal-data.json")
                                .build()
                                .toString())
                .body(personalData.of(number));
    }
}
