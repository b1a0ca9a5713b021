package kz.miras.registrar.transcript.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.stream.IntStream;
import kz.miras.registrar.curriculum.service.RuleBook;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.transcript.DocumentKind;
import kz.miras.registrar.transcript.IssueTerm;
import kz.miras.registrar.transcript.certificate.CertificateQuestion;

/** DOC-52, DOC-55. What a form asks for a document of a student, and what it tells of it. */
@ApplicationScoped
public class DocumentForms {

  @Inject private DocumentMaking making;
  @Inject private RuleBook rules;
  @Inject private UniversityTime time;

  /**
   * The form of a kind.
   *
   * @param years academic years an answer may be, the first first
   * @param term how long the issue takes
   */
  public record Form(List<CertificateQuestion> questions, List<String> years, IssueTerm term)
      implements Serializable {

    public Form {
      questions = List.copyOf(questions);
      years = List.copyOf(years);
    }
  }

  /** The form of a kind that is made of one student. */
  public Form of(DocumentKind kind, Student student) {
    return new Form(making.questions(kind), years(student), term(kind, student, false));
  }

  /** DOC-47, DOC-55. How long the issue takes by the rules of today. */
  public IssueTerm term(DocumentKind kind, Student student, boolean duplicate) {
    return kind.term(rules.inForce(student.getProgramme().getLevel(), time.today()), duplicate);
  }

  /** From admission to the present year, which begins in autumn. */
  private List<String> years(Student student) {
    LocalDate today = time.today();
    int last =
        today.getMonthValue() < Month.AUGUST.getValue() ? today.getYear() - 1 : today.getYear();
    int first = student.getAdmissionYear();
    return IntStream.rangeClosed(first, Math.max(first, last))
        .mapToObj(year -> year + "/" + (year + 1))
        .toList();
  }
}
