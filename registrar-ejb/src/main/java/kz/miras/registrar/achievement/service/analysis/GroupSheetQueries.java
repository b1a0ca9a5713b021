package kz.miras.registrar.achievement.service.analysis;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.student.StudentGroup;
import kz.miras.registrar.student.service.StudentScope;
import kz.miras.registrar.student.service.Students;

/** The consolidated sheet of a group (сводная ведомость, domain 3.3). */
@Stateless
@Guarded
public class GroupSheetQueries {

  @Inject private GroupSheets sheets;
  @Inject private GroupMembers members;
  @Inject private Students students;
  @Inject private StudentScope scope;
  @Inject private Access access;

  /** Codes of the groups of whose students the caller may see achievements. */
  @RolesAllowed(Permissions.ACHIEVEMENT_READ)
  public List<String> groups() {
    return students.groups().stream()
        .filter(group -> access.may(Permissions.ACHIEVEMENT_READ, GroupMembers.target(group)))
        .map(StudentGroup::getCode)
        .sorted()
        .toList();
  }

  /**
   * The sheet of a group in a term; of its students those whose achievements the caller may see.
   *
   * @param group code
   * @param termCode code
   * @throws RegistrarException.NotFound where there is no such term, or nobody to see
   */
  @RolesAllowed(Permissions.ACHIEVEMENT_READ)
  public GroupSheetView of(String group, String termCode) {
    Term term = sheets.term(termCode);
    List<Long> all = members.of(group, term.getId());
    return sheets.of(
        group, term, scope.ofCaller(students.byIds(all), Permissions.ACHIEVEMENT_READ), all.size());
  }
}
