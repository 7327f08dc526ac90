package io.ordertrail.stock.transfer;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.actor.Actor;
import io.ordertrail.refusal.Checked;
import io.ordertrail.refusal.Refusal;

/** Receives a transfer. Missing units are a loss of the receiving site. Waiting orders get their goods at once. */
@Service
@Transactional
public class ReceiveTransfer {

    private final NotedTransfers transfers;
    private final TransferLines lines;
    private final MoveStock moveStock;
    private final TransferInput input;
    private final Actor actor;

    ReceiveTransfer(
            NotedTransfers transfers, TransferLines lines, MoveStock moveStock, TransferInput input, Actor actor) {
        this.transfers = transfers;
        this.lines = lines;
        this.moveStock = moveStock;
        this.input = input;
        this.actor = actor;
    }

    /**
     * Receives a transfer.
     *
     * @throws Refusal where the transfer was received before
     */
    public void receive(long number, TransferReceipt receipt) {
        input.check(receipt);
        var taken = transfers.receive(number, actor.stamp(), receipt.reason());
        var transfer = transfers.get(number);
        if (taken == 0) {
            throw new Refusal(Refusal.Kind.CONFLICT, "transfer.refuses.arrived", transfer.name(), transfer.arrivedBy());
        }
        var sent = lines.findByTransferOrderBySku(number);
        Checked.refuseIfAny(input.faults(sent, receipt));
        moveStock.receive(transfer, sent, receipt);
    }
}
