package kz.miras.registrar.transcript.service;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import kz.miras.registrar.achievement.StudyRecords;
import kz.miras.registrar.achievement.service.LedgerReader;
import kz.miras.registrar.curriculum.service.RuleBook;
import kz.miras.registrar.shared.service.Settings;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.service.Students;
import kz.miras.registrar.transcript.DocumentKind;
import kz.miras.registrar.transcript.TranscriptView;

/** Gathers what a transcript prints; callers have checked whose it is. */
@Stateless
@PermitAll
public class TranscriptContents {

  @Inject private Students students;
  @Inject private LedgerReader ledger;
  @Inject private RuleBook rules;
  @Inject private Settings settings;

  /** The contents as of now. */
  public TranscriptView of(
      long studentId, DocumentKind kind, String number, LocalDate date, String code) {
    Student student = students.byId(studentId).orElseThrow();
    return new TranscriptView(
        kind,
        number,
        date,
        settings.localized("name", date),
        settings.localized("city", date),
        student.getProgramme().getSchool().getName(),
        holder(student),
        settings.localized("head", date),
        code,
        code == null ? null : baseUrl(date) + "/verify/" + code,
        StudyRecords.of(
            ledger.of(studentId, null), rules.inForce(student.getProgramme().getLevel(), date)));
  }

  private String baseUrl(LocalDate date) {
    String fromEnvironment = System.getenv("REGISTRAR_BASE_URL");
    return settings.text(
        "base.url", date, fromEnvironment == null ? "http://localhost:8080" : fromEnvironment);
  }

  private static TranscriptView.Holder holder(Student student) {
    return new TranscriptView.Holder(
        student.getStudentNo(),
        student.fullName(),
        student.latinName(),
        student.getBirthDate(),
        student.getProgramme().getLevel(),
        student.getProgramme().getCode(),
        student.getProgramme().getName(),
        student.getStudyForm(),
        student.getStudyLanguage().tag(),
        student.getFunding(),
        student.getAdmissionYear(),
        student.getCourseYear(),
        student.getStatus());
  }
}
