package kz.miras.registrar.transcript.diploma;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.miras.registrar.achievement.ResultKind;
import kz.miras.registrar.achievement.StudyRecord;
import kz.miras.registrar.transcript.diploma.SupplementView.Row;

/**
 * DIP-6, DIP-8. The results of a study as the lines of a supplement: of each discipline the one
 * that counts, where it is passed.
 *
 * @param additional over the plan; empty without an application of the graduate
 * @param defence null where nothing was defended
 */
public record SupplementRows(
    List<Row> practices,
    List<Row> attestations,
    Row defence,
    List<Row> theory,
    List<Row> additional)
    implements Serializable {

  public SupplementRows {
    practices = List.copyOf(practices);
    attestations = List.copyOf(attestations);
    theory = List.copyOf(theory);
    additional = List.copyOf(additional);
  }

  /**
   * The lines of a study.
   *
   * @param hoursPerCredit hours of 60 minutes in a credit
   */
  public static SupplementRows of(StudyRecord record, DiplomaDraft draft, int hoursPerCredit) {
    List<StudyRecord.Line> passed =
        passedOrNot(record)
            .filter(StudyRecord.Line::counts)
            .filter(
                line -> record.failed().stream().noneMatch(it -> it.position() == line.position()))
            .toList();
    // a practice taken again is one still, whatever its kind says then
    Set<String> practiceCodes =
        passedOrNot(record)
            .filter(line -> line.kind() == ResultKind.PRACTICE)
            .map(StudyRecord.Line::code)
            .collect(Collectors.toSet());
    List<Row> practices = new ArrayList<>();
    List<StudyRecord.Line> finals = new ArrayList<>();
    List<Row> theory = new ArrayList<>();
    List<Row> additional = new ArrayList<>();
    for (StudyRecord.Line line : passed) {
      if (line.additional()) {
        additional.add(row(line, hoursPerCredit));
      } else if (line.finalAttestation()) {
        finals.add(line);
      } else if (practiceCodes.contains(line.code())) {
        practices.add(row(line, hoursPerCredit));
      } else {
        theory.add(row(line, hoursPerCredit));
      }
    }
    StudyRecord.Line defence = defence(finals, draft);
    return new SupplementRows(
        practices,
        finals.stream().filter(it -> it != defence).map(it -> row(it, hoursPerCredit)).toList(),
        defence == null ? null : row(defence, hoursPerCredit),
        theory,
        draft.application() == null ? List.of() : additional);
  }

  private static Stream<StudyRecord.Line> passedOrNot(StudyRecord record) {
    return record.terms().stream().flatMap(term -> term.lines().stream());
  }

  /** With a topic the last final attestation was its defence, or the one the office has named. */
  private static StudyRecord.Line defence(List<StudyRecord.Line> finals, DiplomaDraft draft) {
    if (draft.topic() == null || finals.isEmpty()) {
      return null;
    }
    return finals.stream()
        .filter(it -> it.code().equals(draft.thesisCode()))
        .findFirst()
        .orElse(finals.get(finals.size() - 1));
  }

  /** Line 15. */
  public int theoryCredits() {
    return theory.stream().mapToInt(Row::credits).sum();
  }

  /** Whether half of the disciplines or more were studied at a distance. */
  public boolean isAtDistance(int disciplines) {
    int all = theory.size() + practices.size();
    return all > 0 && 2 * disciplines >= all;
  }

  private static Row row(StudyRecord.Line line, int hoursPerCredit) {
    return new Row(
        line.code(),
        line.name(),
        line.credits(),
        line.credits() * hoursPerCredit,
        line.sign(),
        line.percent(),
        line.digital(),
        line.traditional());
  }
}
