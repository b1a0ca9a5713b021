package kz.miras.registrar.transcript;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import kz.miras.registrar.achievement.ResultKind;
import kz.miras.registrar.achievement.StudyRecord;
import kz.miras.registrar.achievement.StudyRecord.Line;

/**
 * AK-7. The results of a whole study as an attestation commission looks at them: of each discipline
 * the one that counts, in order of time, the practices apart.
 *
 * @param additional over the plan, outside the credits and the average
 */
public record GraduateSheet(
    List<Line> theory, List<Line> practices, List<Line> attestations, List<Line> additional)
    implements Serializable {

  public GraduateSheet {
    theory = List.copyOf(theory);
    practices = List.copyOf(practices);
    attestations = List.copyOf(attestations);
    additional = List.copyOf(additional);
  }

  /**
   * Lines of one kind.
   *
   * @param key message key of the name
   */
  public record Group(String key, List<Line> lines) implements Serializable {}

  /** All of them, as they follow each other on paper; some may be without lines. */
  public List<Group> groups() {
    return List.of(
        new Group("transcript.graduate-sheet.theory", theory),
        new Group("transcript.graduate-sheet.practice", practices),
        new Group("transcript.graduate-sheet.attestation", attestations),
        new Group("transcript.graduate-sheet.additional", additional));
  }

  /** The lines of a record. */
  public static GraduateSheet of(StudyRecord record) {
    List<Line> lines = record.terms().stream().flatMap(term -> term.lines().stream()).toList();
    // a practice taken again is one still, whatever its kind says then
    Set<String> practice =
        lines.stream()
            .filter(line -> line.kind() == ResultKind.PRACTICE)
            .map(Line::code)
            .collect(Collectors.toSet());
    List<Line> theory = new ArrayList<>();
    List<Line> practices = new ArrayList<>();
    List<Line> attestations = new ArrayList<>();
    List<Line> additional = new ArrayList<>();
    for (Line line : lines) {
      if (line.counts()) {
        List<Line> part =
            line.additional()
                ? additional
                : line.finalAttestation()
                    ? attestations
                    : practice.contains(line.code()) ? practices : theory;
        part.add(line);
      }
    }
    return new GraduateSheet(theory, practices, attestations, additional);
  }
}
