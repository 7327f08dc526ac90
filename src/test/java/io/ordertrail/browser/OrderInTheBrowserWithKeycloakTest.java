package io.ordertrail.browser;

import org.junit.jupiter.api.Tag;

import io.ordertrail.platform.keycloak.KeycloakInTheBrowser;

@KeycloakInTheBrowser
@Tag("nightly")
class OrderInTheBrowserWithKeycloakTest extends OrderInTheBrowserTest {}
