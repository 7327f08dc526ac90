package io.ordertrail.web.order;

import java.nio.charset.StandardCharsets;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import io.ordertrail.order.book.Orders;
import io.ordertrail.process.path.OrderPaths;
import io.ordertrail.process.path.PathPage;
import io.ordertrail.refusal.Refusal;

/**
 * The diagram of an order with the path that the order took, as a picture for the pages. Its colours lie in it, and the
 * rules for pages would refuse them if somebody opened it as a page.
 */
@Controller
class OrderPicturePage {

    private static final MediaType SVG = MediaType.valueOf("image/svg+xml");

    private final Orders orders;
    private final OrderPaths paths;

    OrderPicturePage(Orders orders, OrderPaths paths) {
        this.orders = orders;
        this.paths = paths;
    }

    /**
     * Draws a page of the diagram.
     *
     * @param page its key; by default the page of the order's process
     * @param whole whether to show all of it rather than the surroundings of the place where the order is
     */
    @GetMapping("/orders/{number}/picture")
    ResponseEntity<byte[]> picture(
            @PathVariable String number,
            @RequestParam(defaultValue = "/") String page,
            @RequestParam(defaultValue = "false") boolean whole) {
        var order = orders.get(OrderPage.numberOf(number)).number();
        var found = paths.find(order, page)
                .orElseThrow(() -> new Refusal(Refusal.Kind.UNKNOWN, "order.picture.unknown", order.value(), page));
        return ResponseEntity.ok()
                .contentType(SVG)
                .cacheControl(CacheControl.noStore())
                .body(drawn(found, whole).getBytes(StandardCharsets.UTF_8));
    }

    private static String drawn(PathPage page, boolean whole) {
        return whole ? page.whole() : page.near();
    }
}
