package kz.miras.registrar.access;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * The one way a record becomes bytes before it is sealed: fields in a fixed order, each with its
 * kind and length, so that no two different records have the same bytes. What the database may
 * change without meaning does not show: an instant counts to the microsecond, a decimal without
 * trailing zeros.
 */
public final class CanonicalBytes {

  private static final long MICROS_PER_SECOND = 1_000_000;
  private static final long NANOS_PER_MICRO = 1_000;

  private ByteBuffer out = ByteBuffer.allocate(256);

  /** Adds a text, or its absence. */
  public CanonicalBytes text(String value) {
    return value == null ? absent() : field('T', value.getBytes(StandardCharsets.UTF_8));
  }

  /** Adds a whole number, or its absence. */
  public CanonicalBytes number(Long value) {
    return value == null ? absent() : number(value.longValue());
  }

  /** Adds a whole number. */
  public CanonicalBytes number(long value) {
    field('N', Long.BYTES).putLong(value);
    return this;
  }

  /** Adds a decimal by its value, or its absence: 3.50 and 3.5 are the same. */
  public CanonicalBytes decimal(BigDecimal value) {
    if (value == null) {
      return absent();
    }
    String plain = value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    return field('D', plain.getBytes(StandardCharsets.US_ASCII));
  }

  /** Adds yes or no. */
  public CanonicalBytes flag(boolean value) {
    return field('F', new byte[] {(byte) (value ? 1 : 0)});
  }

  /** Adds a day, or its absence. */
  public CanonicalBytes day(LocalDate value) {
    return value == null ? absent() : number(value.toEpochDay());
  }

  /** Adds an instant to the microsecond, or its absence. */
  public CanonicalBytes instant(Instant value) {
    return value == null ? absent() : number(micros(value));
  }

  /** Adds bytes, or their absence. */
  public CanonicalBytes bytes(byte[] value) {
    return value == null ? absent() : field('B', value);
  }

  /** What has been added so far. */
  public byte[] toBytes() {
    return Arrays.copyOf(out.array(), out.position());
  }

  private static long micros(Instant value) {
    // what there is beyond a microsecond is cut off towards 1970, as ChronoUnit.MICROS does
    long cut = value.getEpochSecond() < 0 ? NANOS_PER_MICRO - 1 : 0;
    return value.getEpochSecond() * MICROS_PER_SECOND + (value.getNano() + cut) / NANOS_PER_MICRO;
  }

  private CanonicalBytes absent() {
    room(1).put((byte) 0);
    return this;
  }

  private CanonicalBytes field(char kind, byte[] value) {
    field(kind, value.length).put(value);
    return this;
  }

  private ByteBuffer field(char kind, int length) {
    return room(1 + Integer.BYTES + length).put((byte) kind).putInt(length);
  }

  private ByteBuffer room(int more) {
    if (out.remaining() < more) {
      int size = Math.max(2 * out.capacity(), out.position() + more);
      out = ByteBuffer.allocate(size).put(out.flip());
    }
    return out;
  }
}
