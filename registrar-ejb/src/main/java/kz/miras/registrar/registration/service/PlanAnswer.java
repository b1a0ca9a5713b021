package kz.miras.registrar.registration.service;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kz.miras.registrar.registration.EnrolmentStatus;
import kz.miras.registrar.registration.EnrolmentType;
import kz.miras.registrar.registration.plan.PlanStatus;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.Verdict;

/**
 * What became of a request, line by line.
 *
 * @param submission public id of the request; null where nothing was submitted
 * @param receipt proof of the request, to be held against the registration log; null for none
 * @param plan state of the plan after it; null where nothing was submitted
 * @param whole what the rules say of all lines together
 */
public record PlanAnswer(
    UUID submission,
    String receipt,
    Instant arrivedAt,
    Instant decidedAt,
    PlanStatus plan,
    Verdict whole,
    List<Line> lines)
    implements Serializable {

  public PlanAnswer {
    lines = List.copyOf(lines);
  }

  /**
   * One line.
   *
   * @param offering public id; null while only the discipline is chosen
   * @param status ENROLLED, WAITLISTED or REQUESTED; null where it was refused or only chosen
   * @param enrolment public id; null where there is none
   * @param sections codes of its sections
   */
  public record Line(
      UUID offering,
      String code,
      String discipline,
      LocalizedText name,
      int credits,
      EnrolmentType type,
      EnrolmentStatus status,
      UUID enrolment,
      List<String> sections,
      Verdict verdict)
      implements Serializable {

    public Line {
      sections = List.copyOf(sections);
    }

    /** The same line, of which this is said. */
    Line with(Verdict other) {
      return new Line(
          offering, code, discipline, name, credits, type, status, enrolment, sections, other);
    }

    /** Whether it was accepted: a seat, a place in a queue, or a choice. */
    public boolean isAccepted() {
      return verdict.isAllowed();
    }
  }

  /** The same answer, in which this is said of all together and of each line. */
  PlanAnswer with(Verdict together, List<Line> each) {
    return new PlanAnswer(submission, receipt, arrivedAt, decidedAt, plan, together, each);
  }

  /** The same answer with its receipt. */
  PlanAnswer with(String code) {
    return new PlanAnswer(submission, code, arrivedAt, decidedAt, plan, whole, lines);
  }

  /** The line with a discipline; null for none. */
  public Line of(String discipline) {
    return lines.stream()
        .filter(line -> line.discipline().equals(discipline))
        .findFirst()
        .orElse(null);
  }

  /** Whether every line was accepted. */
  public boolean isComplete() {
    return lines.stream().allMatch(Line::isAccepted);
  }
}
