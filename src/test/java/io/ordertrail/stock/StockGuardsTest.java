package io.ordertrail.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.function.IntSupplier;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import io.ordertrail.JourneyTest;
import io.ordertrail.TestCompany;
import io.ordertrail.order.EnterOrder;
import io.ordertrail.stock.Reservation.Status;

/** What guards the stock, each by itself: the conditions of the updates, and the schema behind them. */
@JourneyTest
class StockGuardsTest {

  @Autowired TestCompany company;
  @Autowired EnterOrder enterOrder;
  @Autowired StockItems items;
  @Autowired Reservations reservations;
  @Autowired PlatformTransactionManager transactions;
  @Autowired JdbcTemplate sql;

  @Test
  void more_than_is_available_is_not_reserved() {
    var lamp = company.product(5);

    assertThat(rows(() -> items.reserve(lamp, "VIE", 6))).isZero();
    assertThat(rows(() -> items.reserve(lamp, "VIE", 5))).isOne();
    assertThat(rows(() -> items.reserve(lamp, "VIE", 1))).isZero();
  }

  @Test
  void more_than_is_reserved_is_neither_given_back_nor_sent() {
    var lamp = company.product(5);
    rows(() -> items.reserve(lamp, "VIE", 2));

    assertThat(rows(() -> items.giveBack(lamp, "VIE", 3))).isZero();
    assertThat(rows(() -> items.issue(lamp, "VIE", 3))).isZero();
    assertThat(rows(() -> items.change(lamp, "VIE", -4))).as("into what is reserved").isZero();
    assertThat(rows(() -> items.change(lamp, "VIE", -3))).isOne();
  }

  @Test
  void a_reservation_is_closed_once_and_only_as_large_as_it_was_read() {
    var lamp = company.product(5);
    var number = enterOrder.enter(TestCompany.order(company.customer(), Map.of(lamp, 2)));
    var open = reservations.openOf(number).get(0);

    assertThat(rows(() -> reservations.close(open.id(), 1, Status.RELEASED))).isZero();
    assertThat(rows(() -> reservations.found(open.id(), number, 3))).as("more found than there was to pick").isZero();
    assertThat(rows(() -> reservations.close(open.id(), 2, Status.RELEASED))).isOne();
    assertThat(rows(() -> reservations.close(open.id(), 2, Status.RELEASED))).isZero();
    assertThat(rows(() -> reservations.found(open.id(), number, 1))).isZero();
  }

  @Test
  void the_schema_refuses_what_no_program_may_write() {
    var lamp = company.product(5);

    refused("update stock_item set on_hand = -1 where sku = ?", lamp);
    refused("update stock_item set reserved = -1 where sku = ?", lamp);
    refused("update stock_item set reserved = on_hand + 1 where sku = ?", lamp);
    refused("insert into stock_item (sku, site, shelf, on_hand, reserved) values (?, 'NOWHERE', '-', 0, 0)", lamp);
    refused("insert into stock_item (sku, site, shelf, on_hand, reserved) values (?, 'VIE', '-', 0, 0)", lamp);
    refused("update product set list_price = -1 where sku = ?", lamp);
  }

  @Test
  void the_schema_keeps_order_and_process_instance_together() {
    var first = enterOrder.enter(TestCompany.order(company.customer(), Map.of(company.product(5), 2)));
    var second = enterOrder.enter(TestCompany.order(company.customer(), Map.of(company.product(5), 2)));
    var instance = sql.queryForObject("select process_instance from customer_order where number = ?", String.class, first.value());

    refused("update customer_order set process_instance = null where number = ?", second.value());
    refused("update customer_order set state = null where number = ?", second.value());
    refused("update customer_order set process_instance = '" + instance + "' where number = ?", second.value());
    refused("update order_line set struck = quantity + 1 where order_number = ?", second.value());
    refused("update order_line set quantity = 0 where order_number = ?", second.value());
  }

  private void refused(String statement, String key) {
    assertThatThrownBy(() -> new TransactionTemplate(transactions).executeWithoutResult(status -> sql.update(statement, key)))
        .as(statement).isInstanceOf(DataIntegrityViolationException.class);
  }

  private int rows(IntSupplier update) {
    return new TransactionTemplate(transactions).execute(status -> update.getAsInt());
  }
}
