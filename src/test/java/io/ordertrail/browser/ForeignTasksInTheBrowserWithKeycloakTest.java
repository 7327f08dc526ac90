package io.ordertrail.browser;

import io.ordertrail.platform.keycloak.KeycloakInTheBrowser;
import org.junit.jupiter.api.Tag;

@KeycloakInTheBrowser
@Tag("nightly")
class ForeignTasksInTheBrowserWithKeycloakTest extends ForeignTasksInTheBrowserTest {
}
