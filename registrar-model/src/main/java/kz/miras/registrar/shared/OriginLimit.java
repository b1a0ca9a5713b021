package kz.miras.registrar.shared;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * DOC-22, PRT-20. How much strangers may ask from one address: each question costs, one that found
 * nothing may cost more, and what was spent is forgotten when the window is over. Whoever knows a
 * document, or calls by mistake, never notices; whoever guesses or floods soon waits.
 *
 * @param most that may be spent within a window
 * @param window begins with the first question
 */
public record OriginLimit(int most, Duration window) {

  private static final int GROUPS = 8;

  /** Groups of the network of one subscriber: 64 bits. */
  private static final int NETWORK = 4;

  private static final Pattern V4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");

  /** An address of version 4 written as one of version 6 (RFC 4291, 2.5.5.2). */
  private static final Pattern MAPPED =
      Pattern.compile("0:0:0:0:0:ffff:[0-9a-f]{1,4}:[0-9a-f]{1,4}");

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
   * everybody can choose another address at will. One of version 4 is itself, however it is
   * written.
   */
  public static String origin(String address) {
    String plain = address == null ? "" : address.strip().toLowerCase(Locale.ROOT);
    if (!plain.contains(":")) {
      return shortened(plain);
    }
    List<String> groups = groups(plain.replaceFirst("%.*", ""));
    if (MAPPED.matcher(String.join(":", groups)).matches()) {
      return dotted(groups.get(6)) + '.' + dotted(groups.get(7));
    }
    return shortened(String.join(":", groups.subList(0, NETWORK)) + "::/64");
  }

  /** The eight groups of an address of version 6, without zeros before them. */
  private static List<String> groups(String plain) {
    int packed = plain.indexOf("::");
    List<String> groups = new ArrayList<>(parts(packed < 0 ? plain : plain.substring(0, packed)));
    List<String> rest = packed < 0 ? List.of() : parts(plain.substring(packed + 2));
    while (groups.size() + rest.size() < GROUPS) {
      groups.add("0");
    }
    groups.addAll(rest);
    return groups;
  }

  private static List<String> parts(String text) {
    return Arrays.stream(text.split(":"))
        .filter(part -> !part.isEmpty())
        .flatMap(part -> V4.matcher(part).matches() ? packed(part) : Stream.of(part))
        .map(part -> part.replaceFirst("^0+(?=.)", ""))
        .toList();
  }

  /** The two groups an address of version 4 is at the end of one of version 6. */
  private static Stream<String> packed(String address) {
    int[] bytes = Arrays.stream(address.split("\\.")).mapToInt(Integer::parseInt).toArray();
    return Stream.of(
        Integer.toHexString(bytes[0] << 8 | bytes[1]),
        Integer.toHexString(bytes[2] << 8 | bytes[3]));
  }

  private static String dotted(String group) {
    int two = Integer.parseInt(group, 16);
    return (two >> 8) + "." + (two & 0xff);
  }

  private static String shortened(String text) {
    return text.length() > 60 ? text.substring(0, 60) : text;
  }
}
