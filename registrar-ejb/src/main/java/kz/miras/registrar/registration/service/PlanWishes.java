package kz.miras.registrar.registration.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.curriculum.Discipline;
import kz.miras.registrar.curriculum.service.Catalogue;
import kz.miras.registrar.registration.Offering;
import kz.miras.registrar.registration.Section;
import kz.miras.registrar.registration.SectionKind;
import kz.miras.registrar.registration.SectionStatus;
import kz.miras.registrar.registration.elective.DemandRulings;
import kz.miras.registrar.registration.plan.PlanLineStatus;
import kz.miras.registrar.registration.plan.StudyPlan;
import kz.miras.registrar.registration.plan.StudyPlanLine;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.student.Student;

/** Turns what a student asked for into wishes: codes and ids into offerings and sections. */
@ApplicationScoped
class PlanWishes {

  @Inject private Offerings offerings;
  @Inject private Catalogue catalogue;
  @Inject private Calendars calendars;
  @Inject private TaughtLanguages languages;
  @Inject private DecidedDemand demand;
  @Inject private PlanSwaps swaps;

  /**
   * A term's wishes.
   *
   * @param disciplines by key, with their prerequisites
   */
  record Wishes(Term term, List<Wish> wishes, Map<Long, Discipline> disciplines) {

    List<Long> sections() {
      return wishes.stream().flatMap(w -> w.sections().stream()).map(Section::getId).toList();
    }
  }

  /** The term of a code. */
  Term term(String code) {
    return calendars.term(code).orElseThrow(() -> new RegistrarException.NotFound("term", code));
  }

  /**
   * The wishes of a request.
   *
   * @throws RegistrarException.Refused where a line names what does not exist or is of another term
   */
  Wishes of(Student student, Term term, PlanRequest request) {
    Map<UUID, Offering> found = new HashMap<>();
    Set<UUID> links = new HashSet<>();
    request.lines().forEach(line -> links.add(line.offering()));
    links.remove(null);
    offerings.byLinks(links).forEach(offering -> found.put(offering.getUuid(), offering));
    Map<String, Discipline> named = named(request);
    Map<Long, List<Section>> sections =
        sections(found.values().stream().map(Offering::getId).toList());
    Map<Long, Set<Language>> taught =
        languages.of(student, term, named.values().stream().map(Discipline::getId).toList());
    Supplier<DemandRulings> decisions = demand.in(term.getId());
    List<Wish> wishes = new ArrayList<>();
    int index = 0;
    for (PlanRequest.Line line : request.lines()) {
      String field = "lines[" + index++ + "]";
      if (line.offering() == null) {
        Discipline discipline = named.get(line.discipline());
        require(discipline != null, field + ".discipline", line.discipline());
        wishes.add(
            swaps.named(
                chosen(line, discipline.getId(), student, taught.get(discipline.getId()), decisions)
                    .because(request.explanation()),
                student,
                term,
                line,
                field));
        continue;
      }
      Offering offering = found.get(line.offering());
      require(
          offering != null && offering.getTermId() == term.getId(),
          field + ".offering",
          line.offering().toString());
      List<Section> own = sections.getOrDefault(offering.getId(), List.of());
      Wish wish =
          swaps.named(
              Wish.of(offering, own, null, line.type(), null, request.explanation())
                  .naming(
                      section(SectionKind.GROUP, line.group(), own, field + ".group"),
                      section(SectionKind.LECTURE, line.stream(), own, field + ".stream")),
              student,
              term,
              line,
              field);
      wishes.add(
          line.language() == null
              ? wish
              : wish.in(line.language(), Set.of(offering.getLanguage())));
    }
    return new Wishes(term, wishes, disciplines(wishes));
  }

  /**
   * Where no language is named, the student's, or the first it is taught in; or what that has
   * joined.
   */
  private static Wish chosen(
      PlanRequest.Line line,
      long discipline,
      Student student,
      Set<Language> taught,
      Supplier<DemandRulings> decisions) {
    Language wanted = line.language();
    if (wanted == null) {
      Language usual = student.getStudyLanguage();
      boolean own = taught.isEmpty() || taught.contains(usual);
      wanted = decisions.get().instead(discipline, own ? usual : taught.iterator().next());
    }
    return Wish.chosen(discipline, line.type(), wanted).in(wanted, taught);
  }

