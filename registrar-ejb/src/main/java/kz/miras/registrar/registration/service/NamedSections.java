package kz.miras.registrar.registration.service;

import java.io.Serializable;

/**
 * Sections of an offering a seat is wanted in.
 *
 * @param group key of the group; null for any with a free seat
 * @param stream key of the lecture stream; null for any with a free seat
 */
public record NamedSections(Long group, Long stream) implements Serializable {

  /** Whichever have free seats. */
  public static final NamedSections ANY = new NamedSections(null, null);

  /** The wish for a seat there; what it names itself stays. */
  Wish of(Wish wish) {
    return wish.naming(
        wish.group() != null ? wish.group() : group,
        wish.stream() != null ? wish.stream() : stream);
  }
}
