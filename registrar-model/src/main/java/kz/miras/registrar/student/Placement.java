package kz.miras.registrar.student;

import java.util.Objects;
import kz.miras.registrar.curriculum.Curriculum;
import kz.miras.registrar.curriculum.Teacher;
import kz.miras.registrar.shared.Language;

/**
 * Where and how a student studies.
 *
 * @param curriculum of the programme and the year of admission
 * @param group null until there is one
 * @param courseYear 1 to 7
 * @param admissionYear calendar year
 * @param adviser null until one is appointed
 */
public record Placement(
    Curriculum curriculum,
    StudentGroup group,
    int courseYear,
    StudyForm form,
    Language language,
    Funding funding,
    int admissionYear,
    Teacher adviser) {

  public Placement {
    Objects.requireNonNull(curriculum, "curriculum");
    Objects.requireNonNull(form, "form");
    Objects.requireNonNull(language, "language");
    Objects.requireNonNull(funding, "funding");
  }
}
