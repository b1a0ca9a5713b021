package kz.miras.registrar.registration.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.curriculum.Discipline;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.registration.AcademicRecord;
import kz.miras.registrar.registration.EnrolmentType;
import kz.miras.registrar.registration.SectionSlot;
import kz.miras.registrar.registration.TermWindows;
import kz.miras.registrar.registration.WindowReach;
import kz.miras.registrar.registration.elective.DemandRulings;
import kz.miras.registrar.registration.rule.ChoiceFact;
import kz.miras.registrar.registration.rule.ElectiveRoom;
import kz.miras.registrar.registration.rule.LessonTime;
import kz.miras.registrar.registration.rule.LineSource;
import kz.miras.registrar.registration.rule.NeededStanding;
import kz.miras.registrar.registration.rule.Owed;
import kz.miras.registrar.registration.rule.PlanFacts;
import kz.miras.registrar.registration.rule.TermKind;
import kz.miras.registrar.registration.rule.WantedLine;
import kz.miras.registrar.registration.service.PlanSources.Prescribed;
import kz.miras.registrar.registration.service.payment.Payments;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.student.Student;

/** Gathers what the rules of registration look at, in a few statements a student. */
@ApplicationScoped
class TermPictures {

  @Inject private Offerings offerings;
  @Inject private ChosenPurposes purposes;
  @Inject private EnrolmentRows rows;
  @Inject private PlanSources sources;
  @Inject private AcademicRecord record;
  @Inject private TermRules rules;
  @Inject private StudentCourses courses;
  @Inject private Windows windows;
  @Inject private Payments payments;
  @Inject private Holds holds;
  @Inject private Waivers waivers;
  @Inject private ElectiveRooms electives;
  @Inject private Minors minors;
  @Inject private DecidedDemand demand;
  @Inject private ProgrammeLeft programmes;
  @Inject private UniversityTime time;

  /**
   * The term of a student.
   *
   * @param disciplines those that may be wanted, with their prerequisites
   * @param sections keys of the sections that may be wanted
   * @param office whether the office acts on the student's behalf
   * @param waived numbers of the rules whoever asks may set aside
   */
  TermPicture of(
      Student student,
      Term term,
      Collection<Discipline> disciplines,
      Collection<Long> sections,
      boolean office,
      Set<String> waived) {
    return of(student, term, disciplines, sections, office, waived, record::past);
  }

  /**
   * PUB-1. The term as the student may know it, whoever looks: for what is decided without the
   * student and told afterwards, with all that the office may do.
   */
  TermPicture told(
      Student student, Term term, Collection<Discipline> disciplines, Collection<Long> sections) {
    return of(student, term, disciplines, sections, true, Set.of(), record::told);
  }

