package io.ordertrail.stock.transfer;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.actor.Actor;
import io.ordertrail.refusal.Checked;
import io.ordertrail.refusal.Refusal;

/** Sends available goods from one site to another. In transit they are on hand at neither site. */
@Service
@Transactional
public class SendTransfer {

    private final Transfers transfers;
    private final TransferLines lines;
    private final MoveStock moveStock;
    private final TransferInput input;
    private final Actor actor;

    SendTransfer(Transfers transfers, TransferLines lines, MoveStock moveStock, TransferInput input, Actor actor) {
        this.transfers = transfers;
        this.lines = lines;
        this.moveStock = moveStock;
        this.input = input;
        this.actor = actor;
    }

    /**
     * Sends a transfer.
     *
     * @return the transfer; the first one where the id was sent before
     * @throws Refusal where fewer units are available than planned; then nothing is sent
     */
    public Transfer send(TransferPlan plan) {
        Checked.refuseIfAny(input.faults(plan));
        var before =
                plan.id() == null ? null : transfers.findByRequest(plan.id()).orElse(null);
        if (before != null) {
            return before;
        }
        var transfer = transfers.save(new Transfer(plan, actor.stamp()));
        moveStock.send(transfer, plan.quantities());
        plan.quantities().forEach((sku, quantity) -> lines.save(new TransferLine(transfer.number(), sku, quantity)));
        return transfer;
    }
}
