package io.ordertrail.platform;

import org.springframework.security.authentication.AuthenticationTrustResolver;
import org.springframework.security.authentication.AuthenticationTrustResolverImpl;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Who is doing this: the person or program that is signed in, else the timer or job that said so, else Ordertrail itself. */
@Component
public class Actor {

  static final String NOBODY_ELSE = "ordertrail";

  private final TransactionBound<String> named = new TransactionBound<>();
  private final AuthenticationTrustResolver trust = new AuthenticationTrustResolverImpl();

  public String name() {
    var signedIn = SecurityContextHolder.getContext().getAuthentication();
    if (signedIn != null && signedIn.isAuthenticated() && !trust.isAnonymous(signedIn)) {
      return signedIn.getName();
    }
    return named.get() == null ? NOBODY_ELSE : named.get();
  }

  /** Names who acts until the running transaction ends, for work that nobody signed in for. */
  public void actAs(String name) {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      throw new IllegalStateException("Only within a transaction can work be done in the name of \"" + name + "\"");
    }
    named.set(name);
  }
}
