package io.ordertrail.platform.finding;

import java.util.List;

/**
 * What a deployment became.
 *
 * @param number of the bundle
 * @param page its address below the root of the product
 */
public record DeployedDraft(long number, String state, String page, List<ProcessFinding> findings) {}
