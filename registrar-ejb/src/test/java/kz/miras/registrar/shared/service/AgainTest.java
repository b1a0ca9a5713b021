package kz.miras.registrar.shared.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ejb.EJBTransactionRolledbackException;
import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AgainTest {

  private final AtomicInteger attempts = new AtomicInteger();

  /** Fails the first time. */
  private Supplier<Integer> failingOnce(Exception cause) {
    return () -> {
      if (attempts.incrementAndGet() == 1) {
        throw new EJBTransactionRolledbackException("could not commit", cause);
      }
      return attempts.get();
    };
  }

  @Test
  @DisplayName("a row that somebody else wrote between reading and writing it is read anew")
  void changedMeanwhile() {
    assertThat(Again.of(failingOnce(new OptimisticLockException()))).isEqualTo(2);
  }

  @Test
  @DisplayName("a deadlock is waited out")
  void deadlock() {
    assertThat(Again.of(failingOnce(new SQLException("deadlock", "40001", 1213)))).isEqualTo(2);
  }

  @Test
  @DisplayName("what the rules refuse, and what is broken, is not tried again")
  void refused() {
    assertThatThrownBy(
            () ->
                Again.of(
                    failingOnce(new RegistrarException.Refused(Refusal.of("a.code", "REG-1")))))
        .hasCauseInstanceOf(RegistrarException.Refused.class);
    assertThat(attempts).hasValue(1);
    attempts.set(0);
    assertThatThrownBy(() -> Again.of(failingOnce(new SQLException("no table", "42S02", 1146))))
        .hasCauseInstanceOf(SQLException.class);
    assertThat(attempts).hasValue(1);
  }
}
