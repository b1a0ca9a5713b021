package kz.miras.registrar.registration.rehearsal;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.registration.SectionKind;
import kz.miras.registrar.registration.WindowKind;
import kz.miras.registrar.registration.rehearsal.RehearsalStudent.Option;
import kz.miras.registrar.registration.rehearsal.RehearsalStudent.Wish;
import kz.miras.registrar.registration.rule.LessonTime;
import kz.miras.registrar.registration.rule.PlanFacts;
import kz.miras.registrar.registration.rule.WantedLine;
import kz.miras.registrar.registration.rule.WindowFact;
import kz.miras.registrar.shared.Language;

/** Sections on offer, and students who come for them one second after another. */
abstract class RehearsalCase {

  static final Instant OPENS = Instant.parse("2025-08-20T04:00:00Z");

  final RuleSet rules = RuleSet.defaults(Level.BACHELOR, LocalDate.of(2025, 9, 1));
  final List<RehearsalOffering> offerings = new ArrayList<>();
  final List<RehearsalStudent> students = new ArrayList<>();

  RehearsalReport run() {
    return Rehearsal.run(offerings, students, level -> rules);
  }

  void offer(String discipline, RehearsalOffering.Part... sections) {
    offerings.add(
        new RehearsalOffering(discipline + "-ru", discipline, Language.RU, List.of(sections)));
  }

  static RehearsalOffering.Part group(String code, int seats, LessonTime... lessons) {
    return RehearsalOffering.Part.of(code, SectionKind.GROUP, seats, List.of(lessons));
  }

  static LessonTime monday(int hour) {
    return LessonTime.weekly(DayOfWeek.MONDAY, LocalTime.of(hour, 0), LocalTime.of(hour + 1, 50));
  }

  void come(String number, int second, Wish... wishes) {
    students.add(
        new RehearsalStudent(
            number, OPENS.plusSeconds(second), Set.of(), facts(), List.of(wishes)));
  }

  static Wish wish(String... options) {
    return new Wish(
        Arrays.stream(options).map(code -> Option.of(WantedLine.of(code, 5).build())).toList());
  }

  static PlanFacts facts() {
    return PlanFacts.of(Level.BACHELOR, OPENS.atZone(ZoneOffset.UTC))
        .window(new WindowFact(true, WindowKind.REGISTRATION, null, null))
        .build();
  }
}
