package io.ordertrail.api;

import java.util.function.Supplier;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

import io.ordertrail.platform.Again;

/** Repeats work that met others at the same rows; who was second at a unique value sees the first when looking again. */
@Component
class SecondLook {

  private final Again again;

  SecondLook(Again again) {
    this.again = again;
  }

  <T> T at(Supplier<T> work) {
    try {
      return again.ifContended(work);
    } catch (DataIntegrityViolationException e) {
      return again.ifContended(work);
    }
  }

  void at(Runnable work) {
    at(() -> {
      work.run();
      return null;
    });
  }
}
