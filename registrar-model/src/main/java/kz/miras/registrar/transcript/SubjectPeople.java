package kz.miras.registrar.transcript;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import kz.miras.registrar.access.Actor;
import kz.miras.registrar.access.Role;

/**
 * DOC-72. Who has which part in the subject of a document.
 *
 * @param teachers keys of teachers, by part
 * @param logins accounts of those who are named by account, by part
 * @param school key of the school the subject belongs to; null for none
 */
public record SubjectPeople(
    Map<SubjectPart, Set<Long>> teachers, Map<SubjectPart, Set<String>> logins, Long school)
    implements Serializable {

  public SubjectPeople {
    teachers = Map.copyOf(teachers);
    logins = Map.copyOf(logins);
  }

  /** Parts an actor has on a day; a dean is one of this school only while appointed. */
  public Set<SubjectPart> parts(Actor actor, LocalDate today) {
    Set<SubjectPart> parts = EnumSet.noneOf(SubjectPart.class);
    for (SubjectPart part : SubjectPart.values()) {
      boolean teaches =
          actor.teacherId() != null
              && teachers.getOrDefault(part, Set.of()).contains(actor.teacherId());
      if (teaches || logins.getOrDefault(part, Set.of()).contains(actor.login())) {
        parts.add(part);
      }
    }
    if (school != null
        && actor.grants().stream()
            .anyMatch(
                grant ->
                    grant.role() == Role.DEAN
                        && grant.isEffectiveOn(today)
                        && grant.targets().contains(school))) {
      parts.add(SubjectPart.DEAN);
    }
    return parts;
  }
}
