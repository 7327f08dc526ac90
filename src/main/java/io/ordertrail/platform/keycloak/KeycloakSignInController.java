package io.ordertrail.platform.keycloak;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Redirects to the sign-in page of Keycloak. Shows a page of ours if Keycloak does not answer, or if the person has
 * just come from there.
 */
@Controller
@WithKeycloak
class KeycloakSignInController {

    private static final String RETRY_AFTER_SECONDS = "10";

    private final KeycloakCircuit circuit;

    KeycloakSignInController(KeycloakCircuit circuit) {
        this.circuit = circuit;
    }

    @GetMapping("/sign-in")
    String signIn(
            @RequestParam(required = false) String bye,
            @RequestParam(required = false) String refused,
            Model page,
            HttpServletResponse response) {
        if (bye == null && !circuit.answers()) {
            response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
            response.setHeader("Retry-After", RETRY_AFTER_SECONDS);
            return "keycloak-unreachable";
        }
        if (bye == null && refused == null) {
            return "redirect:" + KeycloakSignIn.START;
        }
        page.addAttribute(
                "said",
                bye == null ? "signin.keycloak.refused" : bye.isEmpty() ? "signin.bye" : "signin.keycloak.bye.here");
        page.addAttribute("fault", bye == null || !bye.isEmpty());
        return "sign-in-keycloak";
    }
}
