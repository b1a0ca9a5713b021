package kz.miras.registrar.registration.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import kz.miras.registrar.access.service.AuditContext;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.curriculum.Discipline;
import kz.miras.registrar.registration.AcademicRecord.Standing;
import kz.miras.registrar.registration.EnrolmentType;
import kz.miras.registrar.registration.Offering;
import kz.miras.registrar.registration.Section;
import kz.miras.registrar.registration.SectionKind;
import kz.miras.registrar.registration.SectionStatus;
import kz.miras.registrar.registration.elective.DemandRulings;
import kz.miras.registrar.registration.plan.StudyPlan;
import kz.miras.registrar.registration.plan.StudyPlanLine;
import kz.miras.registrar.registration.service.PlanSources.Prescribed;
import kz.miras.registrar.registration.service.PresetDesk.Line;
import kz.miras.registrar.registration.service.PresetDesk.Preset;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.StudentGroup;
import kz.miras.registrar.student.service.Students;

/**
 * Enrols a whole academic group in what its curriculum prescribes for a term, in one act:
 * first-year students register so, and all others have their compulsory disciplines preset.
 */
@ApplicationScoped
class GroupPreset {

  @Inject private Students students;
  @Inject private PlanWishes wishes;
  @Inject private PlanSources sources;
  @Inject private TermPictures pictures;
  @Inject private Offerings offerings;
  @Inject private Registering registering;
  @Inject private Seats seats;
  @Inject private PresetGroups together;
  @Inject private DecidedDemand demand;
  @Inject private LineSettling settling;
  @Inject private SeatClerk clerk;
  @Inject private PlanStore plans;
  @Inject private PlanHistory history;
  @Inject private AuditContext audit;

  /**
   * Enrols the studying members of a group in the compulsory disciplines of a term, and puts what
   * has no sections there (IUP-2) into their plans as confirmed lines. What somebody has already is
   * left as it is.
   *
   * @param why the reason, and what it sets aside
   */
  Preset preset(StudentGroup found, Term wanted, OfficeEnrolment.Why why) {
    String group = found.getCode();
    audit.becauseUnlessDecided(why.reason());
    List<Student> members = students.ofGroup(found.getId());
    seats.takeTurn(members.stream().map(Student::getId).toList());
    Map<Long, List<Offering>> offered = offered(wanted);
    DemandRulings decided = demand.of(wanted.getId());
    int enrolled = 0;
    int lines = 0;
    int there = 0;
    Set<String> missing = new HashSet<>();
    List<Line> refused = new ArrayList<>();
    Map<Long, List<StudyPlanLine>> before = new HashMap<>();
    Map<Long, List<Wish>> all = new HashMap<>();
    for (Student one : members) {
      before.put(one.getId(), lines(one, wanted));
      Map<Long, Language> chosen = languages(before.get(one.getId()));
      all.put(
          one.getId(),
          wishes(
              one,
              wanted,
              offered,
              group,
              key -> decided.instead(key, chosen.getOrDefault(key, one.getStudyLanguage()))));
    }
    Map<Long, NamedSections> places = together.of(found, members, all.values());
    for (Student student : members) {
      List<Wish> wanting = all.get(student.getId());
      Map<Long, Discipline> disciplines = wishes.disciplines(wanting);
      TermPicture picture =
          pictures.of(
              student,
              wanted,
              disciplines.values(),
              wanting.stream().flatMap(w -> w.sections().stream()).map(Section::getId).toList(),
              true,
              why.waived());
      Set<String> taken = new HashSet<>();
      picture.facts().taken().stream()
          .filter(line -> !line.chosen())
          .forEach(line -> taken.add(line.discipline()));
      Set<Long> planned = planned(before.get(student.getId()));
      List<Wish> left =
          wanting.stream()
              .filter(w -> !isPassed(picture, w))
              .filter(w -> !taken.contains(disciplines.get(w.discipline()).getCode()))
              .filter(w -> !w.isOnlyChosen() || !planned.contains(w.discipline()))
              .toList();
      there += wanting.size() - left.size();
      List<Wish> fresh = new ArrayList<>();
      for (Wish wish : left) {
        Discipline discipline = disciplines.get(wish.discipline());
        if (wish.isOnlyChosen() && !discipline.getKind().isWithoutSection()) {
          missing.add(discipline.getCode());
        } else {
          fresh.add(wish.because(why.reason()));
        }
      }
      if (fresh.isEmpty()) {
        continue;
      }
      List<Outcome> outcomes =
          registering
              .register(
                  picture,
                  together(picture, fresh, places),
                  Registering.Terms.SEAT,
                  clerk.asking(student.getId(), null, null))
              .outcomes();
      List<Wish> unseated = new ArrayList<>();
      for (Outcome outcome : outcomes) {
        if (outcome.enrolment() != null) {
          enrolled++;
        } else if (outcome.verdict().isAllowed() && outcome.wish().isOnlyChosen()) {
          unseated.add(outcome.wish());
        } else {
          refused.add(
              new Line(
                  student.getStudentNo(),
                  disciplines.get(outcome.wish().discipline()).getCode(),
                  false,
                  outcome.verdict()));
        }
      }
      lines += unseated.size();
      confirm(picture, unseated);
    }
    return new Preset(group, members.size(), enrolled, lines, there, missing, refused);
  }

