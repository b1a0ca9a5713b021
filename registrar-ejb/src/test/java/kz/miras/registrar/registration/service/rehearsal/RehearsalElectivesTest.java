package kz.miras.registrar.registration.service.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.registration.AcademicRecord.Past;
import kz.miras.registrar.registration.AcademicRecord.Standing;
import kz.miras.registrar.registration.rehearsal.Rehearsal;
import kz.miras.registrar.registration.rehearsal.RehearsalReport;
import kz.miras.registrar.registration.rehearsal.RehearsalStudent;
import kz.miras.registrar.registration.rehearsal.RehearsalStudent.Origin;
import kz.miras.registrar.registration.rehearsal.RehearsalStudent.Wish;
import kz.miras.registrar.registration.rule.ChoiceFact;
import kz.miras.registrar.registration.rule.LineSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RehearsalElectivesTest extends RehearsalWorld {

  private static Set<String> options(RehearsalStudent student) {
    return student.wishes().stream()
        .flatMap(wish -> wish.options().stream())
        .map(option -> option.line().discipline())
        .collect(Collectors.toSet());
  }

  @Test
  @DisplayName("electives are drawn from the published catalogue of the year, its additions too")
  void fromTheCatalogue() {
    item(1, 5, 2, "B1");
    item(2, 5, 2, "B1");
    item(3, 5, 1, null);
    entry(1, 2, "B1");
    entry(9, 2, "B1");
    entry(8, 1, "B1");

    RehearsalStudent student = students(person(1)).get(0);

    assertThat(options(student))
        .as("neither what it leaves out nor what it teaches in another term")
        .containsExactlyInAnyOrder("D1", "D9");
    assertThat(student.wishes()).extracting(Wish::origin).containsExactly(Origin.CATALOGUE);
    assertThat(student.wishes().get(0).options())
        .extracting(option -> option.line().source())
        .containsExactlyInAnyOrder(LineSource.PROGRAMME, LineSource.CATALOGUE);
    assertThat(student.facts().choices())
        .as("the block still asks for the credits of the curriculum")
        .containsExactly(new ChoiceFact("B1", 5, 0));
  }

  @Test
  @DisplayName(
      "blocks without entries, and curricula without a catalogue, offer what they prescribe")
  void fromTheCurriculum() {
    item(1, 5, 2, "B1");
    item(2, 5, 2, "B2");
    item(3, 5, 2, null);
    entry(1, 2, "B1");

    assertThat(students(person(1)).get(0).wishes())
        .extracting(Wish::origin)
        .containsExactly(Origin.PRESCRIBED, Origin.CATALOGUE, Origin.CURRICULUM);
    entries.clear();
    assertThat(students(person(1)).get(0).wishes())
        .extracting(Wish::origin)
        .containsExactly(Origin.PRESCRIBED, Origin.CURRICULUM, Origin.CURRICULUM);
  }

  @Test
  @DisplayName("an addition passed before counts for its block; a failed elective left out is owed")
  void passedAddition() {
    item(1, 5, 2, "B1");
    item(2, 5, 1, "B0");
    entry(1, 2, "B1");
    entry(9, 1, "B1");
    entry(7, 1, "B0");
    past.put(9L, new Past(Standing.PASSED, 1));
    past.put(2L, new Past(Standing.FAILED, 1));

    RehearsalStudent student = students(person(1)).get(0);

    assertThat(student.facts().choices()).containsExactly(new ChoiceFact("B1", 5, 5));
    assertThat(wanted(student)).containsExactly("D2");
    assertThat(student.wishes().get(0).options().get(0).line().source())
        .isEqualTo(LineSource.PROGRAMME);
  }

  @Test
  @DisplayName("the report says how many choices came from catalogues and how many from curricula")
  void reported() {
    item(1, 5, 2, "B1");
    item(2, 5, 2, "B2");
    item(3, 5, 2, null);
    entry(1, 2, "B1");
    List<RehearsalStudent> students = students(person(1), person(2));

    RehearsalReport report =
        Rehearsal.run(
            List.of(), students, level -> RuleSet.defaults(level, LocalDate.of(2026, 9, 1)));

    assertThat(report.electives()).isEqualTo(new RehearsalReport.Electives(2, 2));
  }
}
