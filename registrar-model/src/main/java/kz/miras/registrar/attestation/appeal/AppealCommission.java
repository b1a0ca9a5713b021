package kz.miras.registrar.attestation.appeal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/**
 * APL-2. A commission that hears appeals, named by an order for a term. Its members do not change:
 * another order names another commission.
 */
@Entity
@Table(name = "appeal_commission")
public class AppealCommission {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "appeal-commission")
  @SequenceGenerator(
      name = "appeal-commission",
      sequenceName = "attestation_seq",
      allocationSize = 50)
  private Long id;

  @Column(nullable = false, updatable = false)
  private UUID uuid;

  @Column(name = "order_no", nullable = false, updatable = false)
  private String orderNo;

  @Column(name = "order_date", nullable = false, updatable = false)
  private LocalDate orderDate;

  @Column(name = "term_id", nullable = false, updatable = false)
  private long termId;

  @Column(name = "valid_from", nullable = false, updatable = false)
  private LocalDate validFrom;

  @Column(name = "valid_to", nullable = false)
  private LocalDate validTo;

  @Column(name = "last_protocol", nullable = false)
  private int lastProtocol;

  @Column(name = "registered_by", nullable = false, updatable = false)
  private String registeredBy;

  @Column(name = "registered_at", nullable = false, updatable = false)
  private Instant registeredAt;

  @Version private int version;

  protected AppealCommission() {}

  /**
   * A place in a commission as it is typed.
   *
   * @param teacher key of the teacher; null where somebody of the office holds it
   * @param account key of the account of somebody of the office; null for a teacher
   */
  public record Seat(CommissionOffice office, Long teacher, Long account) implements Serializable {

    /** Whether nobody was named. */
    public boolean isEmpty() {
      return teacher == null && account == null;
    }
  }

  /**
   * An order as it is typed; anything may be missing.
   *
   * @param term key of the term
   */
  public record Draft(
      String orderNo,
      LocalDate orderDate,
      Long term,
      LocalDate from,
      LocalDate to,
      List<Seat> seats)
      implements Serializable {

    public Draft {
      orderNo = orderNo == null ? "" : orderNo.strip();
      seats = List.copyOf(seats);
    }

    /**
     * APL-2. Whether it may be registered, every reason against it at once.
     *
     * @param fewest voters it needs, the chair included
     */
    public Verdict judge(int fewest, LocalDate today) {
      Verdict verdict = Verdict.allowed();
      if (orderNo.isEmpty()) {
        verdict = refused(verdict, "attestation.commission.order", "order_no");
      }
      if (orderDate == null || orderDate.isAfter(today)) {
        verdict = refused(verdict, "attestation.commission.order-date", "order_date");
      }
      if (term == null) {
        verdict = refused(verdict, "attestation.commission.term", "term");
      }
      if (from == null || to == null || to.isBefore(from)) {
        verdict = refused(verdict, "attestation.commission.dates", "to");
      }
      return members(verdict, fewest);
    }

    private Verdict members(Verdict sofar, int fewest) {
      Verdict verdict = sofar;
      if (count(CommissionOffice.CHAIR) != 1) {
        verdict = refused(verdict, "attestation.commission.chair", "chair");
      }
      if (count(CommissionOffice.SECRETARY) != 1) {
        verdict = refused(verdict, "attestation.commission.secretary", "secretary");
      }
      boolean whole = seats.stream().filter(seat -> seat.office().votes()).noneMatch(Seat::isEmpty);
      if (!whole || count(CommissionOffice.MEMBER) < fewest - 1) {
        verdict =
            verdict.and(
                Verdict.refused(
                    Refusal.of("attestation.commission.members", "APL-2", fewest - 1)
                        .at("members")));
      }
      Set<Seat> people = new HashSet<>();
      for (Seat seat : seats) {
        Seat person = new Seat(null, seat.teacher(), seat.account());
        if (!seat.isEmpty() && !people.add(person)) {
          verdict = refused(verdict, "attestation.commission.twice", "members");
        }
      }
      return verdict;
    }

    private long count(CommissionOffice office) {
      return seats.stream().filter(seat -> seat.office() == office && !seat.isEmpty()).count();
    }
  }

  private static Verdict refused(Verdict verdict, String code, String field) {
    return verdict.and(Verdict.refused(Refusal.of(code, "APL-2").at(field)));
  }

  /** The commission of an order the rules allow. */
  public AppealCommission(Draft order, String by, Instant at) {
    this.uuid = UUID.randomUUID();
    this.orderNo = order.orderNo();
    this.orderDate = Objects.requireNonNull(order.orderDate(), "orderDate");
    this.termId = order.term();
    this.validFrom = Objects.requireNonNull(order.from(), "from");
    this.validTo = Objects.requireNonNull(order.to(), "to");
    this.registeredBy = Objects.requireNonNull(by, "by");
    this.registeredAt = Objects.requireNonNull(at, "at");
  }

  /** APL-9. Whether it hears appeals on a day. */
  public Verdict judgeOn(LocalDate day) {
    return day.isBefore(validFrom) || day.isAfter(validTo)
        ? Verdict.refused(
            Refusal.of("attestation.commission.not-in-force", "APL-9", orderNo, validFrom, validTo)
                .at("commission"))
        : Verdict.allowed();
  }

  /** APL-2. Whether its work may end with this day. */
  public Verdict judgeEnd(LocalDate lastDay) {
    return lastDay == null || lastDay.isBefore(validFrom) || lastDay.isAfter(validTo)
        ? refused(Verdict.allowed(), "attestation.commission.end", "to")
        : Verdict.allowed();
  }

  /** Its work ends earlier, with this day. */
  public void endOn(LocalDate lastDay) {
    this.validTo = Objects.requireNonNull(lastDay, "lastDay");
  }

  /** The number of its next protocol; whoever asks holds its lock. */
  public int nextProtocol() {
    return ++lastProtocol;
  }

  public Long getId() {
    return id;
  }

  public UUID getUuid() {
    return uuid;
  }

  public String getOrderNo() {
    return orderNo;
  }

  public LocalDate getOrderDate() {
    return orderDate;
  }

  public long getTermId() {
    return termId;
  }

  public LocalDate getValidFrom() {
    return validFrom;
  }

  public LocalDate getValidTo() {
    return validTo;
  }

  public String getRegisteredBy() {
    return registeredBy;
  }

  public Instant getRegisteredAt() {
    return registeredAt;
  }
}