  /**
   * In the groups and streams of the others where they will do; else in their groups alone, else in
   * any.
   */
  private List<Wish> together(
      TermPicture picture, List<Wish> fresh, Map<Long, NamedSections> places) {
    List<Wish> named = fresh.stream().map(wish -> placed(wish, places)).toList();
    List<Wish> grouped = allowed(picture, named, wish -> wish.naming(wish.group(), null));
    return grouped.equals(named) ? named : allowed(picture, grouped, wish -> unnamed(wish, fresh));
  }

  private static Wish placed(Wish wish, Map<Long, NamedSections> places) {
    NamedSections place = wish.isOnlyChosen() ? null : places.get(wish.offering().getId());
    return place == null ? wish : place.of(wish);
  }

  private static Wish unnamed(Wish wish, List<Wish> fresh) {
    return fresh.stream()
        .filter(one -> one.discipline() == wish.discipline())
        .findFirst()
        .orElseThrow();
  }

  /** These wishes, those that would be refused otherwise. */
  private List<Wish> allowed(
      TermPicture picture, List<Wish> wishes, UnaryOperator<Wish> otherwise) {
    return registering.preview(picture, wishes, Registering.Terms.SEAT).stream()
        .map(one -> one.verdict().isAllowed() ? one.wish() : otherwise.apply(one.wish()))
        .toList();
  }

  /** What is passed or recognised is done, whoever prescribes it. */
  private static boolean isPassed(TermPicture picture, Wish wish) {
    return picture.line(wish, List.of()).standing() == Standing.PASSED;
  }

  /** Disciplines that stand in the plan of a term already, and are no drafts. */
  private static Set<Long> planned(List<StudyPlanLine> before) {
    return before.stream()
        .filter(line -> !line.isDraft())
        .map(StudyPlanLine::discipline)
        .collect(Collectors.toSet());
  }

  /** In which languages disciplines of a term were chosen before they were offered. */
  private static Map<Long, Language> languages(List<StudyPlanLine> before) {
    return before.stream()
        .collect(Collectors.toMap(StudyPlanLine::discipline, StudyPlanLine::language));
  }

  private List<StudyPlanLine> lines(Student student, Term term) {
    return plans.of(student.getId(), term.getAcademicYear().getId()).stream()
        .flatMap(plan -> plan.lines().stream())
        .filter(line -> line.term() == term.getId())
        .toList();
  }

  /** What has no section stands in the plan by the act of the office, as a seat it gives does. */
  private void confirm(TermPicture picture, List<Wish> unseated) {
    if (unseated.isEmpty()) {
      return;
    }
    Term term = picture.term();
    StudyPlan before = plans.ofOrNew(picture.student().getId(), term.getAcademicYear().getId());
    StudyPlan plan = before;
    for (Wish wish : unseated) {
      plan = plan.confirm(PlanLines.chosen(term, wish));
    }
    history.store(before, plan, "CHANGED", null);
    settling.confirmed(plan, picture, unseated);
  }

  /**
   * Prescribed disciplines without a choice, in an offering where there is one: practice, research
   * work and attestation are organised without sections.
   *
   * @param languages the language of a discipline, by its key
   */
  private List<Wish> wishes(
      Student student,
      Term term,
      Map<Long, List<Offering>> offered,
      String group,
      LongFunction<Language> languages) {
    int termNo = pictures.termNo(student, term);
    Map<Long, Prescribed> items = sources.of(student, term);
    List<Long> due =
        items.entrySet().stream()
            .filter(e -> e.getValue().termNo() == termNo && e.getValue().block() == null)
            .map(Map.Entry::getKey)
            .sorted()
            .toList();
    List<Wish> wanted = new ArrayList<>();
    for (long discipline : due) {
      List<Offering> choice = offered.getOrDefault(discipline, List.of());
      if (choice.isEmpty()) {
        wanted.add(Wish.chosen(discipline, EnrolmentType.MAIN, languages.apply(discipline)));
        continue;
      }
      Offering offering =
          in(languages.apply(discipline), choice)
              .or(() -> in(student.getStudyLanguage(), choice))
              .orElse(choice.get(0));
      List<Section> sections = offerings.sectionsOf(offering.getId());
      wanted.add(Wish.of(offering, sections, own(sections, group), EnrolmentType.MAIN, null, null));
    }
    return wanted;
  }

  private static Optional<Offering> in(Language language, List<Offering> choice) {
    return choice.stream().filter(one -> one.getLanguage() == language).findFirst();
  }

  /** The group of an offering that is named after the academic group; null for any. */
  private static Long own(List<Section> sections, String group) {
    return sections.stream()
        .filter(s -> s.getKind() == SectionKind.GROUP && s.getStatus() == SectionStatus.OPEN)
        .filter(s -> s.getCode().equalsIgnoreCase(group))
        .map(Section::getId)
        .findFirst()
        .orElse(null);
  }

  private Map<Long, List<Offering>> offered(Term term) {
    Map<Long, List<Offering>> offered = new HashMap<>();
    for (Offering offering : offerings.ofTerm(term.getId())) {
      if (offering.getStatus().takesStudents()) {
        offered.computeIfAbsent(offering.getDisciplineId(), key -> new ArrayList<>()).add(offering);
      }
    }
    return offered;
  }
}
