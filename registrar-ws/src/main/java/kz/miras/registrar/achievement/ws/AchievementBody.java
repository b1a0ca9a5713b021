package kz.miras.registrar.achievement.ws;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import kz.miras.registrar.achievement.PromotionDecision;
import kz.miras.registrar.achievement.StudyRecord;
import kz.miras.registrar.achievement.promotion.HonoursOutlook;
import kz.miras.registrar.achievement.service.DebtQueries;
import kz.miras.registrar.achievement.service.summary.FigureQueries;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.Refusal;

/**
 * A student's figures as subsystems read them; the contract is in {@code openapi.json}.
 *
 * @param asOf the day at whose end they stood
 * @param ruleSet code of the rules in force on that day
 * @param standing null of who is not in the contingent
 * @param earned credits, additional study left out
 * @param gpa of the whole study; its value is null where nothing is graded, never zero
 * @param honours null of who is not in the contingent, and where the level knows none
 */
public record AchievementBody(
    String student,
    String studentNo,
    LocalDate asOf,
    String ruleSet,
    String standing,
    int earned,
    int earnedAdditional,
    List<CycleBody> cycles,
    GpaBody gpa,
    List<PeriodBody> years,
    List<PeriodBody> terms,
    int debtCredits,
    List<DebtBody> debts,
    List<OpenBody> open,
    NextBody nextCourse,
    HonoursBody honours) {

  /** Credits earned in a cycle. */
  public record CycleBody(String cycle, int earned) {}

  /** An average with its exact fraction. */
  public record GpaBody(BigDecimal value, BigDecimal points, int credits) {

    static GpaBody of(BigDecimal value, BigDecimal points, int credits) {
      return new GpaBody(value, points, credits);
    }
  }

  /**
   * A year or a term.
   *
   * @param term null of a whole year
   */
  public record PeriodBody(String year, String term, int earned, GpaBody gpa) {

    static PeriodBody of(StudyRecord.YearPart year) {
      return new PeriodBody(
          year.year(),
          null,
          year.earned(),
          GpaBody.of(year.gpa(), year.gpaPoints(), year.gpaCredits()));
    }

    static PeriodBody of(StudyRecord.TermPart term) {
      return new PeriodBody(
          term.year(),
          term.type(),
          term.earned(),
          GpaBody.of(term.gpa(), term.gpaPoints(), term.gpaCredits()));
    }
  }

  /**
   * An academic debt.
   *
   * @param code of the discipline, or the name of the choice block
   * @param name null of a choice block
   * @param grade null where there is no result
   * @param until last day to close a difference; null for other debts
   * @param entry place of the result in the history; null where there is none
   * @param document of the result or the difference; null of a discipline of the plan
   */
  public record DebtBody(
      String code,
      LocalizedText name,
      int credits,
      String year,
      String term,
      String cause,
      String grade,
      LocalDate until,
      Long entry,
      String document) {

    static DebtBody of(DebtQueries.DebtLine debt) {
      return new DebtBody(
          debt.code(),
          debt.name(),
          debt.credits(),
          debt.term().academicYear(),
          debt.term().type().name(),
          debt.cause().name(),
          debt.sign(),
          debt.until(),
          debt.basis().entry(),
          debt.basis().document());
    }
  }

  /**
   * A result I that is still open.
   *
   * @param until last day; null while it stands still or is not known
   */
  public record OpenBody(
      String code, LocalizedText name, int credits, String year, String term, LocalDate until) {

    static OpenBody of(DebtQueries.OpenLine line) {
      return new OpenBody(
          line.code(),
          line.name(),
          line.credits(),
          line.term().academicYear(),
          line.term().type().name(),
          line.clock().lastDay());
    }
  }

  /**
   * What is said of the next course year.
   *
   * @param course the present one
   * @param last whether it is the last one
   * @param basis YEAR or CUMULATIVE
   * @param outcome null where it cannot be decided
   * @param provisional whether the summer may still change it
   * @param reasons rules that keep it from being decided or final
   */
  public record NextBody(
      int course,
      boolean last,
      String year,
      String basis,
      GpaBody gpa,
      BigDecimal threshold,
      String outcome,
      boolean provisional,
      List<String> reasons) {

    static NextBody of(FigureQueries.Next next) {
      PromotionDecision decision = next.decision();
      return new NextBody(
          next.course(),
          next.last(),
          next.year(),
          next.basis().name(),
          GpaBody.of(decision.gpa(), next.points(), next.credits()),
          decision.threshold(),
          decision.decided().map(Enum::name).orElse(null),
          decision.verdict().provisional(),
          java.util.stream.Stream.concat(
                  decision.verdict().refusals().stream(), decision.verdict().warnings().stream())
              .map(Refusal::rule)
              .toList());
    }
  }

  /**
   * The outlook on a diploma with honours.
   *
   * @param state EARNED, OPEN or LOST
   * @param remaining credits that are not earned yet
   * @param needed average the remaining credits have to bring; null where nothing more can
   * @param reasons rules by which it is lost or still open
   */
  public record HonoursBody(String state, int remaining, BigDecimal needed, List<String> reasons) {

    static HonoursBody of(FigureQueries.Honours honours) {
      HonoursOutlook outlook = honours.outlook();
      return new HonoursBody(
          outlook.state().name(),
          outlook.remaining(),
          outlook.state() == HonoursOutlook.State.LOST ? null : outlook.needed(),
          honours.reasons().stream().map(Refusal::rule).distinct().toList());
    }
  }

  /** What is told. */
  public static AchievementBody of(FigureQueries.View view) {
    StudyRecord record = view.record();
    return new AchievementBody(
        view.studentId(),
        view.studentNo(),
        view.day(),
        view.ruleSet(),
        view.standing() == null ? null : view.standing().name(),
        record.earned(),
        record.earnedAdditional(),
        view.cycles().stream().map(one -> new CycleBody(one.cycle(), one.earned())).toList(),
        GpaBody.of(record.gpa(), record.gpaPoints(), record.gpaCredits()),
        record.years().stream().map(PeriodBody::of).toList(),
        record.terms().stream().map(PeriodBody::of).toList(),
        view.owed().credits(),
        view.owed().debts().stream().map(DebtBody::of).toList(),
        view.owed().open().stream().map(OpenBody::of).toList(),
        view.next() == null ? null : NextBody.of(view.next()),
        view.honours() == null ? null : HonoursBody.of(view.honours()));
  }
}
