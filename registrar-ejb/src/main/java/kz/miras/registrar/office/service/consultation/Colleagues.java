package kz.miras.registrar.office.service.consultation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import kz.miras.registrar.access.PermissionMatrix;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.Role;
import kz.miras.registrar.access.Scope;
import kz.miras.registrar.access.service.Actors;
import kz.miras.registrar.office.service.consultation.Consultations.Holder;
import kz.miras.registrar.shared.service.Statements;
import kz.miras.registrar.shared.service.UniversityTime;

/** Who of the office advises people. */
@ApplicationScoped
class Colleagues {

  private static final List<String> ROLES =
      Arrays.stream(Role.values())
          .filter(
              role ->
                  PermissionMatrix.standard()
                      .scopes(role, Permissions.CONSULTATION_ANSWER)
                      .contains(Scope.ALL))
          .map(Role::name)
          .toList();

  @Inject private Rows rows;
  @Inject private Actors actors;
  @Inject private UniversityTime time;

  /** All whose role lets them answer today, by name. */
  List<Holder> all() {
    return rows.list(
        "SELECT a.id, a.login, a.display_name FROM account a WHERE a.kind = 'PERSON' AND"
            + " (a.valid_to IS NULL OR a.valid_to >= university_today()) AND EXISTS (SELECT 1 FROM"
            + " role_grant g WHERE g.account_id = a.id AND g.role IN ("
            + Statements.places(ROLES.size())
            + ") AND g.valid_from <= university_today() AND (g.valid_to IS NULL OR g.valid_to >="
            + " university_today())) ORDER BY a.display_name, a.id",
        row -> new Holder(row.getLong(1), row.getString(2), row.getString(3)),
        ROLES.toArray());
  }

  /** Whoever works under a login and may answer today; empty for anybody else. */
  Optional<Holder> answering(String login) {
    return actors
        .byLogin(String.valueOf(login))
        .filter(actor -> actor.may(Permissions.CONSULTATION_ANSWER, time.today()))
        .flatMap(actor -> named(actor.accountId()));
  }

  /** Somebody by the key of the account. */
  Optional<Holder> named(long account) {
    return rows.one(
        "SELECT id, login, display_name FROM account WHERE id = ?",
        row -> new Holder(row.getLong(1), row.getString(2), row.getString(3)),
        account);
  }
}
