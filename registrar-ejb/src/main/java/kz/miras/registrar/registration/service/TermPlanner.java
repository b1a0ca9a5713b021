package kz.miras.registrar.registration.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.curriculum.Component;
import kz.miras.registrar.curriculum.Cycle;
import kz.miras.registrar.curriculum.DisciplineKind;
import kz.miras.registrar.registration.AcademicRecord;
import kz.miras.registrar.registration.EnrolmentType;
import kz.miras.registrar.registration.rule.ChoiceRoom;
import kz.miras.registrar.registration.rule.NeededStanding;
import kz.miras.registrar.registration.service.Candidates.Known;
import kz.miras.registrar.registration.service.TermOfferings.Offered;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.service.StudentScope;

/**
 * A coming term as a student's programme prescribes it: what is compulsory, what is chosen by block
 * from the catalogue of the year, which debts may be taken, what each discipline needs and opens.
 */
@Stateless
@Guarded
public class TermPlanner {

  @Inject private StudentScope scope;
  @Inject private PlanWishes terms;
  @Inject private StudentCourses courses;
  @Inject private Candidates candidates;
  @Inject private Windows windows;
  @Inject private UniversityTime time;

  /**
   * What a student may plan for a term.
   *
   * @param termNo number of the term in the curriculum; 0 for the summer semester
   * @param language tag of the language the student studies in
   * @param parts compulsory disciplines first, then each choice block, then what was not passed,
   *     then what was never studied
   */
  public record TermPlan(String term, int termNo, String language, List<Part> parts)
      implements Serializable {

    /** Every discipline of every part. */
    public List<Candidate> candidates() {
      return parts.stream().flatMap(part -> part.candidates().stream()).toList();
    }
  }

  /**
   * Disciplines that belong together.
   *
   * @param block name of the choice block; null for what is compulsory
   * @param credits to be chosen from the block; of all together where there is no choice
   * @param type why they are taken
   */
  public record Part(String block, int credits, EnrolmentType type, List<Candidate> candidates)
      implements Serializable {

    public boolean isChoice() {
      return block != null;
    }

    /** The room of a block, these being chosen, taken or passed. */
    public ChoiceRoom room(Predicate<Candidate> taken) {
      Map<String, Integer> ofEach = new LinkedHashMap<>();
      candidates.forEach(one -> ofEach.put(one.code(), one.credits()));
      return new ChoiceRoom(
          credits,
          ofEach,
          candidates.stream().filter(taken).map(Candidate::code).collect(Collectors.toSet()));
    }
  }

  /** A discipline another one needs. */
  public record Needed(String code, LocalizedText name, NeededStanding standing)
      implements Serializable {

    public boolean isMet() {
      return standing == NeededStanding.PASSED;
    }
  }

  /** A discipline that needs another one. */
  public record Opened(String code, LocalizedText name) implements Serializable {}

  /**
   * A discipline that may be planned.
   *
   * @param standing how it stands in the history
   * @param needs its prerequisites
   * @param opens disciplines of the programme that need it, by code
   * @param offerings where it can be taken this term; empty before sections exist
   * @param languages tags of the languages it is taught in, as programme or catalogue say, without
   *     those the office has refused; empty where no group is opened
   * @param basis decision by which the catalogue of the year adds it; null where the curriculum has
   *     it
   */
  public record Candidate(
      String code,
      LocalizedText name,
      int credits,
      DisciplineKind kind,
      Cycle cycle,
      Component component,
      AcademicRecord.Standing standing,
      List<Needed> needs,
      List<Opened> opens,
      List<Offered> offerings,
      List<String> languages,
      String basis)
      implements Serializable {

    public boolean isPassed() {
      return standing == AcademicRecord.Standing.PASSED;
    }

    /** Whether it is shown: not where no group of it is there and none is opened any more. */
    boolean isToBeHad() {
      return isPassed() || !offerings.isEmpty() || !languages.isEmpty();
    }
  }

  /**
   * The term of a student; while only disciplines are chosen no group is offered.
   *
   * @param student public id or number
   * @param term code of the term
   */
  @RolesAllowed({Permissions.PLAN_MAKE, Permissions.PLAN_READ})
  public TermPlan plan(String student, String term) {
    Student found = scope.visible(student, Permissions.PLAN_MAKE, Permissions.PLAN_READ);
    Term wanted = terms.term(term);
    List<PlannedItem> items = candidates.items(found, wanted);
    Known known =
        candidates.known(found, wanted, items.stream().map(PlannedItem::discipline).toList());
    StudentCourses.Place place =
        courses.place(found, wanted, items.stream().map(PlannedItem::termNo).toList());
    TermParts parts = TermParts.of(items, place, known, () -> courses.differs(found));
    Set<String> offered =
        windows.stages(found, wanted, time.now()).isOnlyChoice() ? Set.of() : parts.codes();
    return new TermPlan(
        term,
        place.termNo(),
        found.getStudyLanguage().tag(),
        parts.parts(candidates.offered(found, known, wanted, offered)));
  }
}
