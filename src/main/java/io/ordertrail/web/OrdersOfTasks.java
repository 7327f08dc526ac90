package io.ordertrail.web;

import io.ordertrail.process.OpenTasks;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Which order each card of Tasklist is about; of the tasks of others it knows nothing, as Tasklist does not. */
@RestController
class OrdersOfTasks {

  private final OpenTasks openTasks;

  OrdersOfTasks(OpenTasks openTasks) {
    this.openTasks = openTasks;
  }

  @GetMapping("/tasks/orders")
  Map<String, String> orders(@RequestParam(name = "task", defaultValue = "") List<String> tasks, @ModelAttribute("me") Me me) {
    return openTasks.orders(tasks, me.groupsWithTasksToSee());
  }
}
