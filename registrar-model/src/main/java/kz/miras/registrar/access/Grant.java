package kz.miras.registrar.access;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;

/**
 * An appointment or delegation: one role for one account, with its dates and the document it rests
 * on. Access begins and ends with it (ACC-2).
 *
 * @param role the role held
 * @param targets ids of the schools, commissions or agreements it is for; empty where the role's
 *     rights need none
 * @param from first day
 * @param to last day, or null while it is open
 * @param basis the order or job description, with number and date
 * @param delegatedFrom account of the person stood in for, or null for the holder's own appointment
 */
public record Grant(
    Role role, Set<Long> targets, LocalDate from, LocalDate to, String basis, Long delegatedFrom)
    implements Serializable {

  public Grant {
    Objects.requireNonNull(role, "role");
    Objects.requireNonNull(from, "from");
    targets = Set.copyOf(targets);
    basis = basis == null ? "" : basis.strip();
  }

  /** An open appointment without targets. */
  public static Grant of(Role role, LocalDate from, String basis) {
    return new Grant(role, Set.of(), from, null, basis, null);
  }

  /** The same grant for these schools, commissions or agreements. */
  public Grant over(Long... ids) {
    return new Grant(role, Set.of(ids), from, to, basis, delegatedFrom);
  }

  /** The same grant, ending with this day. */
  public Grant until(LocalDate lastDay) {
    return new Grant(role, targets, from, lastDay, basis, delegatedFrom);
  }

  /** The same grant, standing in for the holder of another account. */
  public Grant delegatedFrom(long account) {
    return new Grant(role, targets, from, to, basis, account);
  }

  /** ACC-2. Does it hold on the day? First and last day count. */
  public boolean isEffectiveOn(LocalDate day) {
    return !day.isBefore(from) && (to == null || !day.isAfter(to));
  }

  /** True where somebody acts for another person. */
  public boolean isDelegated() {
    return delegatedFrom != null;
  }
}
