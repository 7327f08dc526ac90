package io.ordertrail.webhook;

import java.util.UUID;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.refusal.Checked;
import io.ordertrail.refusal.Refusal;
import io.ordertrail.stock.announcement.Announcements;

/** Creates an endpoint. Only the call that creates it returns its secret. */
@Service
@Transactional
public class CreateEndpoint {

    /** How many endpoints there may be. */
    public static final int MAX_ENDPOINTS = 20;

    private final Endpoints endpoints;
    private final EndpointRules rules;
    private final Announcements announcements;
    private final SecretEncryption secrets;
    private final EndpointLog log;

    CreateEndpoint(
            Endpoints endpoints,
            EndpointRules rules,
            Announcements announcements,
            SecretEncryption secrets,
            EndpointLog log) {
        this.endpoints = endpoints;
        this.rules = rules;
        this.announcements = announcements;
        this.secrets = secrets;
        this.log = log;
    }

    /**
     * Creates an endpoint that receives the changes from now on.
     *
     * @throws Refusal when there are {@link #MOST} endpoints already
     */
    public SaveEndpoint.EndpointSecret create(EndpointData typed) {
        var data = rules.named(typed);
        Checked.refuseIfAny(rules.faultsOf(data));
        if (endpoints.count() >= MAX_ENDPOINTS) {
            throw new Refusal(Refusal.Kind.CONFLICT, "webhook.refuses.more", MAX_ENDPOINTS);
        }
        var id = UUID.randomUUID().toString();
        var secret = Secret.random();
        endpoints.save(
                new Endpoint(id, data, secrets.encrypt(secret, id), announcements.lastNumber(), log.created(id, data)));
        return new SaveEndpoint.EndpointSecret(id, secret.text());
    }
}
