package kz.miras.registrar.transcript.service.certificate;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.service.PdfRenderer;
import kz.miras.registrar.shared.service.PdfRenderer.Words;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.StudentOrder;
import kz.miras.registrar.student.StudentStatusChange;
import kz.miras.registrar.transcript.certificate.CertificateField;
import kz.miras.registrar.transcript.certificate.CertificateQuestion;
import kz.miras.registrar.transcript.certificate.CertificateWording;

/** The fields of a certificate as a language writes them; what is not known is left out. */
final class CertificateValues {

  private final Words words;
  private final CertificateFacts facts;
  private final Map<CertificateField, String> values = new EnumMap<>(CertificateField.class);

  private CertificateValues(CertificateFacts facts, Language language) {
    this.facts = facts;
    this.words = PdfRenderer.words(language);
    person(language);
    study();
    orders();
    put(CertificateField.UNIVERSITY, facts.university());
    put(CertificateField.CITY, facts.city());
    put(CertificateField.DATE, facts.date());
  }

  static CertificateValues of(CertificateFacts facts, Language language) {
    return new CertificateValues(facts, language);
  }

  private void person(Language language) {
    Student student = facts.student();
    put(CertificateField.NAME, StudentNames.of(student, language));
    put(CertificateField.IIN, student.getIin());
    put(CertificateField.BIRTH_DATE, student.getBirthDate());
    put(CertificateField.STUDENT_NO, student.getStudentNo());
    put(CertificateField.STATUS, words.of(student.getStatus().key()));
  }

  private void study() {
    Student student = facts.student();
    put(CertificateField.LEVEL, words.of(student.getProgramme().getLevel().key()));
    put(
        CertificateField.PROGRAMME,
        student.getProgramme().getCode() + " " + words.text(student.getProgramme().getName()));
    if (student.getProgramme().getSchool() != null) {
      put(CertificateField.SCHOOL, student.getProgramme().getSchool().getName());
    }
    if (student.getGroup() != null) {
      put(CertificateField.GROUP, student.getGroup().getCode());
    }
    put(CertificateField.COURSE, String.valueOf(student.getCourseYear()));
    put(CertificateField.FORM, words.of(student.getStudyForm().key()));
    put(
        CertificateField.LANGUAGE,
        words.of("transcript.language." + student.getStudyLanguage().tag()));
    put(CertificateField.FUNDING, words.of(student.getFunding().key()));
    put(CertificateField.YEARS, String.valueOf(student.getProgramme().getYears()));
    put(CertificateField.ADMISSION_YEAR, String.valueOf(student.getAdmissionYear()));
    put(
        CertificateField.STUDY_END,
        String.valueOf(student.getAdmissionYear() + student.getProgramme().getYears()));
    if (facts.term() != null) {
      put(CertificateField.TERM, words.of("calendar.term." + facts.term().getType()));
      put(CertificateField.TERM_FROM, facts.term().getStartsOn());
      put(CertificateField.TERM_UNTIL, facts.term().getEndsOn());
    }
    put(CertificateField.CREDITS, String.valueOf(facts.record().earned()));
    if (facts.record().gpa() != null) {
      put(CertificateField.GPA, String.valueOf(facts.record().gpa()));
    }
  }

  private void orders() {
    StudentStatusChange entry = facts.entry();
    if (entry != null) {
      put(CertificateField.ADMISSION_ORDER, order(entry.getOrder()));
      put(CertificateField.STUDY_FROM, entry.getEffectiveOn());
    }
    StudentStatusChange end = facts.end();
    if (end != null) {
      put(CertificateField.END_ORDER, order(end.getOrder()));
      put(CertificateField.STUDY_UNTIL, end.getEffectiveOn());
    }
    StudentStatusChange leave = facts.leave();
    if (leave != null) {
      put(CertificateField.LEAVE_ORDER, order(leave.getOrder()));
      put(CertificateField.LEAVE_FROM, leave.getEffectiveOn());
      put(CertificateField.LEAVE_UNTIL, leave.getOrder().terms().until());
    }
  }

  private String order(StudentOrder order) {
    return words.of(
        "transcript.certificate.order", order.getNumber(), words.day(order.getSignedOn()));
  }

  private void put(CertificateField field, LocalDate day) {
    put(field, words.day(day));
  }

  private void put(CertificateField field, LocalizedText text) {
    put(field, words.text(text));
  }

  private void put(CertificateField field, String text) {
    if (text != null && !text.isBlank()) {
      values.put(field, text);
    }
  }

  /** Tags of the fields that have a value. */
  Set<String> known() {
    return values.keySet().stream().map(CertificateField::tag).collect(Collectors.toSet());
  }

  /**
   * A wording filled in.
   *
   * @param questions what was asked
   * @param answers by code of the question
   */
  String filled(
      String wording, Iterable<CertificateQuestion> questions, Map<String, String> answers) {
    return CertificateWording.filled(
        wording,
        tag ->
            tag.startsWith(CertificateWording.ASK)
                ? answer(tag.substring(CertificateWording.ASK.length()), questions, answers)
                : CertificateField.of(tag).map(values::get).orElse(""));
  }

  private String answer(
      String code, Iterable<CertificateQuestion> questions, Map<String, String> answers) {
    String answer = answers.getOrDefault(code, "").strip();
    for (CertificateQuestion question : questions) {
      if (question.code().equals(code)
          && question.type() == CertificateQuestion.Type.DAY
          && question.accepts(answer)) {
        return words.day(LocalDate.parse(answer));
      }
    }
    return answer;
  }
}
