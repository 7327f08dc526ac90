package io.ordertrail.platform;

import io.ordertrail.transaction.ContentionRetry;
import io.ordertrail.transaction.RetryOnContention;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** The old way to what {@link RetryOnContention} does now, for the pages and calls of master data. */
@Component
public class Again {

  private final ContentionRetry retry;

  Again(ContentionRetry retry) {
    this.retry = retry;
  }

  public void ifContended(Runnable work) {
    retry.run(work);
  }

  public <T> T ifContended(Supplier<T> work) {
    return retry.call(work::get);
  }
}
