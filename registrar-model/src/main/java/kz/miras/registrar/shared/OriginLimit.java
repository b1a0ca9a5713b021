package kz.miras.registrar.shared;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * DOC-22, PRT-20. How much strangers may ask from one address: each question costs, one that found
 * nothing may cost more, and what was spent is forgotten when the window is over. Whoever knows a
 * document, or calls by mistake, never notices; whoever guesses or floods soon waits.
 *
 * @param most that may be spent within a window
 * @param window begins with the first question
 */
public record OriginLimit(int most, Duration window) {

  public OriginLimit {
    if (most < 1 || window.isNegative() || window.isZero()) {
      throw new IllegalArgumentException("a limit nobody can keep");
    }
  }

  /**
   * What an address has spent.
   *
   * @param since the window began
   */
  public record Spent(Instant since, int amount) {}

  /** How long the next question has to wait; zero where it may be asked now. */
  public Duration wait(Optional<Spent> spent, Instant now) {
    return spent
        .filter(before -> before.amount() >= most)
        .map(before -> Duration.between(now, before.since().plus(window)))
        .filter(left -> !left.isNegative())
        .orElse(Duration.ZERO);
  }

  /**
   * Whose question it is: an address, of version 6 the network of one subscriber, within which
   * everybody can choose another address at will.
   */
  public static String origin(String address) {
    String plain = address == null ? "" : address.strip().toLowerCase(Locale.ROOT);
    if (!plain.contains(":")) {
      return shortened(plain);
    }
    int packed = plain.indexOf("::");
    String front = packed < 0 ? plain : plain.substring(0, packed);
    String[] groups = front.isEmpty() ? new String[0] : front.split(":");
    StringBuilder network = new StringBuilder();
    for (int i = 0; i < 4; i++) {
      network.append(i < groups.length ? groups[i].replaceFirst("^0+(?=.)", "") : "0").append(':');
    }
    return shortened(network.append(":/64").toString());
  }

  private static String shortened(String text) {
    return text.length() > 60 ? text.substring(0, 60) : text;
  }
}
