package io.ordertrail.retention;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * For how long each kind of data is kept; zero for ever.
 *
 * @param every the time from one removal to the next; zero for never
 * @param formDrafts what people have typed and not sent
 * @param importedRows rows of files that were not entered, after the end of their import
 * @param importedFiles files on which nobody has decided, and the rows of files of customers, products, stock levels and
 *     purchases after the end of their import
 * @param webhookDeliveries what was sent to other systems, and can be replayed
 * @param changes entries of the trail of changes
 * @param customers without an order
 */
@ConfigurationProperties("ordertrail.retention")
public record RetentionSettings(
        @DefaultValue("24h") Duration every,
        @DefaultValue("7d") Duration formDrafts,
        @DefaultValue("30d") Duration importedRows,
        @DefaultValue("30d") Duration importedFiles,
        @DefaultValue("7d") Duration webhookDeliveries,
        @DefaultValue("3650d") Duration changes,
        @DefaultValue("3650d") Duration customers) {}
