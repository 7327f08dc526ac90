package io.ordertrail.browser;

import io.ordertrail.platform.KeycloakInTheBrowser;
import org.junit.jupiter.api.Tag;

@KeycloakInTheBrowser
@Tag("nightly")
class SignInInTheBrowserWithKeycloakTest extends SignInInTheBrowserTest {
}
