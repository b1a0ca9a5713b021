package kz.miras.registrar.registration.service.rehearsal;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.curriculum.DisciplineKind;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.registration.AcademicRecord;
import kz.miras.registrar.registration.rehearsal.RehearsalOffering;
import kz.miras.registrar.registration.rule.HoldFact;
import kz.miras.registrar.registration.rule.LineSource;
import kz.miras.registrar.shared.Language;

/**
 * Everything a rehearsal of a term looks at.
 *
 * @param curricula lines by key of the curriculum
 * @param needs prerequisites by key of the discipline
 * @param together corequisites by key of the discipline
 * @param studied disciplines students are on and have no mark for, by student
 * @param chosen what students have in the plan of the term already, by student and discipline
 * @param poolsOfProgramme kept seats by programme
 * @param poolsOfGroup kept seats by group
 * @param holds that stand, by student; empty where they are taken as settled
 * @param consents numbers of the rules a decision has set aside, by student and code of the
 *     discipline
 * @param log what last term's log tells; null where the demand is made up
 */
record RehearsalFacts(
    Term term,
    List<RehearsalOffering> offerings,
    List<Person> people,
    Map<Long, List<Item>> curricula,
    Map<Long, List<Needed>> needs,
    Map<Long, List<Needed>> together,
    Map<Long, Set<Long>> studied,
    Map<Long, Map<Long, Planned>> chosen,
    Map<Long, Set<String>> poolsOfProgramme,
    Map<Long, Set<String>> poolsOfGroup,
    Map<Long, List<HoldFact>> holds,
    Map<Long, Map<String, Set<String>>> consents,
    Log log) {

  /**
   * A student who registers.
   *
   * @param courseYear course now, which windows look at
   * @param course in the term
   */
  record Person(
      long id,
      UUID link,
      String number,
      Level level,
      long programme,
      int courseYear,
      int course,
      int years,
      Language language,
      long group,
      long curriculum) {}

  /**
   * A line of a curriculum.
   *
   * @param blockCredits credits to be chosen from the block; 0 for an addition of the catalogue
   * @param kind practice, research work and final attestation need no section
   * @param source PROGRAMME, or by the catalogue of the year CATALOGUE or LEFT_OUT
   * @param catalogued whether a published catalogue decides about its block
   */
  record Item(
      long discipline,
      String code,
      int credits,
      int termNo,
      String block,
      int blockCredits,
      DisciplineKind kind,
      LineSource source,
      boolean catalogued) {

    /** As the curriculum alone has it. */
    static Item of(
        long discipline,
        String code,
        int credits,
        int termNo,
        String block,
        int blockCredits,
        DisciplineKind kind) {
      return new Item(
          discipline,
          code,
          credits,
          termNo,
          block,
          blockCredits,
          kind,
          LineSource.PROGRAMME,
          false);
    }

    /** As the catalogue of the year has it. */
    Item from(LineSource known) {
      return new Item(discipline, code, credits, termNo, block, blockCredits, kind, known, true);
    }
  }

  /**
   * How a discipline stands in a plan of the term already.
   *
   * @param group code of the open group it names; null for any
   * @param stream code of the open lecture stream it names; null for any
   */
  record Planned(Language language, String group, String stream) {

    boolean isNaming() {
      return group != null || stream != null;
    }
  }

  /** A discipline another one needs. */
  record Needed(long id, String code) {}

  /**
   * What last term's log tells.
   *
   * @param arrivals when each student came first
   * @param demand students who asked for a discipline, by its code
   */
  record Log(Term term, Map<Long, Instant> arrivals, Map<String, Integer> demand) {}

  /** What became of the disciplines of a student so far. */
  interface Past {
    Map<Long, AcademicRecord.Past> of(long student, Set<Long> disciplines);

    /** The grade point average; null where there is none or it does not matter. */
    default BigDecimal gpa(Person student) {
      return null;
    }
  }
}
