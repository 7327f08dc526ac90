package io.ordertrail.stock.transfer;

import java.util.Collection;
import java.util.List;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** What is in transfers, by SKU as it is locked. */
public interface TransferLines extends Repository<TransferLine, TransferLine.Key> {

    TransferLine save(TransferLine line);

    List<TransferLine> findByTransferOrderBySku(Long transfer);

    @Query("select l from TransferLine l where l.transfer in :transfers order by l.transfer, l.sku")
    List<TransferLine> of(Collection<Long> transfers);
}
