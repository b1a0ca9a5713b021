package kz.miras.registrar.student;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/**
 * MOV-12. An order that is entered names its students, all of them known; its number occurs once on
 * a day; it takes effect not long before it was signed; what it corrects exists. With MOV-11 for
 * each student. Every reason is told at once.
 */
public final class OrderSound {

  private OrderSound() {}

  /**
   * What the register knows already.
   *
   * @param twice whether an order of this number and day is entered
   * @param correctedUnknown number of the corrected order where nobody knows it; null otherwise
   * @param students status of each student found, by number
   * @param unknown numbers nobody has
   */
  public record Known(
      boolean twice,
      String correctedUnknown,
      Map<String, StudentStatus> students,
      Collection<String> unknown) {}

  public static Verdict judge(
      OrderKind kind, LocalDate signedOn, LocalDate effectiveOn, Known known) {
    Verdict verdict = Verdict.allowed();
    if (effectiveOn.isBefore(signedOn.minusYears(1))) {
      verdict = verdict.and(refused("student.order.dates", "effectiveOn"));
    }
    if (known.twice()) {
      verdict = verdict.and(refused("student.order.twice", "number"));
    }
    if (known.correctedUnknown() != null) {
      verdict = verdict.and(unknown(known.correctedUnknown(), "corrects"));
    }
    for (Map.Entry<String, StudentStatus> student : known.students().entrySet()) {
      verdict = verdict.and(OrderEffects.judge(kind, student.getValue(), student.getKey()));
    }
    for (String number : known.unknown()) {
      verdict = verdict.and(unknown(number, "students"));
    }
    return known.students().isEmpty() && known.unknown().isEmpty()
        ? verdict.and(refused("student.order.nobody", "students"))
        : verdict;
  }

  private static Verdict refused(String code, String field) {
    return Verdict.refused(Refusal.of(code, "MOV-12").at(field));
  }

  private static Verdict unknown(String number, String field) {
    return Verdict.refused(Refusal.of("field.unknown", "DAT-2", number).at(field));
  }
}
