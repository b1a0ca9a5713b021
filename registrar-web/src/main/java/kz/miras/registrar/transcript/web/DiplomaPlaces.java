package kz.miras.registrar.transcript.web;

import kz.miras.registrar.frame.web.May;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.transcript.diploma.DiplomaComplete;

/** Where what stands against a diploma is mended. */
final class DiplomaPlaces {

  private DiplomaPlaces() {}

  /**
   * Address of the page, below the application; where the reader may not mend it, of the page that
   * shows it.
   *
   * @param number of the student
   * @param student public id
   */
  static String of(Refusal gap, String number, String student, May may) {
    String diploma = "/transcript/diploma.xhtml?student=" + student;
    String card = "/student/card.xhtml?id=" + student;
    return switch (gap.field()) {
      case DiplomaComplete.AT_DRAFT, "series" ->
          may.can("diploma.draft")
              ? "/office/record.xhtml?list=diplomas&student_no=" + number
              : diploma;
      case DiplomaComplete.AT_PERSON ->
          may.can("student.edit")
              ? "/office/record.xhtml?list=students&student_no=" + number
              : card;
      case DiplomaComplete.AT_NUMBER -> diploma;
      default -> card;
    };
  }
}
