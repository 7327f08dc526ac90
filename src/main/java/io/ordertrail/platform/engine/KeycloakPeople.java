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
 * Takes the engine's people and groups from Keycloak. The engine's own tables stay empty, and the name of a group is
 * its id in both. The plugin of the library is not used, because it waits for Keycloak without limit.
 */
@Component
@WithKeycloak
class KeycloakPeople extends AbstractProcessEnginePlugin {

    private static final int MAX_RESULTS = 250;
    private static final int CACHE_MINUTES = 1;

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
                URLEncoder.encode(settings.clientSecret(), StandardCharsets.UTF_8)); // the library does not encode it
        directory.setUseUsernameAsCamundaUserId(true);
        directory.setUseGroupPathAsCamundaGroupId(true);
        directory.setMaxResultSize(MAX_RESULTS);
        directory.setCacheEnabled(true);
        directory.setCacheExpirationTimeoutMin(CACHE_MINUTES);
        return directory;
    }

    private static final class Sessions extends KeycloakIdentityProviderFactory {

        private Sessions(KeycloakConfiguration directory, KeycloakCircuit circuit) {
            super(directory, List.of(circuit));
            restTemplate.setRequestFactory(circuit.requests());
            keycloakContextProvider = new SharedToken(directory, restTemplate);
        }

        @Override
        public Session openSession() {
            return new KeycloakDirectory(
                    keycloakConfiguration, restTemplate, keycloakContextProvider, userQueryCache, groupQueryCache);
        }
    }

    /** A caller that comes while the token is renewed waits for the new one. */
    private static final class SharedToken extends KeycloakContextProvider {

        private SharedToken(KeycloakConfiguration directory, KeycloakRestTemplate http) {
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
