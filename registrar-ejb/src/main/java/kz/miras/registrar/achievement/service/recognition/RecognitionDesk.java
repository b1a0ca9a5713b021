package kz.miras.registrar.achievement.service.recognition;

import static kz.miras.registrar.shared.RegistrarException.refuse;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.AuditContext;
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.access.service.Notices;
import kz.miras.registrar.achievement.CountedResults;
import kz.miras.registrar.achievement.LedgerEntry;
import kz.miras.registrar.achievement.ResultKind;
import kz.miras.registrar.achievement.RulesOfTime;
import kz.miras.registrar.achievement.recognition.RecognitionFacts;
import kz.miras.registrar.achievement.recognition.RecognitionPolicy;
import kz.miras.registrar.achievement.recognition.RecognitionWish;
import kz.miras.registrar.achievement.service.Ledger;
import kz.miras.registrar.achievement.service.LedgerReader;
import kz.miras.registrar.achievement.service.StudyRules;
import kz.miras.registrar.achievement.service.recognition.RecognitionStore.Stored;
import kz.miras.registrar.achievement.service.recognition.RecognitionView.Choice;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.curriculum.CurriculumItem;
import kz.miras.registrar.curriculum.Discipline;
import kz.miras.registrar.curriculum.service.Catalogue;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.service.StudentScope;
import kz.miras.registrar.student.service.Students;

/**
 * REC-2, REC-4, REC-6 to REC-8. Credits recognised from elsewhere: one person asks with document
 * and order, another approves, and the approval posts the entry in the same transaction.
 */
@Stateless
@Guarded
public class RecognitionDesk {

  private static final String PAGE = "/achievement/recognition.xhtml?id=";

  @Inject private RecognitionStore store;
  @Inject private Students students;
  @Inject private StudentScope scope;
  @Inject private Catalogue catalogue;
  @Inject private Calendars calendars;
  @Inject private LedgerReader histories;
  @Inject private Ledger ledger;
  @Inject private StudyRules rules;
  @Inject private Access access;
  @Inject private AuditTrail audit;
  @Inject private AuditContext reasons;
  @Inject private Notices notices;
  @Inject private UniversityTime time;

  /**
   * Whose credits are to be recognised.
   *
   * @param id public id
   */
  public record Whose(String id, String studentNo, String name) implements Serializable {}

  /** The student of a public id or number. */
  @RolesAllowed(Permissions.RECOGNITION_POST)
  public Whose whose(String student) {
    Student found = scope.visible(student, Permissions.RECOGNITION_POST);
    return new Whose(found.getUuid().toString(), found.getStudentNo(), found.fullName());
  }

  /** The disciplines of a student's plan, in its order. */
  @RolesAllowed(Permissions.RECOGNITION_POST)
  public List<Choice> disciplines(String student) {
    Student found = scope.visible(student, Permissions.RECOGNITION_POST);
    Set<String> passed = passed(found, time.today());
    return catalogue.items(found.getCurriculum().getId()).stream()
        .sorted(Comparator.comparing(CurriculumItem::getTermNo))
        .map(CurriculumItem::getDiscipline)
        .map(
            one ->
                new Choice(
                    one.getCode(),
                    one.getName(),
                    one.getCredits(),
                    passed.contains("id:" + one.getId())))
        .toList();
  }

  /**
   * Asks for recognition of a discipline of the plan.
   *
   * @return public id of the request
   * @throws RegistrarException.Refused with every reason against it
   */
  @RolesAllowed(Permissions.RECOGNITION_POST)
  public String request(String student, String discipline, RecognitionWish wish) {
    Student found = scope.visible(student, Permissions.RECOGNITION_POST);
    Discipline of = item(found, discipline).getDiscipline();
    refuse(judge(found, of, wish, null));
    UUID uuid = store.add(found.getId(), of.getId(), wish, access.current().login(), time.now());
    audit.record("recognition.request", "Recognition", uuid, null, null);
    return uuid.toString();
  }

  /** A request with all that its decision needs. */
  @RolesAllowed({Permissions.RECOGNITION_READ, Permissions.RECOGNITION_DECIDE})
  public RecognitionView view(UUID id) {
    Stored stored = store.byUuid(id).orElseThrow(() -> unknown(id));
    Student student = student(stored);
    scope.visible(
        student.getUuid().toString(), Permissions.RECOGNITION_READ, Permissions.RECOGNITION_DECIDE);
    Discipline discipline = catalogue.discipline(stored.discipline()).orElseThrow();
    boolean may =
        stored.isOpen()
            && access.may(Permissions.RECOGNITION_DECIDE, scope.target(student))
            && !access.current().login().equals(stored.requestedBy());
    return new RecognitionView(
        student.getUuid().toString(),
        student.getStudentNo(),
        student.fullName(),
        discipline.getCode(),
        discipline.getName(),
        discipline.getCredits(),
        stored.wish(),
        stored.status(),
        stored.requestedBy(),
        stored.requestedAt(),
        stored.decidedBy(),
        stored.decidedAt(),
        stored.note(),
        stored.isOpen() ? judge(student, discipline, stored.wish(), id).refusals() : List.of(),
        may);
  }

