package io.ordertrail.stock.transfer;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;

/** Units of a product in a transfer. */
@Entity
@IdClass(TransferLine.Key.class)
public class TransferLine {

    /** Identifies a product in a transfer. */
    record Key(Long transfer, String sku) {}

    @Id
    private Long transfer;

    @Id
    private String sku;

    private int sent;
    private Integer arrived;

    protected TransferLine() {
        // JPA
    }

    TransferLine(Long transfer, String sku, int sent) {
        this.transfer = transfer;
        this.sku = sku;
        this.sent = sent;
    }

    public long transfer() {
        return transfer;
    }

    public String sku() {
        return sku;
    }

    public int sent() {
        return sent;
    }

    /** Units that arrived; null while they are in transit. */
    public Integer arrived() {
        return arrived;
    }

    void receive(int quantity) {
        arrived = quantity;
    }
}
