package kz.miras.registrar.registration.service.elective;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.Target;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.calendar.AcademicYear;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.curriculum.Curriculum;
import kz.miras.registrar.curriculum.Discipline;
import kz.miras.registrar.curriculum.PlanLine;
import kz.miras.registrar.registration.elective.CatalogueComplete;
import kz.miras.registrar.registration.elective.CatalogueStatus;
import kz.miras.registrar.registration.elective.ElectiveCatalogue;
import kz.miras.registrar.registration.elective.ElectiveEntry;
import kz.miras.registrar.registration.service.elective.CatalogueView.Block;
import kz.miras.registrar.registration.service.elective.CatalogueView.Edition;
import kz.miras.registrar.registration.service.elective.CatalogueView.Entry;
import kz.miras.registrar.registration.service.elective.CatalogueView.Other;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.PublicId;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.Checks;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.service.Students;

/**
 * Catalogues of electives for their pages: drafts to the office, what is published to everybody.
 */
@Stateless
@Guarded
public class ElectiveQueries {

  @Inject private ElectiveCatalogues catalogues;
  @Inject private ElectiveDrafts drafts;
  @Inject private ElectiveTeachers teachers;
  @Inject private Calendars calendars;
  @Inject private Students students;
  @Inject private Access access;
  @Inject private UniversityTime time;

  /** A catalogue of a year as a line of the overview. */
  public record Line(
      String id,
      String programme,
      LocalizedText programmeName,
      int admissionYear,
      int courseYear,
      int edition,
      CatalogueStatus status,
      int entries,
      int problems,
      int warnings,
      String decision)
      implements Serializable {}

  /** A catalogue the caller may see. */
  @RolesAllowed(Permissions.CATALOGUE_READ)
  public CatalogueView catalogue(String id) {
    ElectiveCatalogue found =
        PublicId.parse(id)
            .flatMap(catalogues::byUuid)
            .filter(one -> one.getStatus().isShown() || sees())
            .orElseThrow(() -> new RegistrarException.NotFound("catalogue", id));
    return view(found);
  }

  /**
   * Public id of the catalogue the student behind the account chooses from: the newest that is
   * published; null where there is none, or no student.
   */
  @RolesAllowed(Permissions.CATALOGUE_READ)
  public String own() {
    Long student = access.current().studentId();
    return student == null ? null : published(students.byId(student).orElseThrow());
  }

  private String published(Student student) {
    return catalogues.of(student.getCurriculum().getId()).stream()
        .filter(one -> one.getStatus() == CatalogueStatus.PUBLISHED)
        .findFirst()
        .map(one -> one.getUuid().toString())
        .orElse(null);
  }

  /**
   * The catalogues of an academic year, with what stands against those in work; only what is
   * published to those who see the sections they teach and no others.
   */
  @RolesAllowed(Permissions.OFFERING_READ)
  public List<Line> year(int startYear) {
    boolean all = access.may(Permissions.OFFERING_READ, Target.nobodys());
    List<Line> lines = new ArrayList<>();
    for (ElectiveCatalogue one : catalogues.ofYear(startYear)) {
      if (one.getStatus() == CatalogueStatus.PUBLISHED
          || all && one.getStatus() != CatalogueStatus.SUPERSEDED) {
        Verdict verdict = one.getStatus().isDraft() ? drafts.judge(one) : Verdict.allowed();
        Curriculum curriculum = one.getCurriculum();
        lines.add(
            new Line(
                one.getUuid().toString(),
                curriculum.getProgramme().getCode(),
                curriculum.getProgramme().getName(),
                curriculum.getAdmissionYear(),
                one.courseYear(),
                one.getEdition(),
                one.getStatus(),
                catalogues.entries(one.getId()).size(),
                verdict.refusals().size(),
                verdict.warnings().size(),
                one.getDecision()));
      }
    }
    return lines;
  }

  /** Start years of the academic years there are, the newest first. */
  @RolesAllowed(Permissions.CATALOGUE_READ)
  public List<Integer> years() {
    return calendars.years().stream()
        .map(AcademicYear::getStartYear)
        .sorted(Comparator.reverseOrder())
        .toList();
  }

  /** Start of the academic year whose catalogues are being prepared: the one after today's. */
  @RolesAllowed(Permissions.CATALOGUE_READ)
  public int preparedYear() {
    List<Integer> years = years();
    int current =
        calendars
            .current(time.today())
            .map(term -> term.getAcademicYear().getStartYear())
            .orElse(0);
    return years.contains(current + 1) ? current + 1 : current;
  }

