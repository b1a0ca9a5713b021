package kz.miras.registrar.access.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import kz.miras.registrar.access.Account;
import kz.miras.registrar.access.Grant;
import kz.miras.registrar.access.Role;
import kz.miras.registrar.access.RoleGrant;

/**
 * ACC-2. Rights over the matters of a commission begin with the order that names its members and
 * end with it: the office that registers the order enters nothing twice.
 */
@ApplicationScoped
public class CommissionRights {

  @Inject private Accounts accounts;

  /**
   * Gives a role over a commission to the accounts of its members that lack it.
   *
   * @param commission key of the commission
   * @param teachers keys of members who are teachers
   * @param others keys of accounts of other members
   * @param basis the order, with number and date
   * @return how many accounts received it now
   */
  public int give(
      long commission,
      Role role,
      Collection<Long> teachers,
      Collection<Long> others,
      LocalDate from,
      LocalDate to,
      String basis) {
    Grant grant = new Grant(role, Set.of(commission), from, to, basis, null);
    int given = 0;
    for (Account account : accounts.ofPeople(teachers, others)) {
      boolean held =
          accounts.grants(account.getId()).stream()
              .anyMatch(
                  one ->
                      one.getRole() == role
                          && Long.valueOf(commission).equals(one.getCommissionId()));
      if (!held) {
        accounts.add(RoleGrant.of(account, grant));
        given++;
      }
    }
    return given;
  }

  /** Ends the rights over a commission with this day. */
  public void end(long commission, LocalDate lastDay) {
    for (RoleGrant grant : accounts.ofCommission(commission)) {
      if (grant.getValidTo() == null || grant.getValidTo().isAfter(lastDay)) {
        grant.endOn(lastDay);
      }
    }
  }
}
