package kz.miras.registrar.transcript.service.certificate;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import kz.miras.registrar.achievement.LedgerEntry;
import kz.miras.registrar.achievement.StudyRecords;
import kz.miras.registrar.achievement.service.KnownHistory;
import kz.miras.registrar.achievement.service.StudyRules;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.Settings;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.StudentStatus;
import kz.miras.registrar.student.StudentStatusChange;
import kz.miras.registrar.student.service.Orders;
import kz.miras.registrar.student.service.Students;
import kz.miras.registrar.transcript.DocumentKind;
import kz.miras.registrar.transcript.DocumentOrder;
import kz.miras.registrar.transcript.certificate.CertificateForm;
import kz.miras.registrar.transcript.certificate.CertificatePossible;
import kz.miras.registrar.transcript.certificate.CertificateQuestion;
import kz.miras.registrar.transcript.service.DocumentMaker.Asking;
import kz.miras.registrar.transcript.service.DocumentMaker.Stamp;
import kz.miras.registrar.transcript.service.certificate.CertificateView.Page;

/** Gathers what a certificate says of a student; callers have checked whose it is. */
@Stateless
@PermitAll
public class CertificateContents {

  @Inject private Students students;
  @Inject private Orders orders;
  @Inject private KnownHistory history;
  @Inject private StudyRules rules;
  @Inject private Calendars calendars;
  @Inject private Settings settings;
  @Inject private Signs signs;
  @Inject private CertificateCatalogue catalogue;
  @Inject private UniversityTime time;

  /**
   * What a certificate prints.
   *
   * @param resultsUntil place in the history of the last entry it states; null for none
   */
  public record Contents(CertificateView view, Long resultsUntil) {}

  /**
   * DOC-34. Whether certificates of one student can be made of what is known now, and if not, why;
   * by the codes of their kinds.
   *
   * @param orders one at least
   */
  public Map<String, Verdict> possible(Collection<DocumentOrder> orders) {
    Map<String, CertificateForm> forms =
        catalogue.forms(orders.stream().map(order -> order.kind().code()).toList());
    DocumentOrder any = orders.iterator().next();
    CertificateFacts facts = facts(any.studentId(), entries(any), time.today());
    Set<String> known = CertificateValues.of(facts, Language.RU).known();
    return orders.stream()
        .collect(
            Collectors.toMap(
                order -> order.kind().code(),
                order ->
                    CertificatePossible.judge(
                        forms.get(order.kind().code()),
                        facts.student().getStatus(),
                        order.languages(),
                        known,
                        order.details())));
  }

  /** DOC-52. What a kind asks, as it is worded now. */
  public List<CertificateQuestion> questions(DocumentKind kind) {
    return catalogue.form(kind.code()).questions();
  }

  /** DOC-34, DOC-52. What these kinds ask, and whether they are for a student of this status. */
  public Map<String, Asking> askings(Collection<DocumentKind> kinds, StudentStatus status) {
    Map<String, Asking> askings = new HashMap<>();
    catalogue
        .forms(kinds.stream().map(DocumentKind::code).toList())
        .forEach(
            (code, form) ->
                askings.put(
                    code, new Asking(form.questions(), CertificatePossible.given(form, status))));
    return askings;
  }

  /** DOC-34. Whether a kind is for a student of this status. */
  public Verdict given(DocumentKind kind, StudentStatus status) {
    return CertificatePossible.given(catalogue.form(kind.code()), status);
  }

  /** DOC-52. Whether it may be asked for; what the office has still to enter is no matter. */
  public Verdict asked(DocumentOrder order, StudentStatus status) {
    return CertificatePossible.asked(
        catalogue.form(order.kind().code()), status, order.languages(), order.details());
  }

  /** The contents as of now. */
  public Contents of(DocumentOrder order, Stamp stamp) {
    CertificateForm form = catalogue.form(order.kind().code());
    List<LedgerEntry> entries = entries(order);
    CertificateFacts facts = facts(order.studentId(), entries, stamp.date());
    boolean states = order.kind().awaitsResults() && !entries.isEmpty();
    return new Contents(
        view(form, order, stamp, facts),
        states ? entries.get(entries.size() - 1).position() : null);
  }

  private List<LedgerEntry> entries(DocumentOrder order) {
    return history.told(order.studentId()).entries();
  }

  private CertificateFacts facts(long studentId, List<LedgerEntry> entries, LocalDate day) {
    Student student = students.byId(studentId).orElseThrow();
    return new CertificateFacts(
        student,
        StudentStatusChange.standing(orders.changes(studentId)),
        calendars.current(day).orElse(null),
        StudyRecords.of(entries, rules.on(student.getProgramme().getLevel(), day)),
        settings.localized("name", day),
        settings.localized("city", day),
        day);
  }

  private CertificateView view(
      CertificateForm form, DocumentOrder order, Stamp stamp, CertificateFacts facts) {
    DocumentKind kind = order.kind();
    LocalDate day = stamp.date();
    Map<String, Page> pages = new LinkedHashMap<>();
    for (Language language : order.languages()) {
      pages.put(language.tag(), page(form, order, facts, language));
    }
    return new CertificateView(
        kind.code(),
        stamp.number(),
        day,
        kind.validityDays() == null ? null : day.plusDays(kind.validityDays() - 1L),
        stamp.code(),
        stamp.url(),
        new CertificateView.Letterhead(
            facts.university(),
            facts.city(),
            settings.localized("address", day),
            settings.text("contacts", day, "")),
        facts.student().getStudentNo(),
        pages,
        form.addressed() ? order.purpose() : null,
        signs.of(kind, day),
        form.results() ? facts.record() : null);
  }

  private static Page page(
      CertificateForm form, DocumentOrder order, CertificateFacts facts, Language language) {
    CertificateValues values = CertificateValues.of(facts, language);
    return new Page(
        form.title().in(language),
        StudentNames.of(facts.student(), language),
        form.body()
            .in(language)
            .lines()
            .map(line -> values.filled(line, form.questions(), order.details()))
            .filter(line -> !line.isBlank())
            .toList());
  }
}
