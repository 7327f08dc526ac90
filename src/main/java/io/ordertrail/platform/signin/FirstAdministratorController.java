package io.ordertrail.platform.signin;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

import io.ordertrail.platform.access.WithLocalSignIn;
import io.ordertrail.platform.engine.LocalSettings;
import io.ordertrail.platform.engine.UncommonPassword;

@Controller
@WithLocalSignIn
@RequestMapping("/first-administrator")
class FirstAdministratorController {

    private static final String PAGE = "first-administrator";

    private final FirstAdministrator firstAdministrator;

    private final UncommonPassword uncommonPassword;

    FirstAdministratorController(FirstAdministrator firstAdministrator, LocalSettings settings) {
        this.firstAdministrator = firstAdministrator;
        this.uncommonPassword = new UncommonPassword(settings.companyWords());
    }

    @GetMapping
    String page(@RequestParam(defaultValue = "") String key, @ModelAttribute("form") FirstAdministratorForm form) {
        refuseUnlessOpenedBy(key);
        return PAGE;
    }

    @PostMapping
    String create(
            @Valid @ModelAttribute("form") FirstAdministratorForm form,
            BindingResult faults,
            HttpServletResponse response) {
        refuseUnlessOpenedBy(form.key() == null ? "" : form.key());
        if (!faults.hasFieldErrors("password") && !uncommonPassword.isUncommon(form.password(), form.name())) {
            faults.rejectValue("password", "firstadmin.password.common");
        }
        if (faults.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return PAGE;
        }
        if (!firstAdministrator.create(form.key(), form.name(), form.password())) {
            throw new ResponseStatusException(HttpStatus.GONE);
        }
        return "redirect:/sign-in?created";
    }

    private void refuseUnlessOpenedBy(String key) {
        if (!firstAdministrator.isOffered()) {
            throw new ResponseStatusException(HttpStatus.GONE);
        }
        if (!firstAdministrator.accepts(key)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }
}
