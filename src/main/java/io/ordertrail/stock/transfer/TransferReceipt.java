package io.ordertrail.stock.transfer;

import java.util.Map;
import jakarta.validation.constraints.NotNull;

import io.ordertrail.refusal.Text;

/**
 * The goods receipt of a transfer.
 *
 * @param quantities received units by SKU
 * @param reason why units are missing
 */
public record TransferReceipt(
        @NotNull Map<String, Integer> quantities,
        @Text(max = 500) String reason) {}
