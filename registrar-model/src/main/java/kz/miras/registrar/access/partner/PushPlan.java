package kz.miras.registrar.access.partner;

import java.io.Serializable;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * PRT-16. When what a partner did not take is tried again: soon at first, then more and more
 * rarely, and after the last pause no more. Each pause is a little longer or shorter by chance, so
 * that what has failed together does not come together again.
 *
 * @param pauses after the first attempt, the second, and so on
 */
public record PushPlan(List<Duration> pauses) implements Serializable {

  private static final double JITTER = 0.2;

  public PushPlan {
    pauses = List.copyOf(pauses);
  }

  /**
   * A plan as a setting writes it.
   *
   * @param written pauses with spaces between, each a number and {@code m} or {@code h}: {@code 1m
   *     5m 1h}
   * @throws IllegalArgumentException where it is written in another way
   */
  public static PushPlan parse(String written) {
    return new PushPlan(Arrays.stream(written.strip().split("\\s+")).map(PushPlan::pause).toList());
  }

  private static Duration pause(String written) {
    if (!written.matches("[1-9]\\d{0,4}[mh]")) {
      throw new IllegalArgumentException("no pause: " + written);
    }
    long number = Long.parseLong(written.substring(0, written.length() - 1));
    return written.endsWith("m") ? Duration.ofMinutes(number) : Duration.ofHours(number);
  }

  /**
   * PRT-16. The pause before the next attempt.
   *
   * @param attempts made so far, from 1
   * @param chance from 0 to 1
   * @return empty where it is not tried any more
   */
  public Optional<Duration> after(int attempts, double chance) {
    if (attempts < 1) {
      throw new IllegalArgumentException("no attempt was made");
    }
    if (attempts > pauses.size()) {
      return Optional.empty();
    }
    double factor = 1 + JITTER * (2 * chance - 1);
    return Optional.of(Duration.ofMillis(Math.round(pauses.get(attempts - 1).toMillis() * factor)));
  }
}
