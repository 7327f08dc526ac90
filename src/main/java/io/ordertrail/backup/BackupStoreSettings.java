package io.ordertrail.backup;

import java.net.URI;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A store that speaks S3, where each backup is copied to.
 *
 * @param bucket where backups are stored; empty for no store
 * @param prefix before their names, such as {@code ordertrail/}
 * @param endpoint the address of the store; null for that of Amazon in the region
 * @param accessKey who stores; empty for what the environment, a file or the machine says
 * @param pathStyle whether the bucket is in the path and not in the host name, as stores of one's own need it
 */
@ConfigurationProperties("ordertrail.backup.store")
public record BackupStoreSettings(
        @DefaultValue("") String bucket,
        @DefaultValue("") String prefix,
        URI endpoint,
        @DefaultValue("us-east-1") String region,
        @DefaultValue("") String accessKey,
        @DefaultValue("") String secretKey,
        @DefaultValue("true") boolean pathStyle) {

    boolean on() {
        return !bucket.isBlank();
    }

    @Override
    public String toString() {
        return "store of backups " + (endpoint == null ? region : endpoint) + " " + bucket + "/" + prefix;
    }
}
