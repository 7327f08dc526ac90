package io.ordertrail.trail;

import javax.sql.DataSource;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TrailSettings.class)
class TrailConfiguration {

    /**
     * The key, once it is certain that it has signed what the database holds: a node with another key would sign what
     * nobody can verify.
     */
    @Bean
    @DependsOnDatabaseInitialization
    TrailKey trailKey(TrailSettings settings, DataSource database) {
        var key = TrailKey.read(settings);
        if (VerifyTrail.newestHead(database)
                .filter(head -> !key.hasSigned(head))
                .isPresent()) {
            throw new IllegalStateException("The trail of changes was signed with another key. Give every node the key"
                    + " with which it was set up (ORDERTRAIL_TRAIL_KEY or the file of ORDERTRAIL_TRAIL_KEY_FILE). If that"
                    + " key is lost, docs/recovery.md tells how to go on with a new one.");
        }
        return key;
    }
}
