package kz.miras.registrar.transcript;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import kz.miras.registrar.student.Student;

/**
 * DOC-5. A student as somebody outside names one: name and date of birth always, the IIN or the
 * student number where known. All that is given has to fit, so that nobody is found by guessing.
 *
 * @param iin null where not given
 * @param studentNo null where not given
 */
public record StudentReference(String iin, String fullName, LocalDate birthDate, String studentNo)
    implements Serializable {

  public StudentReference {
    Objects.requireNonNull(fullName, "fullName");
    Objects.requireNonNull(birthDate, "birthDate");
  }

  /** Does all that is given fit the student? */
  public boolean fits(Student student) {
    return birthDate.equals(student.getBirthDate())
        && isNameOf(fullName, student)
        && (iin == null || iin.equals(student.getIin()))
        && (studentNo == null || studentNo.equals(student.getStudentNo()));
  }

  /**
   * Is it the student's name? In the order of the documents, with the patronymic or without it, as
   * Kazakh spells it, or in Latin letters; capitals and the number of spaces do not matter.
   */
  public static boolean isNameOf(String name, Student student) {
    String wanted = plain(name);
    return !wanted.isEmpty()
        && List.of(
                plain(student.fullName()),
                plain(student.getLastName() + " " + student.getFirstName()),
                plain(student.kazakhName()),
                plain(student.latinName()),
                plain(student.getLastNameLatin() + " " + student.getFirstNameLatin()))
            .contains(wanted);
  }

  private static String plain(String name) {
    return name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }
}
