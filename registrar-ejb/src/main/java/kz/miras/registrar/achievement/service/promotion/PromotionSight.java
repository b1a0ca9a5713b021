package kz.miras.registrar.achievement.service.promotion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import kz.miras.registrar.access.Actor;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.Scope;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.shared.service.Statements;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.student.service.Advisers;

/** What the caller may see of runs, as conditions over run {@code r} and student {@code s}. */
@ApplicationScoped
class PromotionSight {

  @Inject private Access access;
  @Inject private UniversityTime time;

  /** A condition over lines with its values. */
  record Narrow(String sql, List<Object> values) {}

  /**
   * The lines the caller may see: all, of the own schools, and once ordered those of the own
   * advisees and the own one.
   */
  Narrow lines() {
    Set<Scope> scopes = access.scopes(Permissions.PROMOTION_READ);
    if (scopes.contains(Scope.ALL)) {
      return new Narrow("TRUE", List.of());
    }
    Actor actor = access.current();
    List<String> any = new ArrayList<>(List.of("FALSE"));
    List<Object> values = new ArrayList<>();
    Set<Long> schools = actor.schools(Permissions.PROMOTION_READ, time.today());
    if (scopes.contains(Scope.OWN_SCHOOL) && !schools.isEmpty()) {
      any.add("r.school_id IN (" + Statements.places(schools.size()) + ")");
      values.addAll(schools);
    }
    // students and their advisers learn what has been ordered, not what is still being decided
    if (scopes.contains(Scope.OWN_ADVISEES) && actor.teacherId() != null) {
      any.add("(r.status = 'ORDERED' AND " + Advisers.OWN_ADVISEES.replace(":teacher", "?") + ")");
      values.addAll(List.of(actor.teacherId(), actor.teacherId()));
    }
    if (scopes.contains(Scope.OWN_RECORD) && actor.studentId() != null) {
      any.add("(s.id = ? AND r.status = 'ORDERED')");
      values.add(actor.studentId());
    }
    return new Narrow("(" + String.join(" OR ", any) + ")", values);
  }

  /** The runs the caller may see whole: all, or of the own schools. */
  Narrow runs() {
    Set<Scope> scopes = access.scopes(Permissions.PROMOTION_READ);
    Set<Long> schools = access.current().schools(Permissions.PROMOTION_READ, time.today());
    if (scopes.contains(Scope.ALL)) {
      return new Narrow("TRUE", List.of());
    }
    return scopes.contains(Scope.OWN_SCHOOL) && !schools.isEmpty()
        ? new Narrow(
            "r.school_id IN (" + Statements.places(schools.size()) + ")", List.copyOf(schools))
        : new Narrow("FALSE", List.of());
  }
}
