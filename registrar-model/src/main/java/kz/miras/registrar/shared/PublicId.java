package kz.miras.registrar.shared;

import java.util.Optional;
import java.util.UUID;

/** Public identities as they come in addresses: UUIDs, or nothing that exists. */
public final class PublicId {

  private static final int LENGTH = 36;

  private PublicId() {}

  /** The UUID of a text; empty for anything that is none. */
  public static Optional<UUID> parse(String text) {
    try {
      return text != null && text.length() == LENGTH
          ? Optional.of(UUID.fromString(text))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
