package io.ordertrail.web.page;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Prolongs a session that is about to end: every request does. */
@RestController
class SessionController {

    @GetMapping("/session")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void prolong() {
        // the request itself is what counts
    }
}
