package kz.miras.registrar.student.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.shared.Iin;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.student.Funding;
import kz.miras.registrar.student.OrderKind;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.StudentStatus;
import kz.miras.registrar.student.StudyForm;

/** Students as screens and services show them, to those who may see them. */
@Stateless
@Guarded
public class StudentQueries {

  @Inject private Students students;
  @Inject private Orders orders;
  @Inject private StudentScope scope;
  @Inject private Access access;

  /**
   * A student's card.
   *
   * @param kazakhName as Kazakh spells it; the full name where that does not differ
   * @param iin masked where the caller may not read identities
   * @param identityDocument and the country that issued it; null where there is none or the caller
   *     may not read identities
   * @param previousEducation line 4 of the supplement to the diploma
   * @param entranceExams line 5 of it
   */
  public record Card(
      long key,
      String id,
      String studentNo,
      String fullName,
      String latinName,
      String kazakhName,
      String iin,
      LocalDate birthDate,
      String citizenship,
      String identityDocument,
      String previousEducation,
      String entranceExams,
      String email,
      String phone,
      Level level,
      String programmeCode,
      LocalizedText programme,
      LocalizedText school,
      String group,
      int courseYear,
      StudyForm form,
      String language,
      Funding funding,
      int admissionYear,
      String adviser,
      StudentStatus status,
      boolean onMobility,
      List<Change> changes)
      implements Serializable {}

  /**
   * A step of the history with the order it follows from.
   *
   * @param before what of the standing it changed, as it was
   * @param after the same as it became
   * @param standing all that is known of the standing after it
   */
  public record Change(
      LocalDate on,
      OrderKind kind,
      StudentStatus to,
      Integer courseYear,
      List<Serializable> before,
      List<Serializable> after,
      List<Serializable> standing,
      String order,
      String orderId)
      implements Serializable {}

  /** The card of a student by public id or number. */
  @RolesAllowed(Permissions.STUDENT_READ)
  public Card card(String name) {
    StudentScope.Seen seen = scope.seen(name, Permissions.STUDENT_READ);
    Student student = seen.student();
    boolean identity = access.may(Permissions.STUDENT_READ_IDENTITY, seen.target());
    return new Card(
        student.getId(),
        student.getUuid().toString(),
        student.getStudentNo(),
        student.fullName(),
        student.latinName(),
        student.kazakhName(),
        iin(student.getIin(), identity),
        identity ? student.getBirthDate() : null,
        student.getCitizenship(),
        identity && student.getIdentityDoc() != null
            ? student.getIdentityDoc() + ", " + student.getIdentityCountry()
            : null,
        student.getPreviousEducation(),
        student.getEntranceExams(),
        student.getEmail(),
        identity ? student.getPhone() : null,
        student.getProgramme().getLevel(),
        student.getProgramme().getCode(),
        student.getProgramme().getName(),
        student.getProgramme().getSchool().getName(),
        student.getGroup() == null ? null : student.getGroup().getCode(),
        student.getCourseYear(),
        student.getStudyForm(),
        student.getStudyLanguage().tag(),
        student.getFunding(),
        student.getAdmissionYear(),
        student.getAdviser() == null ? null : student.getAdviser().fullName(),
        student.getStatus(),
        student.isOnMobility(),
        orders.changes(student.getId()).stream()
            .map(
                c ->
                    new Change(
                        c.getEffectiveOn(),
                        c.getOrder().getKind(),
                        c.getAfter().getStatus(),
                        c.getAfter().getCourseYear(),
                        StandingText.of(List.of(c)).before(),
                        StandingText.of(List.of(c)).after(),
                        StandingText.all(c.getAfter()),
                        "№ " + c.getOrder().getNumber(),
                        c.getOrder().getUuid().toString()))
            .toList());
  }

  private static String iin(String iin, boolean readable) {
    return iin == null ? null : readable ? iin : Iin.parse(iin).toString();
  }

  /** The public id of a student the caller may see, by public id or number. */
  @RolesAllowed({
    Permissions.STUDENT_READ,
    Permissions.ACHIEVEMENT_READ,
    Permissions.TRANSCRIPT_READ
  })
  public String publicId(String name) {
    return scope
        .visible(
            name,
            Permissions.STUDENT_READ,
            Permissions.ACHIEVEMENT_READ,
            Permissions.TRANSCRIPT_READ)
        .getUuid()
        .toString();
  }

  /** The public id of the caller's own student record; null where the caller is no student. */
  @RolesAllowed(Permissions.STUDENT_READ)
  public String own() {
    Long id = access.current().studentId();
    return id == null
        ? null
        : students.byId(id).map(student -> student.getUuid().toString()).orElse(null);
  }
}
