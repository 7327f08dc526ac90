package io.ordertrail.order.book;

import java.util.List;

import org.springframework.data.repository.Repository;

/** The timeline of all orders. */
public interface OrderEvents extends Repository<OrderEvent, Long> {

    OrderEvent save(OrderEvent event);

    List<OrderEvent> findByOrderNumberOrderByAtAscIdAsc(OrderNumber number);
}