  private TermPicture of(
      Student student,
      Term term,
      Collection<Discipline> disciplines,
      Collection<Long> sections,
      boolean office,
      Set<String> waived,
      BiFunction<Long, Set<Long>, Map<Long, AcademicRecord.Past>> results) {
    List<Offerings.Planned> plan = offerings.plan(student.getId(), term.getId());
    List<EnrolmentRows.Place> places =
        rows.places(plan.stream().map(one -> one.enrolment().getId()).toList());
    Set<Long> timetabled = new TreeSet<>(sections);
    places.forEach(place -> timetabled.add(place.section()));
    Map<Long, List<LessonTime>> lessons = lessons(timetabled);
    Map<Long, Prescribed> prescribed = sources.of(student, term);
    PlanSources.Beside beside = sources.beside(student.getId(), term);
    TermWindows own = windows.in(term);
    RuleSet set = rules.of(student.getProgramme().getLevel(), term);
    StudentCourses.Place place =
        courses.place(student, term, prescribed.values().stream().map(Prescribed::termNo).toList());
    Windows.Stages stages = windows.stages(own, student, time.now());
    PlanFacts.Builder facts =
        PlanFacts.of(student.getProgramme().getLevel(), time.now().atZone(time.zone()))
            .status(student.getStatus())
            .course(Math.min(place.course(), student.getProgramme().getYears()), place.graduating())
            .studyLanguage(student.getStudyLanguage())
            .gpa(gpa(student, set))
            .term(TermKind.of(term.getType()), term.getStudyWeeks())
            .office(office)
            .holds(holds.active(student.getId()))
            .windows(stages.choosing(), stages.seating())
            .changesUntil(own.changesUntil(WindowReach.of(student), student.getStudentNo()))
            .waived(waived)
            .taken(TakenLines.of(plan, places, lessons, prescribed, beside));
    Facts known =
        Facts.of(results.apply(student.getId(), asked(disciplines, prescribed)), beside.studied());
    facts.choices(choices(place.termNo(), prescribed, known));
    OwedDisciplines owed =
        new OwedDisciplines(
            prescribed,
            known.past(),
            known.studied(),
            place.ahead(),
            () -> courses.differs(student));
    Function<Wish, String> replaced = TakenLines.replaced(plan, beside);
    Map<Long, Discipline> byId = new HashMap<>();
    disciplines.forEach(discipline -> byId.put(discipline.getId(), discipline));
    Map<Long, Waivers.Consent> decided = waivers.byOffering(student.getId(), term.getId());
    SummerFacts summer = SummerFacts.of(purposes, student, term);
    Supplier<ElectiveRoom> room = electives.of(student.getId(), prescribed);
    Supplier<DemandRulings> decisions = demand.in(term.getId());
    Supplier<Set<Long>> minor = minors.disciplines(student.getId(), term);
    return new TermPicture(
        student,
        term,
        set,
        facts.build(),
        wish ->
            line(wish, byId.get(wish.discipline()), prescribed, known)
                .insteadOf(replaced.apply(wish))
                .paid(payments.paid(student.getId(), term, wish.discipline(), wish.type()))
                .unpriced(payments.unpriced(student, term, wish.type()).orElse(null))
                .serving(summer.purpose(wish))
                .planned(summer.planned(wish))
                .owed(wish.type().hasOwnLimit() ? owed.of(wish.discipline()) : Owed.NOTHING)
                .within(
                    wish.type() == EnrolmentType.MINOR ? room.get() : null,
                    wish.type() == EnrolmentType.MINOR && minor.get().contains(wish.discipline()))
                .taught(taught(wish, decisions))
                .refused(
                    wish.isOnlyChosen()
                        && decisions.get().isRefused(wish.discipline(), wish.language()))
                .joined(
                    wish.isOnlyChosen()
                        ? decisions.get().joined(wish.discipline(), wish.language()).orElse(null)
                        : null)
                .explained(wish.reason() != null && !wish.reason().isBlank())
                .waived(consent(wish, decided).rules())
                .exceedTo(consent(wish, decided).exceedTo()),
        lessons,
        programmes.of(student, term, prescribed, beside.studied(), place.termNo()));
  }

  /** A language others have joined is taught too, whoever names it. */
  private static Set<Language> taught(Wish wish, Supplier<DemandRulings> decisions) {
    if (!wish.isOnlyChosen() || wish.taught().isEmpty()) {
      return wish.taught();
    }
    Set<Language> taught = new TreeSet<>(wish.taught());
    wish.taught().forEach(one -> taught.add(decisions.get().instead(wish.discipline(), one)));
    return taught;
  }

  private static Waivers.Consent consent(Wish wish, Map<Long, Waivers.Consent> decided) {
    return wish.isOnlyChosen()
        ? Waivers.Consent.NONE
        : decided.getOrDefault(wish.offering().getId(), Waivers.Consent.NONE);
  }

  /** Number of a term in the student's curriculum; 0 for the summer semester. */
  int termNo(Student student, Term term) {
    return courses.termNo(student, term);
  }

