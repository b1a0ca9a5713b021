package kz.miras.registrar.transcript.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import kz.miras.registrar.calendar.AcademicYear;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.curriculum.Programme;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.curriculum.service.RuleBook;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.transcript.DocumentChannel;
import kz.miras.registrar.transcript.DocumentKind;
import kz.miras.registrar.transcript.DocumentRequestPolicy;
import kz.miras.registrar.transcript.IssueTerm;
import kz.miras.registrar.transcript.TranscriptView;
import kz.miras.registrar.transcript.certificate.CertificateQuestion;
import kz.miras.registrar.transcript.service.DocumentMaker.Asking;

/** DOC-52, DOC-55. What a form asks for a document of a student, and what it tells of it. */
@ApplicationScoped
public class DocumentForms {

  @Inject private DocumentMaking making;
  @Inject private ProgrammesOfStudent studied;
  @Inject private RuleBook rules;
  @Inject private Calendars calendars;
  @Inject private UniversityTime time;

  /**
   * The form of a kind.
   *
   * @param years academic years an answer may be, the first first
   * @param programmes those an answer may be, in the order the student came to them; none where
   *     there is no choice
   * @param term how long the issue takes
   */
  public record Form(
      List<CertificateQuestion> questions,
      List<String> years,
      List<TranscriptView.Studied> programmes,
      IssueTerm term)
      implements Serializable {

    /** What asks nothing. */
    public static final Form NOTHING = new Form(List.of(), List.of(), List.of(), null);

    /** DOC-13. A programme is asked only of whom there is a choice. */
    public Form {
      boolean choice = !programmes.isEmpty();
      questions =
          questions.stream()
              .filter(one -> choice || one.type() != CertificateQuestion.Type.PROGRAMME)
              .toList();
      years = List.copyOf(years);
      programmes = List.copyOf(programmes);
    }
  }

  /**
   * A kind, and whether it may be asked for.
   *
   * @param form what it asks
   */
  public record Offered(DocumentKind kind, Verdict verdict, Form form) implements Serializable {}

  /**
   * DOC-34, DOC-41. Which kinds may be asked for this way of a student; what they have in common is
   * read once for all.
   */
  public List<Offered> offered(
      Collection<DocumentKind> all, DocumentChannel channel, Student student) {
    Map<String, Asking> askings = making.askings(all, student.getStatus());
    RuleSet inForce = inForce(student);
    List<String> years = years(student);
    List<TranscriptView.Studied> programmes = programmes(student);
    return all.stream()
        .map(
            kind -> {
              Asking asking = askings.get(kind.code());
              Verdict open = DocumentRequestPolicy.offers(kind, channel, student.getStatus());
              return new Offered(
                  kind,
                  open.isAllowed() ? asking.given() : open,
                  new Form(asking.questions(), years, programmes, kind.term(inForce, false)));
            })
        .toList();
  }

  /** DOC-47, DOC-55. How long the issue takes by the rules of today. */
  public IssueTerm term(DocumentKind kind, Student student, boolean duplicate) {
    return kind.term(inForce(student), duplicate);
  }

  /** DOC-13. The programmes a student has been in, where there is more than one. */
  List<TranscriptView.Studied> programmes(Student student) {
    List<Programme> all = studied.of(student).all();
    return all.size() < 2
        ? List.of()
        : all.stream()
            .map(one -> new TranscriptView.Studied(one.getCode(), one.getName()))
            .toList();
  }

  private RuleSet inForce(Student student) {
    return rules.inForce(student.getProgramme().getLevel(), time.today());
  }

  /** From admission to the latest year that has begun by the calendar. */
  private List<String> years(Student student) {
    LocalDate today = time.today();
    int first = student.getAdmissionYear();
    int last =
        calendars.years().stream()
            .filter(year -> !year.getStartsOn().isAfter(today))
            .mapToInt(AcademicYear::getStartYear)
            .max()
            .orElse(first);
    return IntStream.rangeClosed(first, Math.max(first, last))
        .mapToObj(year -> year + "/" + (year + 1))
        .toList();
  }
}
