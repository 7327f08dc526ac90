package io.ordertrail.stock.transfer;

import java.util.Map;
import jakarta.validation.constraints.NotNull;

import io.ordertrail.refusal.Text;

/** What of a transfer arrived. @param pieces by SKU. @param reason why some did not arrive */
public record TransferReceipt(
        @NotNull Map<String, Integer> pieces,
        @Text(max = 500) String reason) {}
