package io.ordertrail.trail;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the trail of changes is sealed.
 *
 * @param sealEvery how long new entries wait for their seals; zero for ever, in tests
 * @param key 32 bytes in base64 that sign the heads of the chain; when it is empty, the file has it
 * @param keyFile is made, readable by its owner alone, when there is none
 * @param formerKeys public keys of earlier heads, in base64, after the key was replaced
 * @param headFile where a node writes the newest head, outside of the database; empty for nowhere
 */
@ConfigurationProperties("ordertrail.trail")
public record TrailSettings(
        @DefaultValue("5s") Duration sealEvery,
        @DefaultValue("") String key,
        @DefaultValue("./data/trail.key") Path keyFile,
        @DefaultValue List<String> formerKeys,
        @DefaultValue("") String headFile) {}
