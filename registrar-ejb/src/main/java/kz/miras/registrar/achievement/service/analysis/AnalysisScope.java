package kz.miras.registrar.achievement.service.analysis;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import kz.miras.registrar.access.Actor;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.Scope;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.shared.service.Statements;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.student.service.Advisers;

/**
 * Whose results and sheets the caller may analyse: all, of the own school, of the own advisees, of
 * the own groups and exams, or the own ones.
 */
@ApplicationScoped
class AnalysisScope {

  /** Sheets of somebody who teaches or examines; {@code ?} twice. */
  private static final String OWN_SHEETS = "%1$s.teacher_id = ? OR %1$s.examiner_id = ?";

  private static final String OWN_SECTIONS =
      "EXISTS (SELECT 1 FROM section_teacher q WHERE q.section_id = x.id AND q.teacher_id = ?)";

  @Inject private Access access;
  @Inject private UniversityTime time;

  /**
   * A condition with its values.
   *
   * @param whole whether it holds for everything
   */
  record Narrow(String sql, List<Object> values, boolean whole) {

    static Narrow everything() {
      return new Narrow("TRUE", List.of(), true);
    }

    /** What lies outside; a result of no sheet lies in no one's groups. */
    Narrow others() {
      return new Narrow("NOT COALESCE(" + sql + ", FALSE)", values, false);
    }
  }

  /** Over {@link ResultSql}. */
  Narrow results() {
    Set<Scope> scopes = access.scopes(Permissions.ANALYTICS_READ);
    if (scopes.contains(Scope.ALL)) {
      return Narrow.everything();
    }
    Actor actor = access.current();
    List<String> any = new ArrayList<>(List.of("FALSE"));
    List<Object> values = new ArrayList<>();
    ofStudents(scopes, actor, any, values);
    if (scopes.contains(Scope.OWN_GROUPS) && actor.teacherId() != null) {
      any.add(String.format(OWN_SHEETS, "h"));
      any.add(OWN_SECTIONS);
      values.addAll(Collections.nCopies(3, actor.teacherId()));
    }
    if (scopes.contains(Scope.OWN_RECORD) && actor.studentId() != null) {
      any.add("s.id = ?");
      values.add(actor.studentId());
    }
    return new Narrow("(" + String.join(" OR ", any) + ")", values, false);
  }

  /** Over students {@code s} of programmes {@code p}. */
  Narrow students() {
    Set<Scope> scopes = access.scopes(Permissions.ANALYTICS_READ);
    if (scopes.contains(Scope.ALL)) {
      return Narrow.everything();
    }
    Actor actor = access.current();
    List<String> any = new ArrayList<>(List.of("FALSE"));
    List<Object> values = new ArrayList<>();
    ofStudents(scopes, actor, any, values);
    return new Narrow("(" + String.join(" OR ", any) + ")", values, false);
  }

  /** Over sheets {@code h} of departments {@code u}. */
  Narrow sheets() {
    Set<Scope> scopes = access.scopes(Permissions.ANALYTICS_READ);
    if (scopes.contains(Scope.ALL)) {
      return Narrow.everything();
    }
    Actor actor = access.current();
    List<String> any = new ArrayList<>(List.of("FALSE"));
    List<Object> values = new ArrayList<>();
    schools(scopes, actor, "u.parent_id", any, values);
    if (scopes.contains(Scope.OWN_GROUPS) && actor.teacherId() != null) {
      any.add(String.format(OWN_SHEETS, "h"));
      values.addAll(Collections.nCopies(2, actor.teacherId()));
    }
    return new Narrow("(" + String.join(" OR ", any) + ")", values, false);
  }

  private void ofStudents(Set<Scope> scopes, Actor actor, List<String> any, List<Object> values) {
    schools(scopes, actor, "p.school_id", any, values);
    if (scopes.contains(Scope.OWN_ADVISEES) && actor.teacherId() != null) {
      any.add(Advisers.OWN_ADVISEES.replace(":teacher", "?"));
      values.addAll(List.of(actor.teacherId(), actor.teacherId()));
    }
  }

  private void schools(
      Set<Scope> scopes, Actor actor, String column, List<String> any, List<Object> values) {
    Set<Long> schools = actor.schools(Permissions.ANALYTICS_READ, time.today());
    if (scopes.contains(Scope.OWN_SCHOOL) && !schools.isEmpty()) {
      any.add(column + " IN (" + Statements.places(schools.size()) + ")");
      values.addAll(schools);
    }
  }
}
