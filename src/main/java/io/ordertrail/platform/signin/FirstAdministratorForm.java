package io.ordertrail.platform.signin;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import io.ordertrail.platform.engine.People;

record FirstAdministratorForm(
        @NotNull String key,

        @NotNull @Pattern(regexp = "[a-zA-Z0-9][a-zA-Z0-9._-]{1,59}", message = "{firstadmin.name.invalid}")
        String name,

        @NotNull @Size(min = People.SHORTEST_PASSWORD, max = 128, message = "{firstadmin.password.invalid}")
        String password,

        String repeated) {

    @AssertTrue(message = "{firstadmin.repeated.invalid}")
    boolean isRepeatedAlike() {
        return password != null && password.equals(repeated);
    }

    @Override
    public String toString() {
        return "first administrator " + name;
    }
}
