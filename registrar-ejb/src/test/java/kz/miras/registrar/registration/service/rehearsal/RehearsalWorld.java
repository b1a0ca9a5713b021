package kz.miras.registrar.registration.service.rehearsal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import kz.miras.registrar.calendar.AcademicYear;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.calendar.TermType;
import kz.miras.registrar.curriculum.DisciplineKind;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.registration.AcademicRecord.Past;
import kz.miras.registrar.registration.SectionKind;
import kz.miras.registrar.registration.rehearsal.RehearsalOffering;
import kz.miras.registrar.registration.rehearsal.RehearsalOffering.Part;
import kz.miras.registrar.registration.rehearsal.RehearsalStudent;
import kz.miras.registrar.registration.rule.HoldFact;
import kz.miras.registrar.registration.service.rehearsal.RehearsalFacts.Item;
import kz.miras.registrar.registration.service.rehearsal.RehearsalFacts.Log;
import kz.miras.registrar.registration.service.rehearsal.RehearsalFacts.Person;
import kz.miras.registrar.registration.service.rehearsal.RehearsalFacts.Planned;
import kz.miras.registrar.shared.Language;

/** Students, a curriculum and its catalogue, to see what is wanted of them. */
abstract class RehearsalWorld {

  static final Instant OPENS = Instant.parse("2027-01-10T04:00:00Z");
  static final Instant OPENED = Instant.parse("2026-08-20T04:00:00Z");
  static final long CURRICULUM = 1;

  final Term spring =
      new Term(
          new AcademicYear(2026, LocalDate.of(2026, 9, 1), LocalDate.of(2027, 8, 31), null),
          TermType.SPRING,
          "2026-2",
          LocalDate.of(2027, 1, 20),
          LocalDate.of(2027, 6, 10),
          15);
  final List<Item> items = new ArrayList<>();
  final Map<Long, Past> past = new HashMap<>();
  final Map<Long, Map<Long, Planned>> chosen = new HashMap<>();
  final Map<Long, List<HoldFact>> holds = new HashMap<>();
  final Map<Long, Map<String, Set<String>>> consents = new HashMap<>();

  /** Disciplines that are taught in English too. */
  final Set<Long> english = new HashSet<>();

  final List<Item> entries = new ArrayList<>();
  Log log;

  /** An entry of the published catalogue. */
  void entry(long id, int termNo, String block) {
    entries.add(Item.of(id, "D" + id, 5, termNo, block, 0, DisciplineKind.DISCIPLINE));
  }

  void item(long id, int credits, int termNo, String block) {
    items.add(
        Item.of(
            id,
            "D" + id,
            credits,
            termNo,
            block,
            block == null ? credits : 5,
            DisciplineKind.DISCIPLINE));
  }

  static Person person(long id) {
    return new Person(
        id, new UUID(0, id), "26" + id, Level.BACHELOR, 7, 1, 1, 4, Language.RU, 0, CURRICULUM);
  }

  List<RehearsalStudent> students(Person... people) {
    List<RehearsalOffering> offerings = new ArrayList<>();
    Stream.concat(items.stream(), entries.stream())
        .forEach(item -> offerings.add(offered(item, Language.RU)));
    items.stream()
        .filter(item -> english.contains(item.discipline()))
        .forEach(item -> offerings.add(offered(item, Language.EN)));
    RehearsalFacts facts =
        new RehearsalFacts(
            spring,
            offerings,
            List.of(people),
            Map.of(CURRICULUM, RehearsalElectives.of(items, entries)),
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

  private static RehearsalOffering offered(Item item, Language language) {
    return new RehearsalOffering(
        item.code() + "-" + language.tag(),
        item.code(),
        language,
        List.of(Part.of("G1", SectionKind.GROUP, 20, List.of())));
  }

  static List<String> wanted(RehearsalStudent student) {
    return student.wishes().stream().map(w -> w.options().get(0).line().discipline()).toList();
  }
}
