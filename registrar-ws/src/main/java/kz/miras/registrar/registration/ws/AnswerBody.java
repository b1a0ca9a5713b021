package kz.miras.registrar.registration.ws;

import java.io.Serializable;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.frame.ws.Problem;
import kz.miras.registrar.registration.service.PlanAnswer;
import kz.miras.registrar.shared.Keyed;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.ClauseText;
import kz.miras.registrar.shared.service.Messages;

/**
 * What became of a request, line by line.
 *
 * @param submission id of the request; absent where nothing was submitted
 * @param receipt proof of it
 * @param complete whether every line was accepted
 * @param reasons what the rules say of all lines together
 */
record AnswerBody(
    String submission,
    String receipt,
    String arrivedAt,
    String decidedAt,
    String plan,
    boolean complete,
    List<Reason> reasons,
    List<Line> lines) {

  /** Status of an answer that takes nothing. */
  static final int REFUSED = 422;

  /**
   * One line.
   *
   * @param accepted a seat, a place in a waiting list, or a choice
   * @param status ENROLLED, WAITLISTED or REQUESTED; absent where refused or only chosen
   * @param provisional whether it holds only until a mark or payment arrives
   */
  record Line(
      String offering,
      String code,
      String discipline,
      LocalizedText name,
      int credits,
      String type,
      boolean accepted,
      String status,
      String enrolment,
      List<String> sections,
      boolean provisional,
      List<Reason> refusals,
      List<Reason> warnings) {}

  /** A reason with its rule, figures and the way out, in the caller's language. */
  record Reason(
      String code,
      String rule,
      String clause,
      String field,
      List<Serializable> args,
      String message,
      String fix) {

    static List<Reason> of(List<Refusal> all, Language language) {
      return all.stream()
          .map(
              refusal -> {
                Object[] args = refusal.args().toArray();
                String fix = refusal.code() + ".fix";
                return new Reason(
                    refusal.code(),
                    refusal.rule(),
                    ClauseText.of(language, refusal.rule()),
                    refusal.field().isEmpty() ? null : refusal.field(),
                    refusal.args().stream().map(Reason::plain).toList(),
                    Messages.text(language, refusal.code(), args),
                    Messages.has(language, fix) ? Messages.text(language, fix, args) : null);
              })
          .toList();
    }

    /** A named value by its key, so that an answer that was kept reads like the first one. */
    private static Serializable plain(Serializable arg) {
      return arg instanceof Keyed named
          ? named.key()
          : arg instanceof TemporalAccessor ? arg.toString() : arg;
    }
  }

  /** Whether there were lines and none of them was accepted. */
  boolean isRefused() {
    return !lines.isEmpty() && lines.stream().noneMatch(Line::accepted);
  }

  /** The same as a problem (RFC 9457): every verdict of every line, with the receipt. */
  Map<String, Object> problem(Language language) {
    Map<String, Object> members =
        new Problem(REFUSED, "refused", "api.problem.nothing-taken", List.of(), List.of())
            .members(language);
    members.put("submission", submission);
    members.put("receipt", receipt);
    members.put("arrivedAt", arrivedAt);
    members.put("decidedAt", decidedAt);
    members.put("plan", plan);
    members.put("complete", complete);
    members.put("reasons", reasons);
    members.put("lines", lines);
    return members;
  }

  static AnswerBody of(PlanAnswer answer, Language language) {
    Verdict whole = answer.whole();
    List<Refusal> together = new java.util.ArrayList<>(whole.refusals());
    together.addAll(whole.warnings());
    return new AnswerBody(
        text(answer.submission()),
        answer.receipt(),
        text(answer.arrivedAt()),
        text(answer.decidedAt()),
        text(answer.plan()),
        answer.isComplete(),
        Reason.of(together, language),
        answer.lines().stream().map(line -> line(line, language)).toList());
  }

  private static Line line(PlanAnswer.Line line, Language language) {
    return new Line(
        text(line.offering()),
        line.code(),
        line.discipline(),
        line.name(),
        line.credits(),
        line.type().name(),
        line.isAccepted(),
        text(line.status()),
        text(line.enrolment()),
        line.sections(),
        line.verdict().provisional(),
        Reason.of(line.verdict().refusals(), language),
        Reason.of(line.verdict().warnings(), language));
  }

  private static String text(Object value) {
    return value == null ? null : value.toString();
  }
}
