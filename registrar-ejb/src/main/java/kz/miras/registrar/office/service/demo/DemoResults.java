package kz.miras.registrar.office.service.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import kz.miras.registrar.achievement.LedgerEntry;
import kz.miras.registrar.achievement.ResultKind;
import kz.miras.registrar.achievement.service.Ledger.Posting;
import kz.miras.registrar.attestation.FinalGradePolicy;
import kz.miras.registrar.attestation.FinalOutcome;
import kz.miras.registrar.attestation.OutcomeReason;
import kz.miras.registrar.attestation.RowScores;
import kz.miras.registrar.calendar.TermRef;
import kz.miras.registrar.curriculum.ControlForm;
import kz.miras.registrar.curriculum.Grade;
import kz.miras.registrar.curriculum.GradeScale;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.Mark;
import kz.miras.registrar.curriculum.RuleSet;

/**
 * Past results of a student: judged by the same rules, with retakes, repeats and a few oddities.
 */
final class DemoResults {

  private static final int SESSION_DAYS = 17;
  private static final int STUDY_WEEKS = 15;

  private final Random random;
  private final DemoPlan plan;
  private final DemoPast past;
  private final BiFunction<Level, LocalDate, RuleSet> rules;

  /** An item of the plan as one student takes it. */
  private record Taken(
      DemoStudents.StudentRow student,
      DemoPlan.Item item,
      RuleSet rules,
      FinalGradePolicy policy,
      ControlForm form,
      List<Posting> postings) {}

  DemoResults(
      Random random, DemoPlan plan, Instant recorded, BiFunction<Level, LocalDate, RuleSet> rules) {
    this.random = random;
    this.plan = plan;
    this.past = new DemoPast(recorded);
    this.rules = rules;
  }

  /** Every attempt of all finished terms. */
  List<Posting> of(DemoStudents.StudentRow student) {
    List<Posting> postings = new ArrayList<>();
    int half = plan.calendar.current().ref().equals(TermRef.autumn(plan.year)) ? 1 : 2;
    int current = student.group().termsBefore(student.group().course()) + half;
    for (DemoPlan.Item item : student.group().items()) {
      if (item.termNo() < current && item.termNo() <= student.leftTerm()) {
        item(student, item, postings);
      }
    }
    return postings;
  }

  private void item(DemoStudents.StudentRow student, DemoPlan.Item item, List<Posting> postings) {
    int year = student.yearOf(item.termNo());
    DemoCalendar.TermRow term = plan.calendar.term(ref(year, item.termNo()));
    LocalDate date = date(item, term);
    RuleSet set = rules.apply(Level.valueOf(student.group().programme().row().level()), date);
    Taken taken =
        new Taken(
            student,
            item,
            set,
            FinalGradePolicy.of(set, date),
            ControlForm.valueOf(item.discipline().subject().control()),
            postings);
    boolean away = item.termNo() == student.awayTerm();
    boolean elsewhere = item.component() != null && random.nextInt(400) == 0;
    if (away || elsewhere) {
      String protocol = "протокол признания № " + (1 + random.nextInt(40)) + ", " + date;
      post(
          taken,
          term,
          ResultKind.RECOGNISED,
          1,
          RowScores.single(Mark.NA),
          null,
          away ? Grade.of(Math.max(60, score(student)), GradeScale.on(date)) : Grade.of(Mark.TR),
          date,
          away ? "транскрипт партнёрского вуза, " + protocol : protocol);
      return;
    }
    attempts(taken, term, date, year);
  }

  private static TermRef ref(int year, int termNo) {
    return termNo % 2 == 1 ? TermRef.autumn(year) : TermRef.spring(year);
  }

  /** Exams in the session; practice and defence at the end of the term. */
  private LocalDate date(DemoPlan.Item item, DemoCalendar.TermRow term) {
    return item.discipline().subject().kind().equals("DISCIPLINE")
        ? term.starts().plusWeeks(STUDY_WEEKS).plusDays(random.nextInt(SESSION_DAYS))
        : term.ends().minusDays(random.nextInt(6));
  }

  private void attempts(Taken taken, DemoCalendar.TermRow term, LocalDate date, int year) {
    FinalOutcome outcome = first(taken, term, date);
    if (outcome.reason() == OutcomeReason.FX_RETAKE_OPEN) {
      outcome = retake(taken, term, date, outcome.admissionRating());
    }
    DemoCalendar.TermRow summer = plan.calendar.term(TermRef.summer(year));
    boolean graduated = taken.student().status().equals("GRADUATED");
    boolean over = summer.ends().isBefore(plan.calendar.current().starts());
    if (!outcome.passed() && over && (graduated || random.nextInt(10) < 6)) {
      outcome = repeat(taken, summer, ResultKind.SUMMER, summer.ends().minusDays(3));
    }
    DemoCalendar.TermRow next = plan.calendar.term(ref(year + 1, taken.item().termNo()));
    boolean stays = taken.student().status().equals("STUDYING");
    if (!outcome.passed()
        && stays
        && next != null
        && next.ref().isBefore(plan.calendar.current().ref())
        && random.nextInt(10) < 6) {
      repeat(taken, next, ResultKind.RETAKE, next.starts().plusWeeks(STUDY_WEEKS).plusDays(4));
    }
  }

