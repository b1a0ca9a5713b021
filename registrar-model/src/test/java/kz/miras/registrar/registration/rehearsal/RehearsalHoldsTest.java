package kz.miras.registrar.registration.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.registration.AcademicRecord.Standing;
import kz.miras.registrar.registration.HoldKind;
import kz.miras.registrar.registration.SectionKind;
import kz.miras.registrar.registration.WindowKind;
import kz.miras.registrar.registration.rehearsal.RehearsalReport.Cause;
import kz.miras.registrar.registration.rehearsal.RehearsalReport.Demand;
import kz.miras.registrar.registration.rehearsal.RehearsalReport.Filled;
import kz.miras.registrar.registration.rehearsal.RehearsalReport.Left;
import kz.miras.registrar.registration.rehearsal.RehearsalReport.Lost;
import kz.miras.registrar.registration.rehearsal.RehearsalReport.Stopped;
import kz.miras.registrar.registration.rehearsal.RehearsalStudent.Wish;
import kz.miras.registrar.registration.rule.HoldFact;
import kz.miras.registrar.registration.rule.PlanFacts;
import kz.miras.registrar.registration.rule.WantedLine;
import kz.miras.registrar.registration.rule.WindowFact;
import kz.miras.registrar.shared.Language;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RehearsalHoldsTest {

  private static final Instant OPENS = Instant.parse("2025-08-20T04:00:00Z");
  private static final HoldFact ADVISER =
      new HoldFact(HoldKind.ACADEMIC, "talk to the adviser", "A. Serik, room 214");
  private static final HoldFact PAPERS =
      new HoldFact(HoldKind.DOCUMENT, "medical certificate 075", "registrar's office, window 3");
  private static final HoldFact MONEY =
      new HoldFact(HoldKind.FINANCIAL, "tuition of autumn", "accounting, room 101");

  private RuleSet rules = RuleSet.defaults(Level.BACHELOR, LocalDate.of(2025, 9, 1));
  private final List<RehearsalStudent> students = new ArrayList<>();

  @Test
  @DisplayName("REG-15 whom a hold stops gets nothing, and leaves the seat to who comes later")
  void aHoldStops() {
    come("held", 1, List.of(ADVISER), wish("MAT"), wish("PHY"));
    come("free", 2, List.of(), wish("MAT"));

    RehearsalReport report = run();

    assertThat(report.stopped()).containsExactly(new Stopped("held", List.of(ADVISER)));
    assertThat(report.left())
        .containsExactly(
            new Left(
                "held",
                List.of(
                    new Lost("MAT", null, Cause.HOLD, "registration.hold"),
                    new Lost("PHY", null, Cause.HOLD, "registration.hold"))));
    assertThat(report.sections()).extracting(Filled::taken).containsExactly(1, 0);
    assertThat(report.served()).isEqualTo(1);
    assertThat(report.demand())
        .as("a wish counts as demand, but no seat is missing for it")
        .contains(
            new Demand(
                "MAT",
                Language.RU,
                1,
                2,
                1,
                0,
                List.of(new RehearsalReport.Room(SectionKind.GROUP, 1, 0))));
  }

  @Test
  @DisplayName("REG-15 students whom holds stop are counted by kind, by two kinds for each")
  void countedByKind() {
    come("both", 1, List.of(ADVISER, PAPERS), wish("MAT"));
    come("papers", 2, List.of(PAPERS), wish("MAT"));
    come("free", 3, List.of(), wish("MAT"));

    RehearsalReport report = run();

    assertThat(report.stopped()).extracting(Stopped::student).containsExactly("both", "papers");
    assertThat(report.stopped(HoldKind.ACADEMIC)).isEqualTo(1);
    assertThat(report.stopped(HoldKind.DOCUMENT)).isEqualTo(2);
    assertThat(report.stopped(HoldKind.FINANCIAL)).isZero();
  }

  @Test
  @DisplayName("REG-15 a hold of money stops only where the university has decided so")
  void moneyByDecision() {
    come("money", 1, List.of(MONEY), wish("MAT"));
    come("papers", 2, List.of(MONEY, PAPERS), wish("PHY"));

    assertThat(run().stopped())
        .as("only what binds is named")
        .containsExactly(new Stopped("papers", List.of(PAPERS)));
    assertThat(run().lines()).isEqualTo(1);

    rules = rules.with(RuleParameter.REG_FINANCIAL_HOLDS, "true");

    assertThat(run().stopped())
        .containsExactly(
            new Stopped("money", List.of(MONEY)), new Stopped("papers", List.of(MONEY, PAPERS)));
    assertThat(run().stopped(HoldKind.FINANCIAL)).isEqualTo(2);
    assertThat(run().lines()).isZero();
  }

  @Test
  @DisplayName("REG-15 a decision that sets the hold aside for a line lets its plan through")
  void setAside() {
    Wish consented = Wish.of(WantedLine.of("MAT", 5).waived(Set.of("REG-15")).build());
    come("consented", 1, List.of(ADVISER), consented, wish("PHY"));

    RehearsalReport report = run();

    assertThat(report.stopped()).isEmpty();
    assertThat(report.served()).isEqualTo(1);
  }

  @Test
  @DisplayName("REG-15 the hold stands again where the line it was set aside for is refused")
  void setAsideInVain() {
    Wish passed =
        Wish.of(WantedLine.of("MAT", 5).after(Standing.PASSED, 1).waived(Set.of("REG-15")).build());
    come("passed", 1, List.of(ADVISER), passed, wish("PHY"));

    RehearsalReport report = run();

    assertThat(report.stopped()).extracting(Stopped::student).containsExactly("passed");
    assertThat(report.left().get(0).lines())
        .extracting(Lost::cause)
        .containsExactly(Cause.RULE, Cause.HOLD);
    assertThat(report.lines()).isZero();
  }

  private RehearsalReport run() {
    return Rehearsal.run(List.of(offering("MAT"), offering("PHY")), students, level -> rules);
  }

  private static RehearsalOffering offering(String code) {
    return new RehearsalOffering(
        code + "-ru",
        code,
        Language.RU,
        List.of(RehearsalOffering.Part.of("1", SectionKind.GROUP, 1, List.of())));
  }

  private static Wish wish(String code) {
    return Wish.of(WantedLine.of(code, 5).build());
  }

  private void come(String number, int second, List<HoldFact> holds, Wish... wishes) {
    PlanFacts facts =
        PlanFacts.of(Level.BACHELOR, OPENS.atZone(ZoneOffset.UTC))
            .window(new WindowFact(true, WindowKind.REGISTRATION, null, null))
            .holds(holds)
            .build();
    students.add(
        new RehearsalStudent(number, OPENS.plusSeconds(second), Set.of(), facts, List.of(wishes)));
  }
}
