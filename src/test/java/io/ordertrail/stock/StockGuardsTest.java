package io.ordertrail.stock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.function.IntSupplier;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import io.ordertrail.JourneyTest;
import io.ordertrail.TestCompany;
import io.ordertrail.order.EnterOrder;
import io.ordertrail.stock.Reservation.Status;

/** What guards the stock, each by itself: the conditions of the updates. The schema stands behind them, see SchemaGuardsTest. */
@JourneyTest
class StockGuardsTest {

  @Autowired TestCompany company;
  @Autowired EnterOrder enterOrder;
  @Autowired StockItems items;
  @Autowired Reservations reservations;
  @Autowired PlatformTransactionManager transactions;

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

  private int rows(IntSupplier update) {
    return new TransactionTemplate(transactions).execute(status -> update.getAsInt());
  }
}