  private CatalogueView view(ElectiveCatalogue of) {
    Curriculum curriculum = of.getCurriculum();
    return new CatalogueView(
        of.getUuid().toString(),
        curriculum.getProgramme().getCode(),
        curriculum.getProgramme().getName(),
        curriculum.getProgramme().getLevel(),
        curriculum.getAdmissionYear(),
        of.getAcademicYear().getStartYear(),
        of.courseYear(),
        of.getEdition(),
        of.getStatus(),
        of.getPreparedBy(),
        of.getDecision(),
        of.getApprovedBy(),
        of.getApprovedAt(),
        of.getPublishedAt(),
        blocks(of),
        of.getStatus().isDraft() ? drafts.judge(of) : Verdict.allowed(),
        editions(of));
  }

  /** Whether the caller sees catalogues that are not published. */
  private boolean sees() {
    return access.mayAny(Permissions.CATALOGUE_EDIT, Permissions.OFFERING_APPROVE)
        || access.may(Permissions.OFFERING_READ, Target.nobodys());
  }

  private List<Edition> editions(ElectiveCatalogue of) {
    boolean all = sees();
    return catalogues.of(of.getCurriculum().getId()).stream()
        .filter(one -> !one.equals(of))
        .filter(one -> all || one.getStatus().isShown())
        .map(
            one ->
                new Edition(
                    one.getUuid().toString(),
                    one.getAcademicYear().getStartYear(),
                    one.getEdition(),
                    one.getStatus()))
        .toList();
  }

  private List<Block> blocks(ElectiveCatalogue of) {
    List<PlanLine> lines = drafts.lines(of);
    Map<String, Integer> wanted = CatalogueComplete.blocks(lines, ElectiveDrafts.terms(of, lines));
    List<ElectiveEntry> entries = catalogues.entries(of.getId());
    List<Long> disciplines = entries.stream().map(one -> one.getDiscipline().getId()).toList();
    Map<Long, List<Other>> later = later(disciplines);
    Map<Long, List<String>> taught = teachers.of(disciplines, of.getAcademicYear().getStartYear());
    Map<String, List<ElectiveEntry>> byBlock = new LinkedHashMap<>();
    entries.forEach(
        one -> byBlock.computeIfAbsent(one.getChoiceBlock(), b -> new ArrayList<>()).add(one));
    List<Block> blocks = new ArrayList<>();
    byBlock.forEach(
        (name, all) ->
            blocks.add(
                new Block(
                    name,
                    all.get(0).getTermNo(),
                    wanted.getOrDefault(name, 0),
                    all.stream().map(one -> entry(one, later, taught)).toList())));
    // a block nobody has filled is seen as well
    wanted.forEach(
        (name, credits) -> {
          if (!byBlock.containsKey(name)) {
            blocks.add(new Block(name, termOf(lines, name), credits, List.of()));
          }
        });
    blocks.sort(Comparator.comparingInt(Block::termNo).thenComparing(Block::name));
    return blocks;
  }

  private static int termOf(List<PlanLine> lines, String block) {
    return lines.stream()
        .filter(line -> block.equals(line.choiceBlock()))
        .mapToInt(PlanLine::termNo)
        .findFirst()
        .orElse(0);
  }

  private Map<Long, List<Other>> later(List<Long> disciplines) {
    Map<Long, List<Other>> later = new HashMap<>();
    for (Object[] pair : catalogues.postrequisites(disciplines)) {
      later
          .computeIfAbsent((Long) pair[0], d -> new ArrayList<>())
          .add(other((Discipline) pair[1]));
    }
    return later;
  }

  private static Other other(Discipline discipline) {
    return new Other(discipline.getCode(), discipline.getName());
  }

  private static Entry entry(
      ElectiveEntry of, Map<Long, List<Other>> later, Map<Long, List<String>> taught) {
    Discipline discipline = of.getDiscipline();
    return new Entry(
        discipline.getCode(),
        discipline.getName(),
        discipline.getCredits(),
        discipline.getControlForm(),
        discipline.getDepartment().getName(),
        Checks.words(of.getLanguages()),
        of.isDescribed()
            ? LocalizedText.of(of.getDescriptionKk(), of.getDescriptionRu(), of.getDescriptionEn())
            : null,
        discipline.getPrerequisites().stream()
            .sorted(Comparator.comparing(Discipline::getCode))
            .map(ElectiveQueries::other)
            .toList(),
        later.getOrDefault(discipline.getId(), List.of()),
        taught.getOrDefault(discipline.getId(), List.of()),
        of.getAdditionBasis());
  }
}
