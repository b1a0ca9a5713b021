package kz.miras.registrar.achievement.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import kz.miras.registrar.access.Target;
import kz.miras.registrar.achievement.CorrectionKind;
import kz.miras.registrar.achievement.CorrectionPolicy;
import kz.miras.registrar.achievement.CorrectionView;
import kz.miras.registrar.achievement.GradeCorrection;
import kz.miras.registrar.achievement.IncompleteClock;
import kz.miras.registrar.achievement.LedgerEntry;
import kz.miras.registrar.achievement.ResultKind;
import kz.miras.registrar.attestation.BasisDocument;
import kz.miras.registrar.attestation.FinalGradePolicy;
import kz.miras.registrar.attestation.FinalOutcome;
import kz.miras.registrar.attestation.Sheet;
import kz.miras.registrar.attestation.SheetKind;
import kz.miras.registrar.attestation.service.SheetAccess;
import kz.miras.registrar.attestation.service.Sheets;
import kz.miras.registrar.curriculum.ControlForm;
import kz.miras.registrar.curriculum.Mark;
import kz.miras.registrar.curriculum.service.Catalogue;
import kz.miras.registrar.curriculum.service.RuleBook;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.student.Student;

/** Requests to correct results, the entries they concern, and what they would make of them. */
@ApplicationScoped
public class Corrections {

  @PersistenceContext(unitName = "registrar")
  private EntityManager entities;

  @Inject private LedgerReader ledger;
  @Inject private Sheets sheets;
  @Inject private SheetAccess whose;
  @Inject private Catalogue catalogue;
  @Inject private RuleBook rules;
  @Inject private IncompleteClocks clocks;
  @Inject private UniversityTime time;

  /** A student's entry with the whole ledger around it. */
  record Concerned(Student student, LedgerEntry entry, List<LedgerEntry> ledger) {

    /** Whether another entry corrects it already. */
    boolean isCorrected() {
      return ledger.stream()
          .anyMatch(
              e -> e.source().corrects() != null && e.source().corrects() == entry.position());
    }
  }

  void add(GradeCorrection correction) {
    entities.persist(correction);
    entities.flush();
  }

  /** COR-2. Whether nobody has asked for a correction of this entry that is not decided yet. */
  Verdict free(long achievement) {
    long waiting =
        entities
            .createQuery(
                "SELECT COUNT(g) FROM GradeCorrection g WHERE g.achievementId = :achievement AND"
                    + " g.status = kz.miras.registrar.achievement.CorrectionStatus.REQUESTED",
                Long.class)
            .setParameter("achievement", achievement)
            .getSingleResult();
    return waiting > 0
        ? Verdict.refused(Refusal.of("achievement.correction.open", "COR-2"))
        : Verdict.allowed();
  }

  /** What waits for its decision about results of these students. */
  List<GradeCorrection> open(Collection<Long> students) {
    return students.isEmpty()
        ? List.of()
        : entities
            .createQuery(
                "SELECT g FROM GradeCorrection g WHERE g.studentId IN :students AND g.status ="
                    + " kz.miras.registrar.achievement.CorrectionStatus.REQUESTED ORDER BY g.id",
                GradeCorrection.class)
            .setParameter("students", students)
            .getResultList();
  }

  /**
   * What waits for its decision about results of the same sheet, asked for by the same person with
   * the same words: this one among them, or alone where it does not wait any more.
   */
  List<GradeCorrection> together(GradeCorrection correction) {
    CorrectionPolicy.Words words = correction.wish().words();
    List<GradeCorrection> waiting =
        entities
            .createQuery(
                "SELECT g FROM GradeCorrection g WHERE g.sheetId = :sheet AND g.requestedBy = :by"
                    + " AND g.status ="
                    + " kz.miras.registrar.achievement.CorrectionStatus.REQUESTED ORDER BY g.id",
                GradeCorrection.class)
            .setParameter("sheet", correction.getSheetId())
            .setParameter("by", correction.getRequestedBy())
            .getResultStream()
            .filter(one -> one.wish().words().equals(words))
            .toList();
    return waiting.contains(correction) ? waiting : List.of(correction);
  }

  GradeCorrection byUuid(UUID uuid) {
    return entities
        .createQuery("SELECT g FROM GradeCorrection g WHERE g.uuid = :uuid", GradeCorrection.class)
        .setParameter("uuid", uuid)
        .getResultStream()
        .findFirst()
        .orElseThrow(() -> new RegistrarException.NotFound("correction", uuid));
  }

  GradeCorrection lock(GradeCorrection correction) {
    entities.lock(correction, LockModeType.PESSIMISTIC_WRITE);
    return correction;
  }

  /** The entry of a place in a student's ledger. */
  Concerned concerned(Student student, long position) {
    List<LedgerEntry> all = ledger.of(student.getId(), null);
    LedgerEntry entry =
        all.stream()
            .filter(e -> e.position() == position)
            .findFirst()
            .orElseThrow(
                () ->
                    new RegistrarException.NotFound(
                        "result", student.getStudentNo() + "/" + position));
    return new Concerned(student, entry, all);
  }

  /** The latest entry a sheet has posted for a student. */
  Optional<LedgerEntry> posted(Student student, Sheet sheet) {
    return ledger.of(student.getId(), null).stream()
        .filter(e -> sheet.getId().equals(e.source().sheetId()))
        .reduce((earlier, later) -> later);
  }

  long key(LedgerEntry entry) {
    return ledger.key(entry.studentId(), entry.position());
  }

