package kz.miras.registrar.access.partner;

import java.io.Serializable;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A range of internet addresses, as {@code 192.0.2.0/24}, {@code 2001:db8::/32} or one address.
 *
 * @param text as it is written
 */
public record AddressRange(String text) implements Serializable {

  private static final String OCTET = "(25[0-5]|2[0-4]\\d|1?\\d?\\d)";

  /** What is none by its form could be a name, and would be looked up. */
  private static final String ADDRESS =
      OCTET + "(\\." + OCTET + "){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*";

  private static final Pattern FORM = Pattern.compile("(" + ADDRESS + ")(/\\d{1,3})?");

  /** The range of a text; empty where it is none. Nothing is looked up. */
  public static Optional<AddressRange> parse(String text) {
    String stripped = text == null ? "" : text.strip();
    AddressRange range = new AddressRange(stripped);
    return FORM.matcher(stripped).matches() && range.isPossible()
        ? Optional.of(range)
        : Optional.empty();
  }

  private boolean isPossible() {
    Optional<InetAddress> address = address(start());
    return address.isPresent() && bits() >= 0 && bits() <= address.get().getAddress().length * 8;
  }

  private String start() {
    int slash = text.indexOf('/');
    return slash < 0 ? text : text.substring(0, slash);
  }

  private int bits() {
    int slash = text.indexOf('/');
    if (slash >= 0) {
      return Integer.parseInt(text.substring(slash + 1));
    }
    return address(text).map(one -> one.getAddress().length * 8).orElse(-1);
  }

  /** Is an address within the range? */
  public boolean holds(String address) {
    Optional<InetAddress> asked = address(address);
    Optional<InetAddress> first = address(start());
    if (asked.isEmpty() || first.isEmpty()) {
      return false;
    }
    byte[] one = asked.get().getAddress();
    byte[] other = first.get().getAddress();
    int shift = one.length * 8 - bits();
    return one.length == other.length
        && new BigInteger(1, one)
            .shiftRight(shift)
            .equals(new BigInteger(1, other).shiftRight(shift));
  }

  private static Optional<InetAddress> address(String text) {
    try {
      String plain = text == null ? "" : text.strip().replaceAll("%.*$", "");
      return plain.matches(ADDRESS) ? Optional.of(InetAddress.getByName(plain)) : Optional.empty();
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }
}