  private static Long section(SectionKind kind, String code, List<Section> own, String field) {
    if (code == null) {
      return null;
    }
    Long section =
        own.stream()
            .filter(s -> s.getKind() == kind && s.getCode().equals(code))
            .map(Section::getId)
            .findFirst()
            .orElse(null);
    require(section != null, field, code);
    return section;
  }

  /**
   * The wishes of lines a plan has chosen and not submitted.
   *
   * @param explanation why they come late; null for nothing
   */
  Wishes of(Student student, Term term, StudyPlan plan, String explanation) {
    List<StudyPlanLine> lines =
        plan.lines().stream()
            .filter(line -> line.term() == term.getId())
            .filter(line -> line.status() == PlanLineStatus.CHOSEN)
            .toList();
    Map<Long, Set<Language>> taught =
        languages.of(
            student,
            term,
            lines.stream()
                .filter(line -> line.offering() == null)
                .map(StudyPlanLine::discipline)
                .toList());
    List<Wish> wishes = new ArrayList<>();
    for (Wish wish : wishes(lines)) {
      Wish kept = swaps.kept(wish.because(explanation), plan, lines.get(wishes.size()));
      wishes.add(
          kept.isOnlyChosen() ? kept.in(kept.language(), taught.get(kept.discipline())) : kept);
    }
    return new Wishes(term, wishes, disciplines(wishes));
  }

  /**
   * The wish of a line that has lost its seat: for the same offering, in its group and stream while
   * these take students.
   *
   * @param id key of the line
   */
  Wishes anew(Term term, StudyPlan plan, long id, String explanation) {
    Wish lost = wishes(plan.lines().stream().filter(line -> line.id() == id).toList()).get(0);
    Wish wish =
        Wish.of(lost.offering(), lost.sections(), null, lost.type(), null, explanation)
            .naming(
                isOpen(lost, lost.group()) ? lost.group() : null,
                isOpen(lost, lost.stream()) ? lost.stream() : null);
    return new Wishes(term, List.of(wish), disciplines(List.of(wish)));
  }

  private static boolean isOpen(Wish wish, Long section) {
    return wish.sections().stream()
        .anyMatch(one -> one.getId().equals(section) && one.getStatus() == SectionStatus.OPEN);
  }

  /** The wishes behind lines of a plan. */
  List<Wish> wishes(List<StudyPlanLine> lines) {
    Set<Long> ids = new HashSet<>();
    lines.forEach(line -> ids.add(line.offering()));
    ids.remove(null);
    Map<Long, Offering> found = new HashMap<>();
    offerings.byIds(ids).forEach(offering -> found.put(offering.getId(), offering));
    Map<Long, List<Section>> sections = sections(List.copyOf(ids));
    return lines.stream()
        .map(
            line ->
                line.offering() == null
                    ? Wish.chosen(line.discipline(), line.type(), line.language())
                    : Wish.of(
                            found.get(line.offering()),
                            sections.getOrDefault(line.offering(), List.of()),
                            null,
                            line.type(),
                            null,
                            null)
                        .naming(line.section(), line.stream()))
        .toList();
  }

  private Map<Long, List<Section>> sections(List<Long> of) {
    Map<Long, List<Section>> sections = new HashMap<>();
    for (Section section : offerings.sectionsOf(of)) {
      sections
          .computeIfAbsent(section.getOffering().getId(), key -> new ArrayList<>())
          .add(section);
    }
    return sections;
  }

  Map<Long, Discipline> disciplines(List<Wish> wishes) {
    Map<Long, Discipline> disciplines = new HashMap<>();
    catalogue
        .disciplines(wishes.stream().map(Wish::discipline).distinct().toList())
        .forEach(discipline -> disciplines.put(discipline.getId(), discipline));
    return disciplines;
  }

  private Map<String, Discipline> named(PlanRequest request) {
    Map<String, Discipline> named = new HashMap<>();
    for (PlanRequest.Line line : request.lines()) {
      if (line.offering() == null && line.discipline() != null) {
        catalogue
            .discipline(line.discipline())
            .ifPresent(discipline -> named.put(line.discipline(), discipline));
      }
    }
    return named;
  }

  /** Refuses what a field names and is not there. */
  static void require(boolean known, String field, String value) {
    if (!known) {
      throw new RegistrarException.Refused(
          Refusal.of("field.unknown", "DAT-2", String.valueOf(value)).at(field));
    }
  }
}
