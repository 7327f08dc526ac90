package io.ordertrail.platform.engine;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.extension.keycloak.KeycloakConfiguration;
import org.camunda.bpm.extension.keycloak.KeycloakContextProvider;
import org.camunda.bpm.extension.keycloak.KeycloakIdentityProviderFactory;
import org.camunda.bpm.extension.keycloak.rest.KeycloakRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.stereotype.Component;

import io.ordertrail.platform.keycloak.KeycloakCircuit;
import io.ordertrail.platform.keycloak.KeycloakSettings;
import io.ordertrail.platform.keycloak.WithKeycloak;

/**
 * The engine's people and groups are those of Keycloak. The engine's own tables stay empty, and the name of a group is
 * its id in both. The plugin that ships with the library is not used: it waits for Keycloak without end.
 */
@Component
@WithKeycloak
class KeycloakPeople extends AbstractProcessEnginePlugin {

    private static final int MOST_PEOPLE = 250;
    private static final int MINUTES_REMEMBERED = 1;

    private final KeycloakSettings settings;
    private final KeycloakCircuit circuit;

    KeycloakPeople(KeycloakSettings settings, KeycloakCircuit circuit) {
        this.settings = settings;
        this.circuit = circuit;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setIdentityProviderSessionFactory(new Sessions(directory(), circuit));
    }

    private KeycloakConfiguration directory() {
        var directory = new KeycloakConfiguration();
        directory.setKeycloakIssuerUrl(settings.internal());
        directory.setKeycloakAdminUrl(settings.administration());
        directory.setClientId(settings.clientId());
        directory.setClientSecret(
                URLEncoder.encode(settings.clientSecret(), StandardCharsets.UTF_8)); // the library posts it as it is
        directory.setUseUsernameAsCamundaUserId(true);
        directory.setUseGroupPathAsCamundaGroupId(true);
        directory.setMaxResultSize(MOST_PEOPLE);
        directory.setCacheEnabled(true);
        directory.setCacheExpirationTimeoutMin(MINUTES_REMEMBERED);
        return directory;
    }

    private static final class Sessions extends KeycloakIdentityProviderFactory {

        private Sessions(KeycloakConfiguration directory, KeycloakCircuit circuit) {
            super(directory, List.of(circuit));
            restTemplate.setRequestFactory(circuit.requests());
            keycloakContextProvider = new OneTokenForAll(directory, restTemplate);
        }

        @Override
        public Session openSession() {
            return new KeycloakDirectory(
                    keycloakConfiguration, restTemplate, keycloakContextProvider, userQueryCache, groupQueryCache);
        }
    }

    /** Who asks while the token is renewed waits for the new one. */
    private static final class OneTokenForAll extends KeycloakContextProvider {

        private OneTokenForAll(KeycloakConfiguration directory, KeycloakRestTemplate http) {
            super(directory, http);
        }

        @Override
        public synchronized HttpEntity<String> createApiRequestEntity() {
            return super.createApiRequestEntity();
        }

        @Override
        public synchronized void invalidateToken() {
            super.invalidateToken();
        }
    }
}
