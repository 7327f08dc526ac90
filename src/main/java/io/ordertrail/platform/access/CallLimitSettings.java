package io.ordertrail.platform.access;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many calls a minute each person and each program may make at each node.
 *
 * @param calls calls of the API and of the engine, by a person
 * @param searches searches on pages and by API, by a person
 * @param programCalls calls by a program
 * @param programSearches searches by a program
 */
@ConfigurationProperties("ordertrail.limits")
public record CallLimitSettings(
        @DefaultValue("1200") int calls,
        @DefaultValue("300") int searches,
        @DefaultValue("12000") int programCalls,
        @DefaultValue("3000") int programSearches) {}
