package kz.miras.registrar.correspondence.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import kz.miras.registrar.access.PermissionMatrix;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.Role;
import kz.miras.registrar.access.Scope;
import kz.miras.registrar.access.service.Actors;
import kz.miras.registrar.shared.service.Statements;
import kz.miras.registrar.shared.service.UniversityTime;

/** Who executes letters in the office, and who answers for a department. */
@ApplicationScoped
class Officers {

  private static final String SELECT = "SELECT a.id, a.login, a.display_name FROM account a WHERE ";
  private static final String NOW =
      "a.kind = 'PERSON' AND (a.valid_to IS NULL OR a.valid_to >= university_today())";

  @Inject private LetterRows rows;
  @Inject private Actors actors;
  @Inject private UniversityTime time;

  /** Somebody with an account. */
  record Officer(long account, String login, String name) implements Serializable {}

  /** Who may be named as an executor, by name. */
  List<Officer> executors() {
    return holding(Permissions.INCOMING_EDIT);
  }

  /** Who answers for departments, teachers left out: they are too many to choose from. */
  List<Officer> departments() {
    return holding(Permissions.INQUIRY_ANSWER, Role.TCH);
  }

  private List<Officer> holding(String permission, Role... but) {
    List<String> roles =
        Arrays.stream(Role.values())
            .filter(role -> !Arrays.asList(but).contains(role))
            .filter(
                role -> PermissionMatrix.standard().scopes(role, permission).contains(Scope.ALL))
            .map(Role::name)
            .toList();
    return rows.list(
        SELECT
            + NOW
            + " AND EXISTS (SELECT 1 FROM role_grant g WHERE g.account_id = a.id AND g.role IN ("
            + Statements.places(roles.size())
            + ") AND g.valid_from <= university_today() AND (g.valid_to IS NULL OR g.valid_to >="
            + " university_today())) ORDER BY a.display_name, a.id",
        row -> new Officer(row.getLong(1), row.getString(2), row.getString(3)),
        roles.toArray());
  }

  Optional<Officer> byLogin(String login) {
    return rows.one(
        SELECT + "a.login = ?",
        row -> new Officer(row.getLong(1), row.getString(2), row.getString(3)),
        String.valueOf(login));
  }

  /** Who has this right today; empty for anybody else. */
  Optional<Officer> able(String login, String permission) {
    return actors
        .byLogin(String.valueOf(login))
        .filter(actor -> actor.may(permission, time.today()))
        .flatMap(actor -> byLogin(actor.login()));
  }

  /** Who answers enquiries, by login, personnel number or name; empty for none or for several. */
  Optional<Officer> answering(String typed) {
    if (typed == null || typed.isBlank()) {
      return Optional.empty();
    }
    List<Officer> found =
        new ArrayList<>(
            rows.list(
                SELECT
                    + NOW
                    + " AND (a.login = ? OR a.display_name = ? OR a.teacher_id = (SELECT t.id FROM"
                    + " teacher t WHERE t.personnel_no = ?)) ORDER BY a.id LIMIT 3",
                row -> new Officer(row.getLong(1), row.getString(2), row.getString(3)),
                typed.strip(),
                typed.strip(),
                typed.strip()));
    found.removeIf(one -> able(one.login(), Permissions.INQUIRY_ANSWER).isEmpty());
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  /** What people are called by the logins that records keep. */
  String name(String login) {
    return login == null ? null : byLogin(login).map(Officer::name).orElse(login);
  }
}