  /** The average where it lowers a limit; the ledger is not read for nothing. */
  private BigDecimal gpa(Student student, RuleSet rules) {
    return rules.optionalDecimal(RuleParameter.REG_LOW_GPA).isPresent()
        ? record.gpa(student.getId(), rules).orElse(null)
        : null;
  }

  /** What the history and the running terms say; what is not told yet is as if still studied. */
  private record Facts(Map<Long, AcademicRecord.Past> past, Set<Long> studied) {

    static Facts of(Map<Long, AcademicRecord.Past> past, Set<Long> running) {
      Set<Long> studied = new HashSet<>(running);
      studied.addAll(AcademicRecord.awaited(past));
      return new Facts(past, studied);
    }

    NeededStanding needed(long discipline) {
      return NeededStanding.of(past.get(discipline).standing(), studied.contains(discipline));
    }
  }

  private static Set<Long> asked(
      Collection<Discipline> disciplines, Map<Long, Prescribed> prescribed) {
    Set<Long> asked = new HashSet<>();
    for (Discipline discipline : disciplines) {
      asked.add(discipline.getId());
      discipline.getPrerequisites().forEach(needed -> asked.add(needed.getId()));
      discipline.getCorequisites().forEach(needed -> asked.add(needed.getId()));
    }
    prescribed.forEach(
        (id, one) -> {
          if (one.block() != null) {
            asked.add(id);
          }
        });
    return asked;
  }

  private Map<Long, List<LessonTime>> lessons(Collection<Long> sections) {
    Map<Long, List<LessonTime>> lessons = new HashMap<>();
    for (SectionSlot slot : offerings.slotsOf(sections)) {
      lessons
          .computeIfAbsent(slot.getSectionId(), key -> new ArrayList<>())
          .add(LessonTime.of(slot));
    }
    return lessons;
  }

  /** Choice blocks due in this term of the student's curriculum, and what was done of them. */
  private static List<ChoiceFact> choices(
      int termNo, Map<Long, Prescribed> prescribed, Facts known) {
    Map<String, Integer> required = new HashMap<>();
    Map<String, Integer> done = new HashMap<>();
    for (Prescribed one : prescribed.values()) {
      if (one.block() != null && one.termNo() == termNo && !one.isAddition()) {
        required.merge(one.block(), one.blockCredits(), Math::max);
      }
    }
    prescribed.forEach(
        (id, one) -> {
          AcademicRecord.Past past = known.past().get(id);
          boolean counts = one.isAddition() || one.termNo() == termNo;
          if (counts
              && required.containsKey(one.block())
              && past != null
              && past.standing() == AcademicRecord.Standing.PASSED) {
            done.merge(one.block(), one.credits(), Integer::sum);
          }
        });
    return required.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(
            block ->
                new ChoiceFact(
                    block.getKey(), block.getValue(), done.getOrDefault(block.getKey(), 0)))
        .toList();
  }

  private static WantedLine.Builder line(
      Wish wish, Discipline discipline, Map<Long, Prescribed> prescribed, Facts known) {
    AcademicRecord.Past past = known.past().get(discipline.getId());
    Prescribed due = prescribed.get(discipline.getId());
    WantedLine.Builder line =
        WantedLine.of(discipline.getCode(), discipline.getCredits())
            .as(wish.type())
            .from((due == null ? LineSource.NONE : due.source()).takenAs(wish.type()))
            .in(wish.language())
            .after(past.standing(), past.attempts())
            .chosenFrom(due == null ? null : due.block())
            .open(wish.isOnlyChosen() || wish.offering().getStatus().takesStudents());
    for (Discipline needed : discipline.getPrerequisites()) {
      line.needs(needed.getCode(), known.needed(needed.getId()));
    }
    for (Discipline needed : discipline.getCorequisites()) {
      line.together(needed.getCode(), known.needed(needed.getId()));
    }
    return line;
  }
}
