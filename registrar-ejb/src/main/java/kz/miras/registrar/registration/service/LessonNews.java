package kz.miras.registrar.registration.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import kz.miras.registrar.access.service.Notices;
import kz.miras.registrar.registration.Section;
import kz.miras.registrar.registration.SectionSlot;
import kz.miras.registrar.registration.SectionTeacher;
import kz.miras.registrar.registration.rule.LessonTime;
import kz.miras.registrar.registration.service.SeatedLessons.Beside;
import kz.miras.registrar.registration.service.SeatedLessons.Person;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.student.service.Advisers;

/**
 * Tells whom it concerns that lessons of sections have moved: everybody seated and whoever teaches,
 * once each however many lessons moved; an adviser only where lessons of advisees overlap now.
 */
@ApplicationScoped
class LessonNews {

  private static final int NAMED = 8;
  private static final String SECTION = "/registration/offering.xhtml?id=";
  private static final String CARD = "/student/card.xhtml?id=";
  private static final String STUDENTS = "/office/list.xhtml?list=students";

  @Inject private SeatedLessons seated;
  @Inject private Offerings offerings;
  @Inject private Notices notices;
  @Inject private Advisers advisers;
  @Inject private UniversityTime time;

  /** What one student is told. */
  private static final class News {
    private final Person person;
    private final Set<String> moved = new TreeSet<>();
    private final Set<String> clashes = new TreeSet<>();

    News(Person person) {
      this.person = person;
    }
  }

  /**
   * Tells about sections whose lessons are others now.
   *
   * @param before lessons as they were, by key of the section
   */
  void tell(Map<Long, List<SectionSlot>> before) {
    offerings.flush();
    Map<Long, List<SectionSlot>> now = new HashMap<>();
    before.keySet().forEach(section -> now.put(section, new ArrayList<>()));
    offerings.slotsOf(before.keySet()).forEach(slot -> now.get(slot.getSectionId()).add(slot));
    Set<Long> changed = new TreeSet<>(before.keySet());
    changed.removeIf(section -> told(before.get(section)).equals(told(now.get(section))));
    if (changed.isEmpty()) {
      return;
    }
    List<Beside> beside = seated.beside(changed);
    Map<Long, List<LessonTime>> lessons = seated.lessons(beside);
    Map<Long, List<LessonTime>> were = new HashMap<>(lessons);
    changed.forEach(section -> were.put(section, times(before.get(section))));
    Set<Beside> old = SeatedLessons.clashes(beside, were).keySet();
    Map<Long, News> news = new TreeMap<>();
    for (Beside one : beside) {
      news.computeIfAbsent(one.person().id(), key -> new News(one.person()))
          .moved
          .add(one.offering());
    }
    for (Beside clash : SeatedLessons.clashes(beside, lessons).keySet()) {
      if (!old.contains(clash)) {
        news.get(clash.person().id()).clashes.add(clash.otherDiscipline());
      }
    }
    tellStudents(news.values());
    tellAdvisers(news.values());
    tellTeachers(beside.stream().map(Beside::section).distinct().toList());
  }

  /** What people see of lessons; the same lesson written anew is no news. */
  private static Set<String> told(Collection<SectionSlot> slots) {
    Set<String> told = new HashSet<>();
    slots.forEach(slot -> told.add(LessonTime.of(slot) + " " + words(slot)));
    return told;
  }

  private static String words(SectionSlot slot) {
    return slot.getEndsAt()
        + " "
        + slot.getWeeks()
        + " "
        + slot.getFirstWeek()
        + "-"
        + slot.getLastWeek()
        + " "
        + slot.getRoom();
  }

  private static List<LessonTime> times(Collection<SectionSlot> slots) {
    return slots.stream().map(LessonTime::of).toList();
  }

  private void tellStudents(Collection<News> news) {
    Map<Long, List<? extends Serializable>> moved = new TreeMap<>();
    Map<Long, List<? extends Serializable>> clashing = new TreeMap<>();
    for (News one : news) {
      if (one.clashes.isEmpty()) {
        moved.put(one.person.id(), List.of(named(one.moved)));
      } else {
        clashing.put(one.person.id(), List.of(named(one.moved), named(one.clashes)));
      }
    }
    notices.tellStudents(moved, "registration.notice.lessons", PlanQueries.OWN_PAGE);
    notices.tellStudents(clashing, "registration.notice.lessons-clash", PlanQueries.OWN_PAGE);
  }

  private void tellAdvisers(Collection<News> news) {
    Map<Long, List<Person>> advisees = new TreeMap<>();
    for (News one : news) {
      if (!one.clashes.isEmpty() && one.person.adviser() != null) {
        advisees.computeIfAbsent(one.person.adviser(), key -> new ArrayList<>()).add(one.person);
      }
    }
    advisees.forEach(
        (adviser, people) ->
            advisers.tell(
                adviser,
                "registration.notice.lessons-adviser",
                people.size() == 1 ? CARD + people.get(0).link() : STUDENTS,
                people.size(),
                named(new TreeSet<>(people.stream().map(Person::number).toList()))));
  }

  private void tellTeachers(Collection<Long> sections) {
    Map<Long, Set<Section>> taught = new TreeMap<>();
    for (SectionTeacher one : offerings.teachersOf(sections, time.today())) {
      offerings
          .section(one.getSectionId())
          .ifPresent(
              section ->
                  taught.computeIfAbsent(one.getTeacherId(), key -> new HashSet<>()).add(section));
    }
    taught.forEach(
        (teacher, own) ->
            notices.tellTeacher(
                teacher,
                "registration.notice.lessons-teacher",
                SECTION + own.iterator().next().getOffering().getUuid(),
                named(new TreeSet<>(own.stream().map(Section::getCode).toList()))));
  }

  /** Some names, and how many more there are. */
  private static String named(Set<String> names) {
    String some = String.join(", ", names.stream().limit(NAMED).toList());
    return names.size() > NAMED ? some + " … +" + (names.size() - NAMED) : some;
  }
}
