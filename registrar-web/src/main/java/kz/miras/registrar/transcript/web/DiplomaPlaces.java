package kz.miras.registrar.transcript.web;

import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.transcript.diploma.DiplomaComplete;

/** Where what stands against a diploma is mended. */
final class DiplomaPlaces {

  private DiplomaPlaces() {}

  /**
   * Address of the page, below the application.
   *
   * @param number of the student
   * @param student public id
   */
  static String of(Refusal gap, String number, String student) {
    return switch (gap.field()) {
      case DiplomaComplete.AT_DRAFT, "series" ->
          "/office/record.xhtml?list=diplomas&student_no=" + number;
      case DiplomaComplete.AT_PERSON -> "/office/record.xhtml?list=students&student_no=" + number;
      case DiplomaComplete.AT_NUMBER -> "/transcript/diploma.xhtml?student=" + student;
      default -> "/student/card.xhtml?id=" + student;
    };
  }
}
