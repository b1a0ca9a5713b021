package kz.miras.registrar.transcript.ws;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import kz.miras.registrar.achievement.StudyRecord;
import kz.miras.registrar.achievement.ws.ResultBody;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.transcript.TranscriptView;
import kz.miras.registrar.transcript.service.DocumentStore.Stored;

/**
 * A transcript as subsystems read it; the contract is in {@code openapi.json}.
 *
 * @param asOf the day its contents were gathered
 * @param gpa null where no result counts towards it
 * @param lastIssued null where none was issued
 */
record TranscriptBody(
    String kind,
    LocalDate asOf,
    LocalizedText university,
    LocalizedText school,
    Holder student,
    List<Term> terms,
    int creditsEarned,
    int creditsAdditional,
    BigDecimal gpa,
    Issued lastIssued) {

  /** Whose it is. */
  record Holder(
      String studentNo,
      String fullName,
      String latinName,
      String level,
      String programmeCode,
      LocalizedText programme,
      String studyForm,
      String studyLanguage,
      int admissionYear,
      int courseYear,
      String status) {}

  /** One term. */
  record Term(
      String year,
      String term,
      int creditsTaken,
      int creditsEarned,
      BigDecimal gpa,
      List<ResultBody> results) {}

  /**
   * The last issued document.
   *
   * @param supersededOn since when a result it states no longer stands; null for not
   */
  record Issued(
      String id,
      String number,
      LocalDate date,
      List<String> languages,
      String code,
      LocalDate supersededOn) {}

  static TranscriptBody of(TranscriptView view, Stored issued) {
    TranscriptView.Holder holder = view.holder();
    StudyRecord record = view.record();
    return new TranscriptBody(
        view.kind(),
        view.date(),
        view.university(),
        view.school(),
        new Holder(
            holder.studentNo(),
            holder.fullName(),
            holder.latinName(),
            holder.level().name(),
            holder.programmeCode(),
            holder.programme(),
            holder.form().name(),
            holder.studyLanguage(),
            holder.admissionYear(),
            holder.courseYear(),
            holder.status().name()),
        record.terms().stream().map(TranscriptBody::term).toList(),
        record.earned(),
        record.earnedAdditional(),
        record.gpa(),
        issued == null
            ? null
            : new Issued(
                issued.uuid().toString(),
                issued.number(),
                issued.issuedOn(),
                List.of(issued.languages().split(" ")),
                issued.code(),
                issued.supersededOn()));
  }

  private static Term term(StudyRecord.TermPart part) {
    return new Term(
        part.year(),
        part.type(),
        part.enrolled(),
        part.earned(),
        part.gpa(),
        part.lines().stream().map(line -> ResultBody.of(part, line)).toList());
  }
}
