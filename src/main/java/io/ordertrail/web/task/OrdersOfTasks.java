package io.ordertrail.web.task;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import io.ordertrail.process.desk.OpenTasks;
import io.ordertrail.process.purchase.PurchaseTasks;
import io.ordertrail.web.page.CurrentUser;

/** Returns the order or purchase order number of each Tasklist card, only for tasks that the user may see. */
@RestController
class OrdersOfTasks {

    private final OpenTasks openTasks;
    private final PurchaseTasks purchaseTasks;

    OrdersOfTasks(OpenTasks openTasks, PurchaseTasks purchaseTasks) {
        this.openTasks = openTasks;
        this.purchaseTasks = purchaseTasks;
    }

    @GetMapping("/tasks/orders")
    Map<String, String> orders(
            @RequestParam(name = "task", defaultValue = "") List<String> tasks, @ModelAttribute("me") CurrentUser me) {
        var numbers = new HashMap<>(openTasks.orders(tasks, me.groupsWithTasksToSee()));
        numbers.putAll(purchaseTasks.numbers(tasks, me.groupsWithTasksToSee()));
        return numbers;
    }
}
