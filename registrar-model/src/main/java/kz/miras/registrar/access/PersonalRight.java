package kz.miras.registrar.access;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;

/**
 * A right given to, or taken from, one person beside the role, by order or job description: the
 * duties of each person are personal (regulation 4.3, 6.6). A denial outweighs every role (ACC-4).
 *
 * @param permission the operation
 * @param scopes how far a given right reaches; empty means the right is taken away
 * @param from first day
 * @param to last day, or null while it is open
 * @param basis the order or job description, with number and date
 */
public record PersonalRight(
    String permission, Set<Scope> scopes, LocalDate from, LocalDate to, String basis)
    implements Serializable {

  public PersonalRight {
    if (!Permissions.all().contains(permission)) {
      throw new IllegalArgumentException("unknown permission " + permission);
    }
    scopes = Set.copyOf(scopes);
    Objects.requireNonNull(from, "from");
    basis = basis == null ? "" : basis.strip();
  }

  /** True where the right is taken away. */
  public boolean isDenial() {
    return scopes.isEmpty();
  }

  /** Does it hold on the day? First and last day count. */
  public boolean isEffectiveOn(LocalDate day) {
    return !day.isBefore(from) && (to == null || !day.isAfter(to));
  }
}
