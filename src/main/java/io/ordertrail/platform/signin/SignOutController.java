package io.ordertrail.platform.signin;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class SignOutController {

    @GetMapping("/sign-out")
    String signOut() {
        return "sign-out";
    }
}
