package io.ordertrail.stock.transfer;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.actor.Actor;
import io.ordertrail.refusal.Checked;
import io.ordertrail.refusal.Refusal;

/** Takes in what arrived of a transfer; what did not arrive is a loss of the site it was sent to. Orders that wait get theirs at once. */
@Service
@Transactional
public class ReceiveTransfer {

    private final Transfers transfers;
    private final TransferLines lines;
    private final MoveStock goods;
    private final TransferInput input;
    private final Actor actor;

    ReceiveTransfer(Transfers transfers, TransferLines lines, MoveStock goods, TransferInput input, Actor actor) {
        this.transfers = transfers;
        this.lines = lines;
        this.goods = goods;
        this.input = input;
        this.actor = actor;
    }

    /** @throws Refusal where it arrived before */
    public void receive(long number, TransferReceipt arrival) {
        input.check(arrival);
        var taken = transfers.arrive(number, actor.stamp(), arrival.reason());
        var transfer = transfers.get(number);
        if (taken == 0) {
            throw new Refusal(Refusal.Kind.CONFLICT, "transfer.refuses.arrived", transfer.name(), transfer.arrivedBy());
        }
        var sent = lines.findByTransferOrderBySku(number);
        Checked.refuseIfAny(input.faults(sent, arrival));
        goods.arrive(transfer, sent, arrival);
    }
}
