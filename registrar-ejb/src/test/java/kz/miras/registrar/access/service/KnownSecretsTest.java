package kz.miras.registrar.access.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class KnownSecretsTest {

  private static final String OLD = Passwords.hash("the old one");
  private static final String NEW = Passwords.hash("the new one");

  private final KnownSecrets secrets = new KnownSecrets();

  @Test
  @DisplayName("PRT-2 a secret fits while its hash is in force, however often it was shown before")
  void inForce() {
    for (int call = 0; call < 3; call++) {
      assertThat(secrets.fits("the old one", List.of(NEW, OLD))).isTrue();
      assertThat(secrets.fits("the new one", List.of(NEW, OLD))).isTrue();
      assertThat(secrets.fits("another", List.of(NEW, OLD))).isFalse();
    }
    assertThat(secrets.fits("the old one", List.of(NEW))).isFalse();
    assertThat(secrets.fits("the old one", List.of())).isFalse();
    assertThat(secrets.fits("nobody has this password", List.of())).isFalse();
  }

  @Test
  @DisplayName("PRT-2 only the first call of a program waits for the slow comparison")
  void onceSlow() {
    long first = nanos(List.of(NEW));
    long later = IntStream.range(0, 20).mapToLong(call -> nanos(List.of(NEW))).sum();
    assertThat(later).as("twenty calls more, nanoseconds").isLessThan(first);
  }

  private long nanos(List<String> hashes) {
    long begun = System.nanoTime();
    assertThat(secrets.fits("the new one", hashes)).isTrue();
    return System.nanoTime() - begun;
  }
}