  private FinalOutcome first(Taken taken, DemoCalendar.TermRow term, LocalDate date) {
    DemoStudents.StudentRow student = taken.student();
    RowScores scores =
        taken.form().hasRating()
            ? RowScores.of(score(student), score(student), score(student))
            : RowScores.single(single(taken));
    if (taken.form().hasRating() && random.nextInt(120) == 0) {
      scores = scores.withMark(Mark.AB);
    }
    FinalOutcome outcome = taken.policy().outcome(taken.form(), scores).orElseThrow();
    String document =
        taken.item().discipline().subject().isFinal()
            ? "протокол АК № " + (1 + random.nextInt(60)) + ", " + date
            : past.sheet(taken.student(), taken.item(), term, "MAIN", date);
    post(
        taken,
        term,
        kind(taken),
        1,
        scores,
        outcome.admissionRating(),
        outcome.grade(),
        date,
        document);
    return outcome;
  }

  /** Practice and attestation go better than exams; a graduate has passed the last hurdles. */
  private int single(Taken taken) {
    int score = Math.min(100, score(taken.student()) + 6);
    boolean must = taken.student().status().equals("GRADUATED") || taken.item().component() == null;
    return must ? Math.max(58, score) : score;
  }

  private static ResultKind kind(Taken taken) {
    if (taken.form() == ControlForm.STATE_EXAM) {
      return ResultKind.STATE_EXAM;
    }
    return switch (taken.item().discipline().subject().kind()) {
      case "PRACTICE" -> ResultKind.PRACTICE;
      case "FINAL" -> ResultKind.FINAL_ATTESTATION;
      default -> ResultKind.MAIN;
    };
  }

  private FinalOutcome retake(
      Taken taken, DemoCalendar.TermRow term, LocalDate date, Integer rating) {
    int score = Math.min(100, score(taken.student()) + 12);
    RowScores again =
        rating == null ? RowScores.single(score) : RowScores.of(rating, rating, score);
    FinalOutcome outcome = taken.policy().outcome(taken.form(), again, 1).orElseThrow();
    LocalDate later = date.plusDays(5);
    post(
        taken,
        term,
        ResultKind.FX,
        1,
        again,
        outcome.admissionRating(),
        outcome.grade(),
        later,
        past.sheet(taken.student(), taken.item(), term, "FX", later));
    return outcome;
  }

  /** The discipline studied again from the beginning. */
  private FinalOutcome repeat(
      Taken taken, DemoCalendar.TermRow term, ResultKind kind, LocalDate date) {
    int score = 55 + random.nextInt(25);
    RowScores scores =
        taken.form().hasRating() ? RowScores.of(score, score, score) : RowScores.single(score);
    FinalOutcome outcome = taken.policy().outcome(taken.form(), scores).orElseThrow();
    int attempt =
        1
            + (int)
                taken.postings().stream()
                    .filter(p -> p.discipline().disciplineId() == taken.item().discipline().id())
                    .filter(p -> !p.result().kind().continuesAttempt())
                    .count();
    post(
        taken,
        term,
        kind,
        attempt,
        scores,
        outcome.admissionRating(),
        outcome.grade(),
        date,
        past.sheet(taken.student(), taken.item(), term, kind.name(), date));
    return outcome;
  }

  private int score(DemoStudents.StudentRow student) {
    int least = student.status().equals("GRADUATED") && random.nextInt(50) > 0 ? 52 : 12;
    return (int) Math.max(least, Math.min(100, student.ability() + random.nextGaussian() * 9));
  }

  private void post(
      Taken taken,
      DemoCalendar.TermRow term,
      ResultKind kind,
      int attempt,
      RowScores scores,
      Integer rating,
      Grade grade,
      LocalDate date,
      String document) {
    LedgerEntry.Outcome outcome =
        new LedgerEntry.Outcome(
            term.id(),
            term.ref(),
            kind,
            attempt,
            rating,
            scores.score(),
            grade,
            date,
            taken.rules().code());
    // of the oldest year a few percentages and numbers of sheets are lost
    boolean lost =
        term.ref().equals(TermRef.autumn(plan.year - 4))
            && grade.letter() != null
            && grade.mark() == null
            && random.nextInt(40) == 0;
    taken
        .postings()
        .add(
            past.posting(
                taken.student(),
                taken.item(),
                lost ? past.faded(outcome) : outcome,
                lost ? null : document));
  }
}
