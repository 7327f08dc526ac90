package io.ordertrail.platform;

import org.springframework.security.authentication.AuthenticationTrustResolver;
import org.springframework.security.authentication.AuthenticationTrustResolverImpl;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Who is doing this: the person or program that is signed in, else the timer or job that said so, else Ordertrail itself. */
@Component
public class Actor {

  static final String NOBODY_ELSE = "ordertrail";

  private final AuthenticationTrustResolver trust = new AuthenticationTrustResolverImpl();

  public String name() {
    var signedIn = SecurityContextHolder.getContext().getAuthentication();
    if (signedIn != null && signedIn.isAuthenticated() && !trust.isAnonymous(signedIn)) {
      return signedIn.getName();
    }
    var named = (String) TransactionSynchronizationManager.getResource(this);
    return named == null ? NOBODY_ELSE : named;
  }

  /** Names who acts until the running transaction ends, for work that nobody signed in for. */
  public void actAs(String name) {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      throw new IllegalStateException("Only within a transaction can work be done in the name of \"" + name + "\"");
    }
    if (TransactionSynchronizationManager.unbindResourceIfPossible(this) == null) {
      TransactionSynchronizationManager.registerSynchronization(new Bound());
    }
    TransactionSynchronizationManager.bindResource(this, name);
  }

  /** A transaction within this one starts with a name of its own, and gives this one's back. */
  private final class Bound implements TransactionSynchronization {

    private Object name;

    @Override
    public void suspend() {
      name = TransactionSynchronizationManager.unbindResourceIfPossible(Actor.this);
    }

    @Override
    public void resume() {
      TransactionSynchronizationManager.bindResource(Actor.this, name);
    }

    @Override
    public void afterCompletion(int status) {
      TransactionSynchronizationManager.unbindResourceIfPossible(Actor.this);
    }
  }
}