  /** The sheet that posted the entry. */
  Optional<Sheet> sheet(LedgerEntry entry) {
    return Optional.ofNullable(entry.source().sheetId()).flatMap(sheets::byId);
  }

  /** Whose a result is: its sheet's, else the student's school's. */
  Target target(Concerned concerned) {
    return sheet(concerned.entry())
        .map(whose::target)
        .orElseGet(
            () ->
                Target.nobodys().inSchool(concerned.student().getProgramme().getSchool().getId()));
  }

  /** What a wish makes of an entry; empty where figures are missing. */
  Optional<FinalOutcome> outcome(Concerned concerned, CorrectionPolicy.Wish wish) {
    LedgerEntry.Outcome was = concerned.entry().result();
    FinalGradePolicy policy = FinalGradePolicy.of(rules.named(was.ruleSetCode()), was.date());
    int retakes =
        sheet(concerned.entry()).map(Sheet::fxRetakes).orElse(was.kind() == ResultKind.FX ? 1 : 0);
    return CorrectionPolicy.outcome(wish, was, form(concerned.entry()), policy, retakes);
  }

  /** Whether a wish may be asked for and carried out today, every reason against it at once. */
  Verdict judge(Concerned concerned, CorrectionPolicy.Wish wish) {
    return judge(concerned, wish, clocks.of(concerned.entry()));
  }

  /**
   * The same where the clock of the I is known; an I that is being sat for does not fail (INC-4).
   *
   * @param clock null where the result is no I
   */
  Verdict judge(Concerned concerned, CorrectionPolicy.Wish wish, IncompleteClock clock) {
    return CorrectionPolicy.basis(wish.words(), time.today()).and(figures(concerned, wish, clock));
  }

  /** What speaks against the figures alone, whatever the words. */
  Verdict figures(Concerned concerned, CorrectionPolicy.Wish wish, IncompleteClock clock) {
    Verdict verdict =
        CorrectionPolicy.figures(
            wish,
            concerned.entry().result(),
            concerned.isCorrected(),
            clock,
            outcome(concerned, wish),
            time.today());
    return wish.kind() == CorrectionKind.EXPIRED && clock != null
        ? verdict.and(clock.awaits(sitting(concerned.entry())))
        : verdict;
  }

  /** The day of the open individual sitting of an I; null where there is none, or none is named. */
  private LocalDate sitting(LedgerEntry entry) {
    return sheets.unpostedFollowing(List.of(entry.studentId())).stream()
        .filter(row -> row.getSheet().getKind() == SheetKind.INDIVIDUAL)
        .filter(
            row ->
                Long.valueOf(row.getSheet().getDisciplineId())
                    .equals(entry.discipline().disciplineId()))
        .filter(row -> row.getSheet().getTermId() == entry.result().termId())
        .map(row -> row.getSheet().getExamDate())
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /** The document a wish rests on. */
  static BasisDocument basis(CorrectionPolicy.Wish wish) {
    return new BasisDocument(
        BasisDocument.Type.valueOf(wish.document().name()),
        wish.documentNo(),
        wish.documentDate(),
        wish.reason());
  }

  /** How the result was made: an entry without a rating has one score only. */
  ControlForm form(LedgerEntry entry) {
    Mark mark = entry.result().grade().mark();
    if (mark == Mark.P || mark == Mark.NP) {
      return ControlForm.CREDIT;
    }
    ControlForm known =
        entry.discipline().disciplineId() == null
            ? ControlForm.EXAM
            : catalogue
                .discipline(entry.discipline().disciplineId())
                .map(d -> d.getControlForm())
                .orElse(ControlForm.EXAM);
    boolean scoreOnly =
        known.hasRating() && entry.result().rating() == null && !entry.result().grade().isExempt();
    return scoreOnly ? ControlForm.DIFF_CREDIT : known;
  }

  /** The ledger as it would be with the correction. */
  List<LedgerEntry> with(Concerned concerned, CorrectionPolicy.Wish wish, FinalOutcome outcome) {
    LedgerEntry entry = concerned.entry();
    List<LedgerEntry> after = new ArrayList<>(concerned.ledger());
    after.add(
        new LedgerEntry(
            UUID.randomUUID(),
            entry.studentId(),
            after.get(after.size() - 1).position() + 1,
            entry.discipline(),
            corrected(entry.result(), wish, outcome),
            new LedgerEntry.Source(
                entry.source().sheetId(),
                entry.source().sheetKind(),
                "",
                entry.position(),
                "",
                false,
                "",
                entry.source().recordedAt()),
            new byte[0]));
    return after;
  }

  /** The figures of a result that a wish gives. */
  static CorrectionView.Figures figures(
      LedgerEntry.Outcome was, CorrectionPolicy.Wish wish, FinalOutcome outcome) {
    LedgerEntry.Outcome now = corrected(was, wish, outcome);
    return CorrectionView.Figures.of(now.rating(), now.score(), now.grade());
  }

  /** The result as it is posted: everything as it was, but the figures. */
  static LedgerEntry.Outcome corrected(
      LedgerEntry.Outcome was, CorrectionPolicy.Wish wish, FinalOutcome outcome) {
    return new LedgerEntry.Outcome(
        was.termId(),
        was.term(),
        was.kind(),
        was.attemptNo(),
        outcome.admissionRating(),
        wish.kind().score(wish.score()),
        outcome.grade(),
        was.date(),
        was.ruleSetCode());
  }
}
