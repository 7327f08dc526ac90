package io.ordertrail.stock.transfer;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.actor.Actor;
import io.ordertrail.refusal.Checked;
import io.ordertrail.refusal.Refusal;

/** Sends goods that nobody was promised from one site to another. While they are on their way they are nowhere on hand. */
@Service
@Transactional
public class SendTransfer {

    private final Transfers transfers;
    private final TransferLines lines;
    private final MoveStock goods;
    private final TransferInput input;
    private final Actor actor;

    SendTransfer(Transfers transfers, TransferLines lines, MoveStock goods, TransferInput input, Actor actor) {
        this.transfers = transfers;
        this.lines = lines;
        this.goods = goods;
        this.input = input;
        this.actor = actor;
    }

    /**
     * @return the transfer; the first one where the id was sent before
     * @throws Refusal where fewer pieces are available than were to go; then nothing went
     */
    public Transfer send(TransferPlan plan) {
        Checked.refuseIfAny(input.faults(plan));
        var before =
                plan.id() == null ? null : transfers.findByRequest(plan.id()).orElse(null);
        if (before != null) {
            return before;
        }
        var transfer = transfers.save(new Transfer(plan, actor.stamp()));
        goods.leave(transfer, plan.pieces());
        plan.pieces().forEach((sku, pieces) -> lines.save(new TransferLine(transfer.number(), sku, pieces)));
        return transfer;
    }
}
