package io.ordertrail.browser;

import io.ordertrail.platform.KeycloakInTheBrowser;

@KeycloakInTheBrowser
class SignInInTheBrowserWithKeycloakTest extends SignInInTheBrowserTest {
}
