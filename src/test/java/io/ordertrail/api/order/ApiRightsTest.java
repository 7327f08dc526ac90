package io.ordertrail.api.order;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.ordertrail.journey.JourneyTest;
import io.ordertrail.journey.TestCompany;

/** Tests the allowed actions in a response; another test covers the access rules of the calls. */
@JourneyTest
class ApiRightsTest {

    @Autowired
    Caller caller;

    @Test
    void the_allowed_actions_of_an_order_are_those_of_the_caller(@Autowired TestCompany company) {
        var number = caller.post("sales", caller.order(company).toString(), "/api/orders")
                .text("/number");
        assertThat(caller.get("sales", "/api/orders/{number}", number).json().path("allowedActions"))
                .hasToString("[\"cancellation\"]");
        assertThat(caller.get("warehouse", "/api/orders/{number}", number)
                        .json()
                        .path("allowedActions"))
                .isEmpty();
    }
}
