package io.ordertrail.platform.signin;

import java.util.List;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

import io.ordertrail.platform.access.WithLocalSignIn;
import io.ordertrail.platform.engine.DemoUser;
import io.ordertrail.settings.OrdertrailSettings;

@Controller
@WithLocalSignIn
class SignInController {

    private final OrdertrailSettings settings;

    SignInController(OrdertrailSettings settings) {
        this.settings = settings;
    }

    @GetMapping("/sign-in")
    String signIn(Model page) {
        var demoUsers = settings.demo()
                ? DemoUser.ALL.stream().filter(DemoUser::isPerson).toList()
                : List.of();
        page.addAttribute("demoUsers", demoUsers);
        page.addAttribute("demoPassword", DemoUser.PASSWORD);
        return "sign-in";
    }
}
