package kz.miras.registrar.transcript.service.certificate;

import kz.miras.registrar.shared.Language;
import kz.miras.registrar.student.Student;

/** The name of a student as a page of a language writes it. */
public final class StudentNames {

  private StudentNames() {}

  /** In the language's own writing where it is known, else as the register has it. */
  public static String of(Student student, Language language) {
    String own =
        switch (language) {
          case KK -> student.kazakhName();
          case EN -> student.latinName();
          case RU -> student.fullName();
        };
    return own == null || own.isBlank() ? student.fullName() : own;
  }
}
