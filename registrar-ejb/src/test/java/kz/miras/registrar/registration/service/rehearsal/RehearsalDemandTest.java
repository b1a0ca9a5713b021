package kz.miras.registrar.registration.service.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.miras.registrar.registration.AcademicRecord.Past;
import kz.miras.registrar.registration.AcademicRecord.Standing;
import kz.miras.registrar.registration.EnrolmentType;
import kz.miras.registrar.registration.HoldKind;
import kz.miras.registrar.registration.rehearsal.RehearsalStudent;
import kz.miras.registrar.registration.rehearsal.RehearsalStudent.Option;
import kz.miras.registrar.registration.rule.HoldFact;
import kz.miras.registrar.registration.rule.WantedLine;
import kz.miras.registrar.registration.service.rehearsal.RehearsalFacts.Log;
import kz.miras.registrar.registration.service.rehearsal.RehearsalFacts.Person;
import kz.miras.registrar.registration.service.rehearsal.RehearsalFacts.Planned;
import kz.miras.registrar.shared.Language;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RehearsalDemandTest extends RehearsalWorld {

  @Test
  @DisplayName("a first-year in spring wants the second term of the curriculum, passed left out")
  void byCurriculum() {
    item(1, 5, 1, null);
    item(2, 5, 2, null);
    item(3, 5, 2, null);
    past.put(3L, new Past(Standing.PASSED, 1));

    assertThat(wanted(students(person(1)).get(0))).containsExactly("D2");
  }

  @Test
  @DisplayName("a debt is wanted last, as a repeat")
  void debtsLast() {
    item(1, 5, 1, null);
    item(2, 5, 2, null);
    past.put(1L, new Past(Standing.FAILED, 1));

    RehearsalStudent student = students(person(1)).get(0);

    assertThat(wanted(student)).containsExactly("D2", "D1");
    WantedLine debt = student.wishes().get(1).options().get(0).line();
    assertThat(debt.type()).isEqualTo(EnrolmentType.RETAKE);
    assertThat(debt.attemptNo()).isEqualTo(2);
  }

  @Test
  @DisplayName("of a choice block what is planned already comes first, the others as alternatives")
  void plannedFirst() {
    item(1, 5, 2, "B1");
    item(2, 5, 2, "B1");
    item(3, 5, 2, "B1");
    for (long id = 1; id <= 3; id++) {
      chosen.put(id, Map.of(id, new Planned(Language.RU, null, null)));
    }

    List<RehearsalStudent> students = students(person(1), person(2), person(3));

    assertThat(students)
        .extracting(RehearsalWorld::wanted)
        .containsExactly(List.of("D1"), List.of("D2"), List.of("D3"));
    assertThat(students.get(0).wishes().get(0).options()).hasSize(3);
  }

  @Test
  @DisplayName("stream and group that are planned already are wanted most, any other next")
  void plannedSections() {
    item(1, 5, 2, null);
    item(2, 5, 2, null);
    chosen.put(1L, Map.of(1L, new Planned(Language.RU, "G1", "П-1")));

    RehearsalStudent student = students(person(1)).get(0);

    assertThat(student.wishes().get(0).options())
        .extracting(Option::group, Option::stream)
        .containsExactly(tuple("G1", "П-1"), tuple(null, null));
    assertThat(student.wishes().get(1).options())
        .extracting(Option::group, Option::stream)
        .containsExactly(tuple(null, null));
  }

  @Test
  @DisplayName("a discipline planned in another language than the own is wanted in that one")
  void plannedLanguage() {
    item(1, 5, 2, null);
    chosen.put(1L, Map.of(1L, new Planned(Language.EN, null, null)));
    english.add(1L);

    assertThat(students(person(1)).get(0).wishes().get(0).options().get(0).line().language())
        .isEqualTo(Language.EN);
    assertThat(students(person(2)).get(0).wishes().get(0).options().get(0).line().language())
        .isEqualTo(Language.RU);
  }

  @Test
  @DisplayName("students come as in the log of last term; whoever is not in it comes after")
  void asInTheLog() {
    item(1, 5, 2, null);
    log =
        new Log(
            spring,
            Map.of(1L, OPENED.plusSeconds(90), 2L, OPENED.plusSeconds(10)),
            Map.of("D1", 2));

    List<RehearsalStudent> students = students(person(1), person(2), person(3));

    assertThat(students.get(0).arrives()).isEqualTo(OPENS.plusSeconds(90));
    assertThat(students.get(1).arrives()).isEqualTo(OPENS.plusSeconds(10));
    assertThat(students.get(2).arrives()).isAfterOrEqualTo(OPENS.plus(Duration.ofHours(1)));
  }

  @Test
  @DisplayName("an elective asked for a hundred times last term is wanted by nearly everybody")
  void popularAsInTheLog() {
    item(1, 5, 2, "B1");
    item(2, 5, 2, "B1");
    log = new Log(spring, Map.of(), Map.of("D1", 1, "D2", 100));
    Person[] people = new Person[100];
    for (int i = 0; i < people.length; i++) {
      people[i] = person(i + 1);
    }

    List<RehearsalStudent> students = students(people);

    assertThat(students.stream().filter(one -> wanted(one).equals(List.of("D2"))).count())
        .isGreaterThan(90);
  }

  @Test
  @DisplayName("a student comes with the own holds, and with what was decided for the own lines")
  void ownHoldsAndDecisions() {
    item(1, 5, 2, null);
    item(2, 5, 2, null);
    HoldFact hold = new HoldFact(HoldKind.DOCUMENT, "a certificate", "window 3");
    holds.put(1L, List.of(hold));
    consents.put(1L, Map.of("D2", Set.of("REG-15")));

    List<RehearsalStudent> students = students(person(1), person(2));

    assertThat(students.get(0).facts().holds()).containsExactly(hold);
    assertThat(students.get(0).wishes())
        .extracting(wish -> wish.options().get(0).line().waived())
        .containsExactly(Set.of(), Set.of("REG-15"));
    assertThat(students.get(1).facts().holds()).isEmpty();
    assertThat(students.get(1).wishes())
        .allSatisfy(wish -> assertThat(wish.options().get(0).line().waived()).isEmpty());
  }

  @Test
  @DisplayName("the same seed makes the same demand")
  void repeatable() {
    item(1, 5, 2, "B1");
    item(2, 5, 2, "B1");
    assertThat(students(person(1), person(2))).isEqualTo(students(person(1), person(2)));
  }
}
