package kz.miras.registrar.student;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/**
 * MOV-12. An order that is entered names its students, all of them known; its number occurs once on
 * a day; it takes effect not long before it was signed; what it corrects exists. With MOV-11 for
 * each student, MOV-15 for what it says and MOV-5 for how long a leave lasts. Every reason is told
 * at once.
 */
public final class OrderSound {

  private OrderSound() {}

  /**
   * An order as written.
   *
   * @param ground null where it gives none
   */
  public record Written(
      OrderKind kind,
      LocalDate signedOn,
      LocalDate effectiveOn,
      OrderGround ground,
      OrderTerms terms) {}

  /**
   * What the register knows already.
   *
   * @param twice whether an order of this number, day and paragraph is entered
   * @param corrects whether it names an order it corrects
   * @param correctedUnknown number of the corrected order where nobody knows it; null otherwise
   * @param students those found
   * @param unknown numbers nobody has
   */
  public record Known(
      boolean twice,
      boolean corrects,
      String correctedUnknown,
      List<OrderEffects.Subject> students,
      Collection<String> unknown) {}

  /** All that the rules say of an order taking effect here. */
  public static Verdict judge(Written order, Known known) {
    Verdict verdict = register(order, known);
    for (OrderEffects.Subject student : known.students()) {
      verdict = verdict.and(OrderEffects.judge(order.kind(), student));
    }
    return verdict.and(terms(order)).and(corrects(order.kind(), known));
  }

  /** What holds for every order in the register, one of the past too. */
  public static Verdict register(Written order, Known known) {
    Verdict verdict = Verdict.allowed();
    if (order.effectiveOn().isBefore(order.signedOn().minusYears(1))) {
      verdict = verdict.and(refused("student.order.dates", "effective_on"));
    }
    if (known.twice()) {
      verdict = verdict.and(refused("student.order.twice", "number"));
    }
    if (known.correctedUnknown() != null) {
      verdict = verdict.and(unknown(known.correctedUnknown(), "corrects"));
    }
    LocalDate until = order.terms().until();
    if (until != null && !until.isAfter(order.effectiveOn())) {
      verdict = verdict.and(refused("student.order.until", "until_on"));
    }
    for (String number : known.unknown()) {
      verdict = verdict.and(unknown(number, "students"));
    }
    return known.students().isEmpty() && known.unknown().isEmpty()
        ? verdict.and(refused("student.order.nobody", "students"))
        : verdict;
  }

  /** MOV-15. An order says what its kind may say, a transfer at least one thing. */
  private static Verdict terms(Written order) {
    Verdict verdict = Verdict.allowed();
    Set<OrderTerms.Term> allowed =
        order.kind().moves() && order.kind() != OrderKind.CANCELLATION
            ? OrderTerms.of(order.kind())
            : Set.of();
    for (OrderTerms.Term term : order.terms().stated()) {
      if (!allowed.contains(term)) {
        verdict =
            verdict.and(
                Verdict.refused(
                    Refusal.of("student.order.terms", "MOV-15", order.kind()).at(term.field())));
      }
    }
    if (order.kind() == OrderKind.TRANSFER_INSIDE && order.terms().stated().isEmpty()) {
      verdict =
          verdict.and(
              Verdict.refused(Refusal.of("student.order.says-nothing", "MOV-15").at("order_kind")));
    }
    return verdict.and(ground(order)).and(leave(order));
  }

  private static Verdict ground(Written order) {
    if (order.ground() != null && !order.ground().fits(order.kind())) {
      return Verdict.refused(
          Refusal.of("student.order.ground", "MOV-7", order.ground(), order.kind()).at("ground"));
    }
    return order.ground() == null && !OrderGround.of(order.kind()).isEmpty()
        ? Verdict.warning(Refusal.of("student.order.no-ground", "MOV-7").at("ground"))
        : Verdict.allowed();
  }

  /** MOV-5. Six to twelve months of illness, until the child is three: another length is noted. */
  private static Verdict leave(Written order) {
    boolean leave = order.kind() == OrderKind.LEAVE || order.kind() == OrderKind.LEAVE_EXTENSION;
    if (!leave) {
      return Verdict.allowed();
    }
    LocalDate until = order.terms().until();
    if (until == null) {
      return Verdict.warning(Refusal.of("student.order.no-until", "MOV-5").at("until_on"));
    }
    LocalDate from = order.effectiveOn();
    boolean odd =
        order.ground() == OrderGround.ILLNESS
            && ((order.kind() == OrderKind.LEAVE && until.isBefore(from.plusMonths(6).minusDays(1)))
                || until.isAfter(from.plusMonths(12)));
    boolean long3 = order.ground() == OrderGround.CHILD && until.isAfter(from.plusYears(3));
    return odd || long3
        ? Verdict.warning(Refusal.of("student.order.leave-length", "MOV-5", until).at("until_on"))
        : Verdict.allowed();
  }

  private static Verdict corrects(OrderKind kind, Known known) {
    return kind == OrderKind.CANCELLATION && !known.corrects()
        ? refused("student.order.cancels-nothing", "corrects")
        : Verdict.allowed();
  }

  /**
   * MOV-14. What an order did to a student is taken back only while nothing later has moved them.
   *
   * @param student number
   * @param later number of the later order; null where there is none
   * @param restorable whether the standing before it is known
   */
  public static Verdict undone(String student, String later, boolean restorable) {
    if (later != null) {
      return Verdict.refused(
          Refusal.of("student.order.later", "MOV-14", student, later).at("students"));
    }
    return restorable
        ? Verdict.allowed()
        : Verdict.refused(
            Refusal.of("student.order.before-unknown", "MOV-14", student).at("corrects"));
  }

  private static Verdict refused(String code, String field) {
    return Verdict.refused(Refusal.of(code, "MOV-12").at(field));
  }

  private static Verdict unknown(String number, String field) {
    return Verdict.refused(Refusal.of("field.unknown", "DAT-2", number).at(field));
  }
}
