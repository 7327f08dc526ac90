package io.ordertrail.stock.transfer;

import java.util.Collection;
import java.util.List;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Lines of transfers in SKU order, in which stock is locked. */
public interface TransferLines extends Repository<TransferLine, TransferLine.Key> {

    TransferLine save(TransferLine line);

    List<TransferLine> findByTransferOrderBySku(Long transfer);

    @Query("select l from TransferLine l where l.transfer in :transfers order by l.transfer, l.sku")
    List<TransferLine> of(Collection<Long> transfers);
}
