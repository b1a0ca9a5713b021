package kz.miras.registrar.office.service.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import kz.miras.registrar.achievement.LedgerEntry;
import kz.miras.registrar.achievement.ResultKind;
import kz.miras.registrar.achievement.service.Ledger.Posting;
import kz.miras.registrar.attestation.FinalGradePolicy;
import kz.miras.registrar.attestation.FinalOutcome;
import kz.miras.registrar.attestation.OutcomeReason;
import kz.miras.registrar.attestation.RowScores;
import kz.miras.registrar.calendar.TermRef;
import kz.miras.registrar.curriculum.Component;
import kz.miras.registrar.curriculum.ControlForm;
import kz.miras.registrar.curriculum.Cycle;
import kz.miras.registrar.curriculum.Grade;
import kz.miras.registrar.curriculum.Mark;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.shared.LocalizedText;

/**
 * Past results of a student: judged by the same rules, with retakes, repeats and a few oddities.
 */
final class DemoResults {

  private final Random random;
  private final DemoPlan plan;
  private final Instant recorded;

  DemoResults(Random random, DemoPlan plan, Instant recorded) {
    this.random = random;
    this.plan = plan;
    this.recorded = recorded;
  }

  /** Every attempt of all finished terms. */
  List<Posting> of(DemoStudents.StudentRow student, RuleSet rules) {
    List<Posting> postings = new ArrayList<>();
    int current =
        (student.group().course() - 1) * 2
            + (plan.calendar.current().ref().equals(TermRef.autumn(plan.year)) ? 1 : 2);
    for (DemoPlan.Item item : student.group().programme().items()) {
      if (item.termNo() < current && item.termNo() <= student.leftTerm()) {
        attempt(student, item, rules, postings);
      }
    }
    postings.sort(
        java.util.Comparator.comparing((Posting p) -> p.result().term())
            .thenComparing(p -> p.result().date()));
    return postings;
  }

  private void attempt(
      DemoStudents.StudentRow student, DemoPlan.Item item, RuleSet rules, List<Posting> postings) {
    int year = student.group().admission() + (item.termNo() - 1) / 2;
    TermRef ref = item.termNo() % 2 == 1 ? TermRef.autumn(year) : TermRef.spring(year);
    DemoCalendar.TermRow term = plan.calendar.term(ref);
    if (term == null) {
      return;
    }
    LocalDate date = term.ends().minusDays(20 - random.nextInt(15));
    boolean away = item.termNo() == student.awayTerm();
    if (away || random.nextInt(400) == 0) {
      postings.add(
          posting(
              student,
              item,
              term,
              ResultKind.RECOGNISED,
              1,
              null,
              null,
              Grade.of(Mark.TR),
              date,
              rules,
              (away ? "транскрипт партнёрского вуза, " : "")
                  + "протокол признания № "
                  + (1 + random.nextInt(40))
                  + ", "
                  + date));
      return;
    }
    ControlForm form = ControlForm.valueOf(item.discipline().subject().control());
    FinalGradePolicy policy = FinalGradePolicy.of(rules, date);
    RowScores scores =
        form.hasRating()
            ? RowScores.of(score(student), score(student), score(student))
            : RowScores.single(score(student));
    FinalOutcome outcome = policy.outcome(form, scores).orElseThrow();
    ResultKind kind = form == ControlForm.STATE_EXAM ? ResultKind.STATE_EXAM : ResultKind.MAIN;
    postings.add(
        posting(
            student,
            item,
            term,
            kind,
            1,
            outcome.admissionRating(),
            scores.score(),
            outcome.grade(),
            date,
            rules,
            sheet(term)));
    if (outcome.reason() == OutcomeReason.FX_RETAKE_OPEN) {
      LocalDate later = date.plusDays(10);
      RowScores again = scores.withScore(Math.min(100, score(student) + 12));
      FinalOutcome retake = policy.outcome(form, again, 1).orElseThrow();
      postings.add(
          posting(
              student,
              item,
              term,
              ResultKind.FX,
              1,
              retake.admissionRating(),
              again.score(),
              retake.grade(),
              later,
              rules,
              sheet(term)));
      outcome = retake;
    }
    DemoCalendar.TermRow summer = plan.calendar.term(TermRef.summer(year));
    if (!outcome.passed()
        && summer != null
        && summer.ends().isBefore(plan.calendar.current().starts())
        && random.nextInt(10) < 8) {
      int score = 55 + random.nextInt(25);
      FinalOutcome repeat =
          policy
              .outcome(
                  form,
                  form.hasRating() ? RowScores.of(score, score, score) : RowScores.single(score))
              .orElseThrow();
      postings.add(
          posting(
              student,
              item,
              summer,
              ResultKind.SUMMER,
              2,
              repeat.admissionRating(),
              score,
              repeat.grade(),
              summer.ends().minusDays(3),
              rules,
              sheet(summer)));
    }
  }

  private int score(DemoStudents.StudentRow student) {
    return (int) Math.max(12, Math.min(100, student.ability() + random.nextGaussian() * 9));
  }

  private String sheet(DemoCalendar.TermRow term) {
    return "№ "
        + term.code()
        + "-"
        + String.format("%04d", 1 + random.nextInt(900))
        + ", "
        + term.ends();
  }

  private Posting posting(
      DemoStudents.StudentRow student,
      DemoPlan.Item item,
      DemoCalendar.TermRow term,
      ResultKind kind,
      int attempt,
      Integer rating,
      Integer score,
      Grade grade,
      LocalDate date,
      RuleSet rules,
      String document) {
    DemoSubjects.Named name = item.discipline().subject().name();
    return new Posting(
        student.id(),
        new LedgerEntry.Studied(
            item.discipline().id(),
            name.code(),
            LocalizedText.of(name.kk(), name.ru(), name.en()),
            item.discipline().subject().credits(),
            Cycle.valueOf(item.cycle()),
            Component.valueOf(item.component()),
            false,
            false,
            false),
        new LedgerEntry.Outcome(
            term.id(), term.ref(), kind, attempt, rating, score, grade, date, rules.code()),
        new LedgerEntry.Source(
            null,
            null,
            document,
            null,
            null,
            true,
            "system",
            date.isAfter(LocalDate.ofInstant(recorded, ZoneOffset.UTC))
                ? recorded
                : date.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC)));
  }
}
