package kz.miras.registrar.registration.service.summer;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.registration.EnrolmentStatus;
import kz.miras.registrar.registration.SummerPurpose;
import kz.miras.registrar.registration.payment.PaymentStatus;
import kz.miras.registrar.registration.summer.BreakEven;
import kz.miras.registrar.registration.summer.SummerApplicationStatus;
import kz.miras.registrar.registration.summer.SummerGroupSize;
import kz.miras.registrar.registration.summer.SummerGroupStatus;
import kz.miras.registrar.registration.summer.SummerPlanSound;
import kz.miras.registrar.registration.summer.SummerStatus;
import kz.miras.registrar.shared.LocalizedText;

/**
 * A summer semester as people read it.
 *
 * @param applying whether students may apply today
 * @param prices price of a credit by order, as it is today
 * @param own the applications of the student behind the account
 */
public record SummerView(
    String id,
    String term,
    LocalDate begins,
    LocalDate ends,
    int weeks,
    SummerStatus status,
    LocalDate from,
    LocalDate to,
    String remark,
    String submittedBy,
    Instant submittedAt,
    String decision,
    String approvedBy,
    Instant approvedAt,
    Instant closedAt,
    boolean applying,
    List<Price> prices,
    List<Line> disciplines,
    List<Application> own)
    implements Serializable {

  public SummerView {
    prices = List.copyOf(prices);
    disciplines = List.copyOf(disciplines);
    own = List.copyOf(own);
  }

  /** The prices as a reader needs them: one without a level where all levels have the same. */
  public List<Price> priceLines() {
    boolean same =
        prices.size() == Level.values().length
            && prices.stream()
                .allMatch(
                    one ->
                        one.price().compareTo(prices.get(0).price()) == 0
                            && one.basis().equals(prices.get(0).basis()));
    return same ? List.of(prices.get(0).forAll()) : prices;
  }

  /** Tenge marked as paid in all. */
  public BigDecimal income() {
    return disciplines.stream()
        .map(line -> line.money().income())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Applications that count in all. */
  public int applications() {
    return disciplines.stream().mapToInt(Line::applications).sum();
  }

  /** How many enrolments are paid, those that came through the plan of studies too. */
  public int paid() {
    return disciplines.stream().mapToInt(Line::paid).sum();
  }

  /**
   * The price of a credit for a level.
   *
   * @param level null where it is the same for all
   */
  public record Price(Level level, BigDecimal price, String basis) implements Serializable {

    private Price forAll() {
      return new Price(null, price, basis);
    }
  }

  /** Another summer semester. */
  public record Other(String id, String term, SummerStatus status) implements Serializable {}

  /**
   * A discipline of the plan.
   *
   * @param price tenge of a credit as it is taught; null where none is in force
   * @param unready how many of the applications have not passed their steps (SUM-13)
   * @param offering public id of its offering; null while it has none
   * @param applied whether the student behind the account has applied
   * @param attendance whether the caller may see the attendance of a group of it
   */
  public record Line(
      String id,
      String code,
      LocalizedText name,
      String language,
      int credits,
      int minimum,
      BigDecimal price,
      BigDecimal individualPrice,
      BigDecimal groupCost,
      boolean proposed,
      SummerGroupStatus status,
      int groups,
      int applications,
      int unready,
      int paid,
      int enrolled,
      BreakEven money,
      String offering,
      String reason,
      boolean applied,
      boolean attendance)
      implements Serializable {

    /** SUM-7, SUM-13. Whether as many applications have passed their steps as a group needs. */
    public boolean isEnough() {
      return SummerGroupSize.isEnough(applications - unready, minimum);
    }
  }

  /**
   * SUM-13. The steps of an application before its group.
   *
   * @param checkedAt null while the office has not checked it
   * @param agreedAt null while neither adviser nor dean have agreed
   * @param asked whether the rules ask for that agreement
   */
  public record Steps(
      String checkedBy, Instant checkedAt, String agreedBy, Instant agreedAt, boolean asked)
      implements Serializable {}

  /**
   * An application.
   *
   * @param university the other university; null where there is none
   * @param recredit whether it is studied there alone and must be recognised
   * @param enrolment what became of the enrolment; null where there is none
   * @param payment number of the request to pay; null where there is none
   * @param reason why it was refused; null otherwise
   * @param attended how the student attends; null where nothing has been checked
   */
  public record Application(
      String id,
      String studentId,
      String studentNo,
      String student,
      String programme,
      int course,
      String code,
      LocalizedText discipline,
      SummerPurpose purpose,
      String university,
      boolean recredit,
      SummerApplicationStatus status,
      Instant appliedAt,
      EnrolmentStatus enrolment,
      String payment,
      String paymentId,
      PaymentStatus paymentStatus,
      String reason,
      Steps steps,
      Attended attended)
      implements Serializable {

    /** SUM-13. Whether the office has to check it. */
    public boolean isToCheck() {
      return SummerPlanSound.steps(status, steps.checkedAt() != null).isAllowed();
    }

    /** SUM-13. Whether adviser or dean may agree to it. */
    public boolean isToAgree() {
      return SummerPlanSound.steps(status, steps.agreedAt() != null).isAllowed();
    }

    /** SUM-13. Whether it has passed its steps, and is not accepted yet. */
    public boolean isReady() {
      return !recredit
          && SummerPlanSound.steps(status, false)
              .and(
                  SummerPlanSound.ready(
                      steps.checkedAt() != null, steps.agreedAt() != null, steps.asked()))
              .isAllowed();
    }

    /** Whether it counts: nothing has ended it or its enrolment. */
    public boolean isLive() {
      return status.isActive() && (enrolment == null || enrolment.isActive());
    }

    /** Whether it waits to be accepted for study elsewhere. */
    public boolean isToAccept() {
      return recredit && status == SummerApplicationStatus.APPLIED;
    }

    /** Key of what it is now. */
    public String state() {
      return enrolment != null
          ? enrolment.key()
          : recredit && status == SummerApplicationStatus.ACCEPTED
              ? "registration.summer.elsewhere"
              : status.key();
    }

    /** Whether it can still be taken back or refused. */
    public boolean isOpen() {
      return status.isActive() && (enrolment == null || enrolment == EnrolmentStatus.REQUESTED);
    }
  }
}
