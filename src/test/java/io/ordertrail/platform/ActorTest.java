package io.ordertrail.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

class ActorTest {

  private final Actor actor = new Actor();
  private final DataSourceTransactionManager transactions =
      new DataSourceTransactionManager(new DriverManagerDataSource("jdbc:h2:mem:actor"));

  @AfterEach
  void leave() {
    SecurityContextHolder.clearContext();
  }

  @Test
  void whoever_is_signed_in_is_the_one_who_acts() {
    signIn();
    assertThat(actor.name()).isEqualTo("demo-sales");
    inTransaction(() -> {
      actor.actAs("timer: Delivery overdue");
      assertThat(actor.name()).isEqualTo("demo-sales");
    });
  }

  @Test
  void a_job_acts_under_its_name_until_its_transaction_ends() {
    inTransaction(() -> {
      actor.actAs("timer: Delivery overdue");
      actor.actAs("timer: Receipt by silence");
      assertThat(actor.name()).isEqualTo("timer: Receipt by silence");
    });
    assertThat(actor.name()).isEqualTo("ordertrail");
  }

  @Test
  void a_transaction_within_has_its_own_name_and_gives_the_outer_one_back() {
    inTransaction(() -> {
      actor.actAs("outer");
      inNewTransaction(() -> {
        assertThat(actor.name()).isEqualTo("ordertrail");
        actor.actAs("inner");
        assertThat(actor.name()).isEqualTo("inner");
      });
      assertThat(actor.name()).isEqualTo("outer");
    });
  }

  @Test
  void a_stranger_is_not_an_actor() {
    SecurityContextHolder.getContext().setAuthentication(new AnonymousAuthenticationToken("key", "anonymousUser",
        AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS")));
    assertThat(actor.name()).isEqualTo("ordertrail");
  }

  @Test
  void outside_a_transaction_nothing_can_be_done_in_another_name() {
    assertThatThrownBy(() -> actor.actAs("timer")).isInstanceOf(IllegalStateException.class).hasMessageContaining("timer");
  }

  private static void signIn() {
    SecurityContextHolder.getContext().setAuthentication(
        UsernamePasswordAuthenticationToken.authenticated("demo-sales", null, AuthorityUtils.NO_AUTHORITIES));
  }

  private void inTransaction(Runnable work) {
    new TransactionTemplate(transactions).executeWithoutResult(status -> work.run());
  }

  private void inNewTransaction(Runnable work) {
    var template = new TransactionTemplate(transactions);
    template.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    template.executeWithoutResult(status -> work.run());
  }
}
