package kz.miras.registrar.attestation.commission;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import kz.miras.registrar.attestation.appeal.CommissionOffice;
import kz.miras.registrar.shared.Fitted;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/**
 * AK-1, AK-3. The order that names an attestation commission, as it is typed; anything may be
 * missing.
 *
 * @param designation what the commission is called, for example {@code АК-1}
 * @param year academic year by the calendar year it begins in; null where not chosen
 * @param programmes keys of the programmes it attests
 * @param council number of the decision of the academic council
 */
public record AttestationOrder(
    String designation,
    Integer year,
    Set<Long> programmes,
    String orderNo,
    LocalDate orderDate,
    String council,
    LocalDate councilDate,
    LocalDate from,
    LocalDate to,
    List<AttestationSeat> seats)
    implements Serializable {

  private static final int SHORT = 50;
  private static final int LINE = 200;

  public AttestationOrder {
    designation = designation == null ? "" : designation.strip();
    orderNo = orderNo == null ? "" : orderNo.strip();
    council = council == null ? "" : council.strip();
    programmes = Set.copyOf(programmes);
    seats = seats.stream().filter(seat -> !seat.isEmpty()).toList();
  }

  /**
   * Whether it may be registered, every reason against it at once.
   *
   * @param fewest voters it needs, the chair included
   * @param yearFrom first day of the academic year; null where it is unknown
   * @param yearTo last day of the academic year; null where it is unknown
   */
  public Verdict judge(int fewest, LocalDate yearFrom, LocalDate yearTo, LocalDate today) {
    return head(today).and(dates(yearFrom, yearTo)).and(members(fewest)).and(fits());
  }

  private Verdict fits() {
    Verdict verdict =
        Fitted.judge(SHORT, designation, "designation")
            .and(Fitted.judge(SHORT, orderNo, "order_no"))
            .and(Fitted.judge(SHORT, council, "council"));
    for (AttestationSeat seat : seats) {
      verdict =
          verdict
              .and(Fitted.judge(LINE, seat.person(), "members"))
              .and(Fitted.judge(LINE, seat.post(), "members"));
    }
    return verdict;
  }

  private Verdict head(LocalDate today) {
    Verdict verdict = Verdict.allowed();
    if (designation.isEmpty()) {
      verdict = verdict.and(refused("attestation.ak.designation", "AK-1", "designation"));
    }
    if (programmes.isEmpty()) {
      verdict = verdict.and(refused("attestation.ak.programmes", "AK-1", "programmes"));
    }
    if (orderNo.isEmpty()) {
      verdict = verdict.and(refused("attestation.ak.order", "AK-3", "order_no"));
    }
    if (orderDate == null || orderDate.isAfter(today)) {
      verdict = verdict.and(refused("attestation.ak.order-date", "AK-3", "order_date"));
    }
    boolean decided = !council.isEmpty() && councilDate != null;
    return decided && !(orderDate != null && councilDate.isAfter(orderDate))
        ? verdict
        : verdict.and(refused("attestation.ak.council", "AK-3", "council"));
  }

  private Verdict dates(LocalDate yearFrom, LocalDate yearTo) {
    if (year == null || yearFrom == null || yearTo == null) {
      return refused("attestation.ak.year", "AK-1", "year");
    }
    if (from == null || to == null || to.isBefore(from)) {
      return refused("attestation.ak.dates", "AK-1", "to");
    }
    return from.isBefore(yearFrom) || to.isAfter(yearTo)
        ? refused("attestation.ak.outside-year", "AK-1", "to", yearFrom, yearTo)
        : Verdict.allowed();
  }

  private Verdict members(int fewest) {
    Verdict verdict = Verdict.allowed();
    if (!isHeld(CommissionOffice.CHAIR)) {
      verdict = verdict.and(refused("attestation.ak.chair", "AK-3", "chair"));
    }
    if (!isHeld(CommissionOffice.SECRETARY)) {
      verdict = verdict.and(refused("attestation.ak.secretary", "AK-3", "secretary"));
    }
    long voters = seats.stream().filter(seat -> seat.office().votes()).count();
    if (voters < fewest) {
      verdict = verdict.and(refused("attestation.ak.members", "AK-3", "members", fewest, voters));
    }
    Set<AttestationSeat> people = new HashSet<>();
    boolean twice = seats.stream().anyMatch(seat -> seat.isDouble() || !people.add(seat.who()));
    return twice ? verdict.and(refused("attestation.ak.twice", "AK-3", "members")) : verdict;
  }

  /** Whether one person holds an office that signs, and can sign in to do so. */
  private boolean isHeld(CommissionOffice office) {
    List<AttestationSeat> held = seats.stream().filter(seat -> seat.office() == office).toList();
    return held.size() == 1 && held.get(0).isKnown();
  }

  private static Verdict refused(String code, String rule, String field, Serializable... args) {
    return Verdict.refused(Refusal.of(code, rule, args).at(field));
  }
}
