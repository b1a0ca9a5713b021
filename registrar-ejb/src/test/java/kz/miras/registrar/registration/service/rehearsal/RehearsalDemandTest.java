package kz.miras.registrar.registration.service.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import kz.miras.registrar.calendar.AcademicYear;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.calendar.TermType;
import kz.miras.registrar.curriculum.DisciplineKind;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.registration.AcademicRecord.Past;
import kz.miras.registrar.registration.AcademicRecord.Standing;
import kz.miras.registrar.registration.EnrolmentType;
import kz.miras.registrar.registration.HoldKind;
import kz.miras.registrar.registration.SectionKind;
import kz.miras.registrar.registration.rehearsal.RehearsalOffering;
import kz.miras.registrar.registration.rehearsal.RehearsalOffering.Part;
import kz.miras.registrar.registration.rehearsal.RehearsalStudent;
import kz.miras.registrar.registration.rule.HoldFact;
import kz.miras.registrar.registration.rule.WantedLine;
import kz.miras.registrar.registration.service.rehearsal.RehearsalFacts.Item;
import kz.miras.registrar.registration.service.rehearsal.RehearsalFacts.Log;
import kz.miras.registrar.registration.service.rehearsal.RehearsalFacts.Person;
import kz.miras.registrar.shared.Language;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RehearsalDemandTest {

  private static final Instant OPENS = Instant.parse("2027-01-10T04:00:00Z");
  private static final Instant OPENED = Instant.parse("2026-08-20T04:00:00Z");
  private static final long CURRICULUM = 1;

  private final Term spring =
      new Term(
          new AcademicYear(2026, LocalDate.of(2026, 9, 1), LocalDate.of(2027, 8, 31), null),
          TermType.SPRING,
          "2026-2",
          LocalDate.of(2027, 1, 20),
          LocalDate.of(2027, 6, 10),
          15);
  private final List<Item> items = new ArrayList<>();
  private final Map<Long, Past> past = new HashMap<>();
  private final Map<Long, Set<Long>> chosen = new HashMap<>();
  private final Map<Long, List<HoldFact>> holds = new HashMap<>();
  private final Map<Long, Map<String, Set<String>>> consents = new HashMap<>();
  private Log log;

  private void item(long id, int credits, int termNo, String block) {
    items.add(
        new Item(
            id,
            "D" + id,
            credits,
            termNo,
            block,
            block == null ? credits : 5,
            DisciplineKind.DISCIPLINE));
  }

  private static Person person(long id) {
    return new Person(
        id, new UUID(0, id), "26" + id, Level.BACHELOR, 7, 1, 1, 4, Language.RU, 0, CURRICULUM);
  }

  private List<RehearsalStudent> students(Person... people) {
    List<RehearsalOffering> offerings =
        items.stream()
            .map(
                item ->
                    new RehearsalOffering(
                        item.code() + "-1",
                        item.code(),
                        Language.RU,
                        List.of(Part.of("G1", SectionKind.GROUP, 20, List.of()))))
            .toList();
    RehearsalFacts facts =
        new RehearsalFacts(
            spring,
            offerings,
            List.of(people),
            Map.of(CURRICULUM, items),
            Map.of(),
            Map.of(),
            Map.of(),
            chosen,
            Map.of(),
            Map.of(),
            holds,
            consents,
            log);
    return new RehearsalDemand(facts, one -> OPENS, one -> OPENED, ZoneOffset.UTC, 5)
        .students((student, asked) -> past, () -> {});
  }

  private static List<String> wanted(RehearsalStudent student) {
    return student.wishes().stream().map(w -> w.options().get(0).line().discipline()).toList();
  }

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
      chosen.put(id, Set.of(id));
    }

    List<RehearsalStudent> students = students(person(1), person(2), person(3));

    assertThat(students)
        .extracting(RehearsalDemandTest::wanted)
        .containsExactly(List.of("D1"), List.of("D2"), List.of("D3"));
    assertThat(students.get(0).wishes().get(0).options()).hasSize(3);
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
