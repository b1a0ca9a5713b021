package kz.miras.registrar.registration.plan;

import static kz.miras.registrar.registration.plan.StudyPlanLine.chosen;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import kz.miras.registrar.registration.EnrolmentType;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.Refusal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StudyPlanTest {

  private static final Instant SEAT_UNTIL = Instant.parse("2026-09-04T13:00:00Z");

  /** A plan with one line in each of these states; keys from 1. */
  static StudyPlan plan(PlanLineStatus... states) {
    StudyPlan plan = StudyPlan.empty(7, UUID.randomUUID(), 1, 2026);
    for (int i = 0; i < states.length; i++) {
      plan = plan.add(line(i + 1L, states[i]));
    }
    return plan;
  }

  static StudyPlanLine line(long id, PlanLineStatus status) {
    return new StudyPlanLine(
        id,
        1,
        100 + id,
        EnrolmentType.MAIN,
        Language.RU,
        200 + id,
        null,
        null,
        300 + id,
        status,
        1,
        status == PlanLineStatus.RETURNED ? "take the other group" : null,
        null,
        null);
  }

  @ParameterizedTest(name = "IUP-1 lines {0}: the plan is {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "                                 | DRAFT",
        "CHOSEN                           | DRAFT",
        "SUBMITTED CHOSEN                 | SUBMITTED",
        "SUBMITTED APPROVED               | SUBMITTED",
        "APPROVED APPROVED                | ADVISER_APPROVED",
        "APPROVED REGISTERED              | ADVISER_APPROVED",
        "REGISTERED REGISTERED            | REGISTERED",
        "REGISTERED CHOSEN                | AMENDING",
        "REGISTERED SUBMITTED             | SUBMITTED",
        "REGISTERED RETURNED SUBMITTED    | RETURNED",
        "REGISTERED REMOVED               | REGISTERED",
        "REMOVED                          | DRAFT"
      })
  @DisplayName("IUP-1 the state of a plan follows from its lines")
  void thePlanFollowsItsLines(String states, PlanStatus expected) {
    List<PlanLineStatus> lines =
        states == null
            ? List.of()
            : List.of(states.trim().split(" ")).stream().map(PlanLineStatus::valueOf).toList();

    assertThat(PlanStatus.of(lines, false)).isEqualTo(expected);
  }

  @Test
  @DisplayName("IUP-1 a line is taken out where it has no enrolment and the year is not closed")
  void aLineWithoutASeatIsTakenOut() {
    for (PlanLineStatus status : PlanLineStatus.values()) {
      StudyPlanLine seated = line(1, status);
      StudyPlanLine alone = seated.seated(null, null, null, null);
      StudyPlan plan = StudyPlan.empty(7, UUID.randomUUID(), 1, 2026).add(alone);
      StudyPlan closed =
          new StudyPlan(7, plan.link(), 1, 2026, PlanStatus.CLOSED, 1, 0, 0, false, plan.lines());
      boolean there = status != PlanLineStatus.REMOVED;
      assertThat(plan.mayWithdraw(alone).isAllowed()).isEqualTo(there);
      assertThat(plan.mayWithdraw(seated).isAllowed()).isFalse();
      assertThat(closed.mayWithdraw(alone).isAllowed()).isFalse();
    }
  }

  @Test
  @DisplayName("IUP-1 an amendment asks adviser and office about the changed line only")
  void anAmendmentAsksAboutTheChangedLineOnly() {
    StudyPlan confirmed = plan(PlanLineStatus.REGISTERED, PlanLineStatus.REGISTERED);

    StudyPlan amended = confirmed.submission().become(PlanLineStatus.SUBMITTED, Set.of(2L));

    assertThat(amended.status()).isEqualTo(PlanStatus.SUBMITTED);
    assertThat(amended.in(PlanLineStatus.SUBMITTED))
        .extracting(StudyPlanLine::id)
        .containsExactly(2L);
    assertThat(amended.in(PlanLineStatus.SUBMITTED))
        .extracting(StudyPlanLine::revision)
        .containsExactly(1);
    assertThat(amended.in(PlanLineStatus.REGISTERED))
        .extracting(StudyPlanLine::id)
        .containsExactly(1L);
  }

  @Test
  @DisplayName(
      "IUP-1 nobody decides about a line that does not lie with them, nor about a closed year")
  void nobodyDecidesOutOfTurn() {
    StudyPlan plan = plan(PlanLineStatus.SUBMITTED, PlanLineStatus.CHOSEN);

    assertThat(plan.may(PlanLineStatus.APPROVED, Set.of(1L)).isAllowed()).isTrue();
    assertThat(plan.may(PlanLineStatus.APPROVED, Set.of(1L, 2L)).refusals())
        .containsExactly(Refusal.of("registration.plan.not-now", "IUP-1", PlanLineStatus.APPROVED));
    assertThat(plan.may(PlanLineStatus.APPROVED, Set.of()).isAllowed()).isFalse();
    StudyPlan over =
        new StudyPlan(7, plan.link(), 1, 2025, PlanStatus.CLOSED, 1, 0, 0, false, plan.lines());
    assertThat(over.may(PlanLineStatus.APPROVED, Set.of(1L)).refusals())
        .containsExactly(Refusal.of("registration.plan.closed", "IUP-1"));
    assertThat(over.become(PlanLineStatus.APPROVED, Set.of(1L)).status())
        .isEqualTo(PlanStatus.CLOSED);
  }

  @Test
  @DisplayName("IUP-1 only what was given back is submitted again: with its seat, or as a choice")
  void onlyReturnedLinesAreSubmittedAgain() {
    for (PlanLineStatus status : PlanLineStatus.values()) {
      StudyPlanLine seated = line(1, status);
      StudyPlanLine choice = seated.seated(null, null, null, null);
      StudyPlanLine without = seated.seated(201L, null, null, null);
      boolean returned = status == PlanLineStatus.RETURNED;
      assertThat(of(seated).mayResubmit(1).isAllowed()).as("%s", status).isEqualTo(returned);
      assertThat(of(choice).mayResubmit(1).isAllowed()).as("%s", status).isEqualTo(returned);
      assertThat(of(without).mayResubmit(1).isAllowed()).as("its seat is gone").isFalse();
    }
    assertThat(of(line(1, PlanLineStatus.RETURNED)).mayResubmit(2).isAllowed()).isFalse();
  }

  @Test
  @DisplayName(
      "IUP-1 a draft changes what lies with the student alone; all else stands until it is submitted"
          + " otherwise")
  void aDraftChangesDraftsOnly() {
    StudyPlanLine otherwise = chosen(1, 101, EnrolmentType.MAIN, Language.EN, 901L, 902L, null);
    for (PlanLineStatus status : PlanLineStatus.values()) {
      StudyPlanLine seated = line(1, status);
      StudyPlanLine alone = seated.seated(null, null, null, null);
      boolean draft = status == PlanLineStatus.CHOSEN || status == PlanLineStatus.RETURNED;
      if (status == PlanLineStatus.REMOVED) {
        assertThat(of(alone).choose(otherwise).in(PlanLineStatus.CHOSEN)).hasSize(1);
        continue;
      }
      StudyPlan chosen = of(alone).choose(otherwise);
      assertThat(chosen.lines().get(0).equals(alone)).as("%s", status).isEqualTo(!draft);
      assertThat(chosen.lines().get(0).status()).isEqualTo(status);
      assertThat(of(alone).mayChoose(otherwise).warnings()).hasSize(draft ? 0 : 1);
      assertThat(of(seated).choose(otherwise)).isEqualTo(of(seated));
      assertThat(of(seated).mayChoose(otherwise).isAllowed()).isTrue();
    }
    StudyPlanLine approved = line(1, PlanLineStatus.APPROVED);
    StudyPlanLine same = chosen(1, 101, EnrolmentType.MAIN, Language.RU, 201L, null, null);
    assertThat(of(approved).mayChoose(same).warnings()).as("any group is this one too").isEmpty();
    assertThat(of(approved).close().mayChoose(otherwise).refusals())
        .extracting(Refusal::code)
        .containsExactly("registration.plan.closed");
  }

  @Test
  @DisplayName("IUP-1 only a returned line whose seat was released takes a seat anew")
  void onlyReleasedLinesTakeSeatsAnew() {
    for (PlanLineStatus status : PlanLineStatus.values()) {
      StudyPlanLine seated = line(1, status);
      StudyPlan released = of(seated.seated(201L, null, null, null));
      boolean returned = status == PlanLineStatus.RETURNED;
      long term = seated.term();
      assertThat(released.maySeatAnew(term, 1).isAllowed()).as("%s", status).isEqualTo(returned);
      assertThat(released.maySeatAnew(term + 1, 1).isAllowed()).as("of its own term").isFalse();
      assertThat(of(seated).maySeatAnew(term, 1).isAllowed()).as("has its seat").isFalse();
      assertThat(of(seated.seated(null, null, null, null)).maySeatAnew(term, 1).isAllowed())
          .as("a choice wants none")
          .isFalse();
      assertThat(of(seated).isSubmitted(1)).isEqualTo(status == PlanLineStatus.SUBMITTED);
    }
  }

  private static StudyPlan of(StudyPlanLine line) {
    return StudyPlan.empty(7, new UUID(7, 7), 1, 2026).add(line);
  }

  @Test
  @DisplayName("IUP-1 the office confirms what the adviser has approved, nothing else")
  void onlyApprovedLinesAreConfirmed() {
    for (PlanLineStatus status : PlanLineStatus.values()) {
      assertThat(plan(status).may(PlanLineStatus.REGISTERED, Set.of(1L)).isAllowed())
          .isEqualTo(status == PlanLineStatus.APPROVED);
    }
  }

  @Test
  @DisplayName("IUP-5 a returned line says why and keeps its seat until the day, the others stay")
  void aReturnedLineKeepsItsSeat() {
    StudyPlan plan = plan(PlanLineStatus.SUBMITTED, PlanLineStatus.APPROVED);

    StudyPlan returned = plan.giveBack(Map.of(1L, "too many credits"), SEAT_UNTIL);

    StudyPlanLine line = returned.in(PlanLineStatus.RETURNED).get(0);
    assertThat(line.remark()).isEqualTo("too many credits");
    assertThat(line.seatUntil()).isEqualTo(SEAT_UNTIL);
    assertThat(line.enrolment()).isEqualTo(301L);
    assertThat(returned.status()).isEqualTo(PlanStatus.RETURNED);
    assertThat(returned.in(PlanLineStatus.APPROVED)).hasSize(1);
    assertThat(line.seated(null, null, null, null).seatUntil()).as("without a seat").isNull();
  }

  @Test
  @DisplayName("IUP-1 the dean's signature is of this submission and gone with the next")
  void theSignatureIsOfOneSubmission() {
    StudyPlan signed = plan(PlanLineStatus.APPROVED).sign();

    assertThat(signed.status()).isEqualTo(PlanStatus.DEAN_SIGNED);
    assertThat(signed.submission().become(PlanLineStatus.SUBMITTED, Set.of(1L)).signed()).isFalse();
  }

  @Test
  @DisplayName("IUP-1 no state of a line leads out of removed, and each way in is a decision")
  void removedIsTheEnd() {
    assertThat(PlanLineStatus.REMOVED.next()).isEmpty();
    for (PlanLineStatus status : PlanLineStatus.values()) {
      assertThat(status.next()).as(status.name()).doesNotContain(status);
    }
  }

  @Test
  @DisplayName("IUP-1 nothing is decided about the plan of a year that is over")
  void closed() {
    StudyPlan closed =
        plan(PlanLineStatus.SUBMITTED, PlanLineStatus.APPROVED, PlanLineStatus.RETURNED).close();
    assertThat(closed.maySubmit().isAllowed()).isFalse();
    for (PlanLineStatus next : PlanLineStatus.values()) {
      assertThat(closed.may(next, Set.of(1L, 2L, 3L)).refusals())
          .extracting(Refusal::code)
          .containsExactly("registration.plan.closed");
    }
    assertThat(closed.maySign().isAllowed()).isFalse();
    assertThat(closed.become(PlanLineStatus.REMOVED, Set.of(1L)).status())
        .as("a late change of an enrolment does not open it again")
        .isEqualTo(PlanStatus.CLOSED);
    assertThat(closed.lines()).hasSize(3);
  }

  @ParameterizedTest(name = "IUP-1 lines {0}: the dean may sign {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "                    | false",
        "SUBMITTED           | false",
        "REGISTERED          | false",
        "APPROVED            | true",
        "APPROVED SUBMITTED  | false",
        "APPROVED RETURNED   | true",
        "APPROVED CHOSEN     | true",
        "APPROVED REGISTERED | true"
      })
  @DisplayName("IUP-1 what is approved is signed once, whatever was given back or is a draft")
  void theDeanSigns(String states, boolean allowed) {
    StudyPlan plan =
        plan(
            states == null
                ? new PlanLineStatus[0]
                : List.of(states.trim().split(" ")).stream()
                    .map(PlanLineStatus::valueOf)
                    .toArray(PlanLineStatus[]::new));
    assertThat(plan.maySign().isAllowed()).isEqualTo(allowed);
    assertThat(plan.sign().maySign().isAllowed()).isFalse();
  }

  @Test
  @DisplayName(
      "IUP-2 what has no section is confirmed by the office at once: anew, or as the draft it was;"
          + " what lies with the adviser stays there")
  void theOfficeConfirmsWhatHasNoSection() {
    StudyPlanLine practice = chosen(1, 900, EnrolmentType.MAIN, Language.RU, null, null, null);
    StudyPlan fresh = plan(PlanLineStatus.SUBMITTED).confirm(practice);
    StudyPlan drafted = plan().choose(practice).confirm(practice);
    StudyPlan asked = plan().choose(practice).become(PlanLineStatus.SUBMITTED, Set.of(0L));

    assertThat(fresh.line(1, 900).orElseThrow().status()).isEqualTo(PlanLineStatus.REGISTERED);
    assertThat(fresh.lines().get(0).status()).isEqualTo(PlanLineStatus.SUBMITTED);
    assertThat(drafted.lines())
        .extracting(StudyPlanLine::status)
        .containsExactly(PlanLineStatus.REGISTERED);
    assertThat(asked.confirm(practice).lines()).isEqualTo(asked.lines());
  }
}
