package io.ordertrail.web.report;

import java.util.Set;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import io.ordertrail.platform.access.Role;

/**
 * The settings {@code ordertrail.reports}: which roles see what in reports.
 *
 * @param turnover who sees amounts of money
 * @param customers who sees figures of single customers, and reasons in the words of people
 * @param persons who sees figures of single colleagues
 */
@ConfigurationProperties("ordertrail.reports")
record ReportSettings(
        @DefaultValue({"sales", "managers"}) Set<Role> turnover,

        @DefaultValue({"sales", "customer-service", "managers"})
        Set<Role> customers,

        @DefaultValue("managers") Set<Role> persons) {}
