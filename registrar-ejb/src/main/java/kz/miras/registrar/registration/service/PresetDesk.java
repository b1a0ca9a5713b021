package kz.miras.registrar.registration.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.List;
import java.util.Set;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.registration.RequestSound;
import kz.miras.registrar.registration.rule.RegistrationRules;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.student.StudentGroup;
import kz.miras.registrar.student.service.Students;

/**
 * Enrols a whole academic group in what its curriculum prescribes for a term, in one act:
 * first-year students register so, and all others have their compulsory disciplines preset.
 */
@Stateless
@Guarded
public class PresetDesk {

  @Inject private Students students;
  @Inject private PlanWishes wishes;
  @Inject private GroupPreset presets;
  @Inject private LateConsent consents;

  /**
   * What became of one discipline of one student.
   *
   * @param discipline code
   */
  public record Line(String student, String discipline, boolean enrolled, Verdict verdict)
      implements Serializable {}

  /**
   * What became of a group.
   *
   * @param students how many were looked at
   * @param enrolled seats that were given
   * @param lines practice, research work and attestation put into plans without a section
   * @param missing codes of prescribed disciplines nothing is offered of
   * @param refused what was not enrolled, with the reasons
   */
  public record Preset(
      String group,
      int students,
      int enrolled,
      int lines,
      int there,
      Set<String> missing,
      List<Line> refused)
      implements Serializable {

    /** Whether somebody is refused because changes are over: that takes a decision, or a reason. */
    public boolean isLate() {
      return RequestSound.isLate(
          refused.stream().flatMap(line -> line.verdict().refusals().stream()).toList(),
          RegistrationRules.waivable());
    }
  }

  /**
   * Codes of the groups in which somebody of a course studies: first-years are all preset at once.
   *
   * @param course as it is today, from 1
   */
  @RolesAllowed(Permissions.ENROL_ONBEHALF)
  public List<String> groups(int course) {
    return students.groupsOf(course);
  }

  /**
   * Enrols the studying members of a group in the compulsory disciplines of a term, and puts what
   * has no sections there (IUP-2) into their plans as confirmed lines. What somebody has already is
   * left as it is.
   *
   * @param group code of the academic group
   * @param term code of the term
   * @param reason why it comes late; needed in the late window and, with the right to decide so,
   *     after the end of changes; null or blank for none
   */
  @RolesAllowed(Permissions.ENROL_ONBEHALF)
  public Preset preset(String group, String term, String reason) {
    StudentGroup found =
        students.group(group).orElseThrow(() -> new RegistrarException.NotFound("group", group));
    return presets.preset(
        found, wishes.term(term), new OfficeEnrolment.Why(reason, consents.toLate(reason)));
  }
}
