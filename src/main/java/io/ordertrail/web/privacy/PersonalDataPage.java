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

import io.ordertrail.privacy.DataPart;
import io.ordertrail.privacy.PersonalData;

/** Answers a person who asks what is stored about them: a page, and the same as a file. */
@Controller
class PersonalDataPage {

    private final PersonalData personalData;

    PersonalDataPage(PersonalData personalData) {
        this.personalData = personalData;
    }

    @GetMapping("/customers/{number}/personal-data")
    String show(@PathVariable String number, Model model) {
        model.addAttribute("number", number);
        model.addAttribute("parts", personalData.of(number));
        return "personal-data";
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
