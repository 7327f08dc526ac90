package io.ordertrail.web.privacy;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

import io.ordertrail.encryption.ReadKeyRing;

/** Shows which keys encrypt personal data, and how far a new one has taken over. */
@Controller
class EncryptionPage {

    private final ReadKeyRing readKeyRing;

    EncryptionPage(ReadKeyRing readKeyRing) {
        this.readKeyRing = readKeyRing;
    }

    @GetMapping("/encryption")
    String show(Model model) {
        model.addAttribute("source", readKeyRing.source());
        model.addAttribute("keys", readKeyRing.keys());
        model.addAttribute("tables", readKeyRing.tables());
        return "encryption";
    }
}
