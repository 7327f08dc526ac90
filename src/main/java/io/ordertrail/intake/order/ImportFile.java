package io.ordertrail.intake.order;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Service;

import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.entry.EnterOrders;
import io.ordertrail.order.entry.EnterOrders.Item;
import io.ordertrail.order.entry.EnterOrders.Result;
import io.ordertrail.refusal.Refusal;
import io.ordertrail.refusal.Sentence;

/**
 * Checks the whole file and then enters its new orders. An order whose reference its source has already is known and is
 * not entered again, so a file can be sent again after whatever went wrong.
 */
@Service
public class ImportFile {

    /** As many as a batch of the API may have. */
    public static final int MOST_ORDERS = 1_000;

    private final CheckFile checkFile;
    private final EnterOrders enterOrders;

    ImportFile(CheckFile checkFile, EnterOrders enterOrders) {
        this.checkFile = checkFile;
        this.enterOrders = enterOrders;
    }

    /**
     * Imports a file.
     *
     * @param source where it comes from; the channel of its orders
     * @throws Refusal when it holds no table, lacks a column or has too many orders; then nothing is entered
     */
    public FileImport importFile(String source, Path file, ImportPolicy policy) {
        var proposal = FileProposal.of(source, file);
        var orders = checked(file, proposal.layout());
        var held = policy == ImportPolicy.ALL_OR_NOTHING
                && orders.stream().anyMatch(order -> order.state() == FileOrder.State.FAULTY);
        return held
                ? new FileImport(proposal.layout(), proposal.samples(), orders, Map.of())
                : entered(proposal, orders);
    }

    private List<FileOrder> checked(Path file, FileLayout layout) {
        var orders = new ArrayList<FileOrder>();
        checkFile.check(file, layout, some -> {
            orders.addAll(some);
            if (orders.size() > MOST_ORDERS) {
                throw new Refusal(Refusal.Kind.INVALID, "import.refused.orders", MOST_ORDERS);
            }
        });
        return orders;
    }

    private FileImport entered(FileProposal proposal, List<FileOrder> orders) {
        var items = orders.stream()
                .filter(order -> order.state() == FileOrder.State.NEW)
                .map(order -> new Item<>(order.order(), number -> number))
                .toList();
        var results = enterOrders.enter(items).iterator();
        var entered = new LinkedHashMap<String, OrderNumber>();
        var after = orders.stream()
                .map(order -> order.state() == FileOrder.State.NEW
                        ? after(order, results.next(), entered, proposal.layout())
                        : order)
                .toList();
        return new FileImport(proposal.layout(), proposal.samples(), after, entered);
    }

    /** What the check could not foresee: somebody else entered the reference, or changed what the order names. */
    private static FileOrder after(
            FileOrder order, Result<OrderNumber> result, Map<String, OrderNumber> entered, FileLayout layout) {
        if (result.failure() == null) {
            entered.put(order.reference(), result.answer());
            return order;
        }
        var message =
                result.failure() instanceof Refusal refusal ? refusal.getMessage() : Sentence.of("import.fault.failed");
        return order.checked(List.of(layout.fault(order.rows().get(0), OrderField.REFERENCE, message)), null);
    }
}