  /**
   * Approves and posts, or rejects.
   *
   * @throws RegistrarException.Refused where the caller asked for it, the rules no longer allow it,
   *     or a rejection has no reason
   * @throws RegistrarException.Conflict where it is decided already
   */
  @RolesAllowed(Permissions.RECOGNITION_DECIDE)
  public void decide(UUID id, boolean approved, String note) {
    Stored stored = store.locked(id).orElseThrow(() -> unknown(id));
    Student student = student(stored);
    access.require(Permissions.RECOGNITION_DECIDE, scope.target(student), "Recognition", id);
    if (!stored.isOpen()) {
      throw new RegistrarException.Conflict(
          "achievement.recognition.closed", stored.status().name());
    }
    String by = access.current().login();
    refuse(RecognitionPolicy.decides(by, stored.requestedBy(), approved, note));
    String because = note == null || note.isBlank() ? null : note.strip();
    if (because != null) {
      reasons.because(because);
    }
    Discipline discipline = catalogue.discipline(stored.discipline()).orElseThrow();
    Long position = null;
    if (approved) {
      refuse(judge(student, discipline, stored.wish(), id));
      position = ledger.post(List.of(posting(student, discipline, stored.wish(), by))).get(0);
      notices.tellStudent(
          student.getId(),
          "achievement.notice.recognised",
          "/achievement/my-session.xhtml",
          discipline.getCode(),
          stored.wish().sign(),
          discipline.getCredits(),
          stored.wish().orderNo(),
          stored.wish().orderDate());
    }
    store.decide(id, position, because, by, time.now());
    audit.record(
        approved ? "recognition.approve" : "recognition.reject", "Recognition", id, null, null);
    notices.tellAccount(
        stored.requestedBy(),
        approved
            ? "achievement.notice.recognition-approved"
            : "achievement.notice.recognition-rejected",
        PAGE + id,
        student.getStudentNo(),
        discipline.getCode(),
        because == null ? "" : because);
  }

  private Ledger.Posting posting(
      Student student, Discipline discipline, RecognitionWish wish, String by) {
    LedgerEntry.Studied studied =
        LedgerEntry.Studied.of(discipline, item(student, discipline.getCode()), null);
    Term term = term(wish.orderDate());
    long before =
        histories.of(student.getId(), null).stream()
            .filter(entry -> entry.discipline().key().equals(studied.key()))
            .filter(entry -> entry.source().corrects() == null)
            .filter(entry -> !entry.result().kind().continuesAttempt())
            .count();
    return new Ledger.Posting(
        student.getId(),
        studied,
        new LedgerEntry.Outcome(
            term.getId(),
            term.ref(),
            ResultKind.RECOGNISED,
            Math.toIntExact(before + 1),
            null,
            null,
            wish.result().grade(),
            wish.orderDate(),
            rules.on(student.getProgramme().getLevel(), wish.orderDate()).inForce().code()),
        new LedgerEntry.Source(null, null, wish.basis(), null, null, false, by, time.now()));
  }

  /** The last term that had begun on the day of an order. */
  private Term term(LocalDate day) {
    return calendars.terms().stream()
        .filter(one -> !one.getStartsOn().isAfter(day))
        .max(Comparator.comparing(Term::getStartsOn))
        .orElseThrow(
            () ->
                new RegistrarException.Refused(
                    Refusal.of("achievement.recognition.no-term", "REC-4").at("order_on")));
  }

  /**
   * What speaks against it.
   *
   * @param own the request that is judged; null for a new one
   */
  private Verdict judge(Student student, Discipline discipline, RecognitionWish wish, UUID own) {
    List<Stored> others = new ArrayList<>(store.standing(student.getId()));
    others.removeIf(one -> one.uuid().equals(own));
    LocalDate day = wish.orderDate() == null ? time.today() : wish.orderDate();
    RecognitionFacts facts =
        new RecognitionFacts(
            discipline.getCode(),
            discipline.getCredits(),
            passed(student, time.today()).contains("id:" + discipline.getId()),
            others.stream().anyMatch(one -> one.isOpen() && one.discipline() == discipline.getId()),
            others.stream()
                .filter(one -> one.wish().kind().isNonFormal())
                .mapToInt(one -> catalogue.discipline(one.discipline()).orElseThrow().getCredits())
                .sum(),
            student.getProgramme().getCredits());
    return new RecognitionPolicy(rules.on(student.getProgramme().getLevel(), day).inForce())
        .judge(wish, facts, time.today());
  }

  /** Keys of the disciplines a result that counts has passed. */
  private Set<String> passed(Student student, LocalDate day) {
    RulesOfTime times = rules.on(student.getProgramme().getLevel(), day);
    Set<String> passed = new HashSet<>();
    CountedResults.of(
            histories.of(student.getId(), null).stream().map(LedgerEntry::toResult).toList(), times)
        .counted()
        .stream()
        .filter(result -> result.grade().passes())
        .forEach(result -> passed.add(result.discipline()));
    return passed;
  }

  private CurriculumItem item(Student student, String code) {
    return catalogue.items(student.getCurriculum().getId()).stream()
        .filter(one -> one.getDiscipline().getCode().equals(code))
        .findFirst()
        .orElseThrow(() -> new RegistrarException.NotFound("discipline", code));
  }

  private Student student(Stored stored) {
    return students.byId(stored.student()).orElseThrow();
  }

  private static RegistrarException.NotFound unknown(UUID id) {
    return new RegistrarException.NotFound("recognition", id);
  }
}
