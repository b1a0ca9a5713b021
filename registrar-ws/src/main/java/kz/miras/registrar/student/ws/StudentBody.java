package kz.miras.registrar.student.ws;

import java.time.LocalDate;
import java.util.List;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.student.service.StudentQueries.Card;

/**
 * A student as subsystems read it; the contract is in {@code openapi.json}.
 *
 * @param iin masked, {@code birthDate} and {@code phone} absent, where the caller may not read
 *     identities
 */
record StudentBody(
    String id,
    String studentNo,
    String fullName,
    String latinName,
    String iin,
    LocalDate birthDate,
    String citizenship,
    String email,
    String phone,
    String level,
    Named programme,
    LocalizedText school,
    String group,
    int courseYear,
    String studyForm,
    String studyLanguage,
    String funding,
    int admissionYear,
    String adviser,
    String status,
    boolean onMobility,
    List<Step> history,
    Links links) {

  /** A thing with a code and a name in three languages. */
  record Named(String code, LocalizedText name) {}

  /** A change of status and the order it follows from. */
  record Step(LocalDate on, String kind, String status, int courseYear, String order) {}

  /** Where more of the student is. */
  record Links(String self, String results, String achievement, String transcript) {}

  static StudentBody of(Card card) {
    String self = "/api/v1/students/" + card.id();
    return new StudentBody(
        card.id(),
        card.studentNo(),
        card.fullName(),
        card.latinName(),
        card.iin(),
        card.birthDate(),
        card.citizenship(),
        card.email(),
        card.phone(),
        card.level().name(),
        new Named(card.programmeCode(), card.programme()),
        card.school(),
        card.group(),
        card.courseYear(),
        card.form().name(),
        card.language(),
        card.funding().name(),
        card.admissionYear(),
        card.adviser(),
        card.status().name(),
        card.onMobility(),
        card.changes().stream()
            .map(c -> new Step(c.on(), c.kind().name(), c.to().name(), c.courseYear(), c.order()))
            .toList(),
        new Links(self, self + "/results", self + "/achievement", self + "/transcript"));
  }
}
