package kz.miras.registrar.student;

import java.time.LocalDate;
import kz.miras.registrar.curriculum.Curriculum;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.OrgUnit;
import kz.miras.registrar.curriculum.OrgUnitKind;
import kz.miras.registrar.curriculum.Programme;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.Sex;

/** A student and a curriculum as tests need them. */
public final class StudentSamples {

  private StudentSamples() {}

  public static Curriculum curriculum(String code) {
    OrgUnit school =
        new OrgUnit("S", OrgUnitKind.SCHOOL, null, LocalizedText.of("Мектеп", "Школа", "School"));
    return new Curriculum(
        new Programme(
            code,
            code.substring(0, 5),
            null,
            Level.BACHELOR,
            LocalizedText.of("Б", "П", "P"),
            240,
            4,
            "kk ru",
            school),
        2025,
        null);
  }

  static PersonalRecord person() {
    return new PersonalRecord(
        null,
        false,
        "Жұмабаева",
        "Әсем",
        null,
        new PersonalRecord.Names("Zhumabayeva", "Assem", null),
        PersonalRecord.Names.NONE,
        LocalDate.of(2007, 3, 14),
        Sex.FEMALE,
        "CN",
        new PersonalRecord.Document("passport E 1", "CN"),
        null,
        null,
        null,
        null);
  }

  public static Student student(Standing standing) {
    Student student =
        new Student(
            "25-0001",
            person(),
            new Placement(
                standing.getCurriculum(),
                standing.getGroup(),
                standing.getCourseYear(),
                standing.getForm(),
                standing.getLanguage(),
                standing.getFunding(),
                2025,
                null),
            standing.getStatus());
    student.stand(standing);
    return student;
  }
}
