package kz.miras.registrar.achievement;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.calendar.TermRef;
import kz.miras.registrar.calendar.TermType;
import kz.miras.registrar.curriculum.Component;
import kz.miras.registrar.curriculum.ControlForm;
import kz.miras.registrar.curriculum.Credits;
import kz.miras.registrar.curriculum.Curriculum;
import kz.miras.registrar.curriculum.CurriculumItem;
import kz.miras.registrar.curriculum.Cycle;
import kz.miras.registrar.curriculum.Discipline;
import kz.miras.registrar.curriculum.DisciplineKind;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.OrgUnit;
import kz.miras.registrar.curriculum.OrgUnitKind;
import kz.miras.registrar.curriculum.Programme;
import kz.miras.registrar.shared.LocalizedText;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PlannedObligationsTest {

  private static final List<Term> CALENDAR = CourseTimeTest.CALENDAR.subList(0, 5);

  private final List<CurriculumItem> items = new ArrayList<>();

  @Test
  @DisplayName("DEB-1 the plan falls due by the course; what is additional is never owed")
  void dueByCourse() {
    item(1, 1, 5, null, null);
    item(2, 2, 6, null, null);
    item(3, 3, 5, null, null);
    items.add(new CurriculumItem(plan(), discipline(4, 3), 1, Cycle.ADDITIONAL, null, null, null));
    List<Obligation> second =
        PlannedObligations.of(items, 4, counted(new Ledger()), Set.of(), CourseTime.plain(2, 2025));
    assertThat(second)
        .extracting(Obligation::discipline, Obligation::due)
        .containsExactly(
            Tuple.tuple("id:1", TermRef.autumn(2024)),
            Tuple.tuple("id:2", TermRef.spring(2024)),
            Tuple.tuple("id:3", TermRef.autumn(2025)));
    assertThat(
            PlannedObligations.of(
                items, 4, counted(new Ledger()), Set.of(), CourseTime.plain(1, 2025)))
        .as("the first course repeated")
        .extracting(Obligation::due)
        .startsWith(TermRef.autumn(2025));
    assertThat(debts(second, new Ledger().add("id:1", 5, "B"), TermRef.spring(2024)))
        .containsExactly("id:2 NOT_TAKEN 6");
  }

  @Test
  @DisplayName("DEB-1 a plan of trimesters has three terms a year")
  void trimesters() {
    item(1, 4, 5, null, null);
    item(2, 6, 5, null, null);
    assertThat(
            PlannedObligations.of(
                items, 2, counted(new Ledger()), Set.of(), CourseTime.plain(2, 2025)))
        .extracting(Obligation::due)
        .containsExactly(
            new TermRef(2025, TermType.TRIMESTER_1), new TermRef(2025, TermType.TRIMESTER_3));
  }

  @Test
  @DisplayName("DEB-1 a trimester that is over makes no semester due, nor the other way round")
  void overByKind() {
    List<Term> mixed = new ArrayList<>(CALENDAR);
    mixed.add(IncompleteClockTest.term(2025, TermType.TRIMESTER_1, "2025-09-01", "2025-11-29"));
    LocalDate december = LocalDate.of(2025, 12, 10);
    item(1, 1, 5, null, null);
    assertThat(PlannedObligations.over(items, 2, december, mixed)).isEqualTo(TermRef.spring(2024));
    item(2, 6, 5, null, null);
    assertThat(PlannedObligations.over(items, 2, december, mixed))
        .isEqualTo(new TermRef(2025, TermType.TRIMESTER_1));
    assertThat(PlannedObligations.over(items, 2, LocalDate.of(2024, 9, 1), mixed))
        .isEqualTo(TermRef.autumn(0));
  }

  @Test
  @DisplayName("DEB-1 of a choice block its open credits are owed, no discipline in particular")
  void choiceBlocks() {
    item(1, 1, 5, "A", 10);
    item(2, 1, 5, "A", 10);
    item(3, 1, 5, "A", 10);
    assertThat(owed(new Ledger())).containsExactly("block:A NOT_TAKEN 10");
    assertThat(owed(new Ledger().add("id:2", 5, "C"))).containsExactly("block:A NOT_TAKEN 5");
    assertThat(owed(new Ledger().add("id:2", 5, "C").add("id:3", 5, "F")))
        .containsExactly("id:3 FAILED 5");
    assertThat(owed(new Ledger().add("id:2", 5, "C").add("id:3", 5, "W")))
        .as("withdrawn is not taken")
        .containsExactly("block:A NOT_TAKEN 5");
    assertThat(owed(new Ledger().add("id:2", 5, "C").add("id:3", 5, "I"))).isEmpty();
  }

  @Test
  @DisplayName("DEB-3 an elective listed as a difference is not owed to its block a second time")
  void listedElective() {
    item(1, 1, 5, "A", 10);
    item(2, 1, 5, "A", 10);
    item(3, 1, 5, "A", 10);
    List<Obligation> owed = new ArrayList<>();
    owed.add(
        new Obligation("id:2", Credits.of(5), TermRef.autumn(2025), LocalDate.of(2026, 1, 10)));
    CountedResults none = counted(new Ledger());
    owed.addAll(PlannedObligations.of(items, 4, none, Set.of("id:2"), CourseTime.plain(1, 2025)));
    assertThat(debts(owed, new Ledger(), TermRef.autumn(2025)))
        .containsExactly("id:2 DIFFERENCE 5", "block:A NOT_TAKEN 5");
  }

  @Test
  @DisplayName("DEB-1 INC-1 an expired I is a debt, unless the discipline is passed otherwise")
  void expiredIncomplete() {
    CountedResults counted = counted(new Ledger().add("id:9", 5, "I"));
    assertThat(DebtPolicy.debts(counted, List.of(), TermRef.autumn(2025), counted.pending()))
        .extracting(Debt::discipline, Debt::cause)
        .containsExactly(Tuple.tuple("id:9", Debt.Cause.FAILED));
    CountedResults passed =
        counted(
            new Ledger()
                .add("id:9", 5, "I")
                .add("id:9", TermRef.spring(2025), ResultKind.RETAKE, 5, "C"));
    assertThat(DebtPolicy.debts(passed, List.of(), TermRef.autumn(2025), passed.pending()))
        .isEmpty();
    CountedResults additional =
        counted(new Ledger().add("id:9", 5, "I").with(Trait.ADDITIONAL_STUDY));
    assertThat(DebtPolicy.debts(additional, List.of(), TermRef.autumn(2025), additional.pending()))
        .as("as its failure would be none")
        .isEmpty();
  }

  private List<String> owed(Ledger ledger) {
    return debts(
        PlannedObligations.of(items, 4, counted(ledger), Set.of(), CourseTime.plain(1, 2025)),
        ledger,
        TermRef.autumn(2025));
  }

  private static List<String> debts(List<Obligation> planned, Ledger ledger, TermRef over) {
    return DebtPolicy.debts(counted(ledger), planned, over, List.of()).stream()
        .map(debt -> debt.discipline() + " " + debt.cause() + " " + debt.credits().value())
        .toList();
  }

  private static CountedResults counted(Ledger ledger) {
    return ledger.counted();
  }

  private void item(long discipline, int term, int credits, String block, Integer chosen) {
    items.add(
        new CurriculumItem(
            plan(),
            discipline(discipline, credits),
            term,
            Cycle.BASIC,
            block == null ? Component.UNIVERSITY : Component.ELECTIVE,
            block,
            chosen));
  }

  private static Discipline discipline(long id, int credits) {
    LocalizedText name = LocalizedText.of("П" + id, "Д" + id, "D" + id);
    Discipline discipline =
        new Discipline(
            "D" + id,
            "D" + id,
            "D" + id,
            name,
            credits,
            ControlForm.EXAM,
            DisciplineKind.values()[0],
            unit(),
            false,
            false);
    try {
      Field key = Discipline.class.getDeclaredField("id");
      key.setAccessible(true);
      key.set(discipline, id);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
    return discipline;
  }

  private static Curriculum plan() {
    LocalizedText name = LocalizedText.of("Б", "П", "P");
    return new Curriculum(
        new Programme("6B04101", "6B041", null, Level.BACHELOR, name, 240, 4, "kk", unit()),
        2025,
        null);
  }

  private static OrgUnit unit() {
    return new OrgUnit("S", OrgUnitKind.SCHOOL, null, LocalizedText.of("М", "Ш", "S"));
  }
}
