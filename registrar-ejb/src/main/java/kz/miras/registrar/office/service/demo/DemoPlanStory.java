package kz.miras.registrar.office.service.demo;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.registration.plan.PlanLineStatus;
import kz.miras.registrar.registration.plan.PlanStatus;
import kz.miras.registrar.shared.service.Json;

/** How one plan came about: what was submitted and decided, and how its lines stood then. */
final class DemoPlanStory {

  private static final String SUBMITTED = "SUBMITTED";
  private static final String APPROVED = "APPROVED";
  private static final String REGISTERED = "REGISTERED";

  /**
   * A line of the plan.
   *
   * @param begun whether its term runs
   */
  record Line(
      long term,
      long discipline,
      String type,
      String language,
      Long offering,
      Long enrolment,
      Long section,
      Long stream,
      boolean begun,
      LocalDateTime at) {

    /** The same in another group. */
    Line in(Long other) {
      return new Line(
          term, discipline, type, language, offering, enrolment, other, stream, begun, at);
    }

    /** Another discipline in its place, of which no group was chosen yet. */
    Line instead(long other) {
      return new Line(term, other, type, language, null, null, null, null, begun, at);
    }
  }

  /** A step of its history. */
  record Step(int revision, LocalDateTime at, String actor, String act, String content) {}

  private final List<Line> lines;
  private final String reached;
  private final String student;
  private final String adviser;
  private final List<Step> steps = new ArrayList<>();
  private final List<Line> changed = new ArrayList<>();
  private int revision;
  private boolean told;

  /**
   * A story.
   *
   * @param reached state the lines of the coming term have reached
   */
  DemoPlanStory(List<Line> lines, String reached, String student, String adviser) {
    this.lines = lines;
    this.reached = reached;
    this.student = student;
    this.adviser = adviser;
  }

  List<Line> coming() {
    return lines.stream().filter(line -> !line.begun()).toList();
  }

  /**
   * Something was different when the plan was confirmed; the student has submitted the change.
   *
   * @param before how these lines stood then
   */
  void change(Map<Line, Line> before) {
    tell(before);
    changed.addAll(before.keySet());
    LocalDateTime at = steps.get(steps.size() - 1).at().plusHours(3);
    revision++;
    step(SUBMITTED, student, at, lines, Map.of());
  }

  List<Step> steps() {
    tell(Map.of());
    return steps;
  }

  /** Tells the running term first, then the coming one, as it stood then. */
  private void tell(Map<Line, Line> before) {
    if (told) {
      return;
    }
    told = true;
    List<Line> begun = lines.stream().filter(Line::begun).toList();
    if (!begun.isEmpty()) {
      LocalDateTime at = begun.get(begun.size() - 1).at();
      revision++;
      decide(REGISTERED, begun, before, at, 24);
    }
    List<Line> coming = coming();
    if (!coming.isEmpty()) {
      revision++;
      LocalDateTime at = coming.stream().map(Line::at).max(Comparator.naturalOrder()).orElseThrow();
      decide(reached, lines, before, at, 2);
    }
  }

  private void decide(
      String until, List<Line> shown, Map<Line, Line> before, LocalDateTime at, int hours) {
    step(SUBMITTED, student, at, shown, before);
    if (!until.equals(SUBMITTED)) {
      step(APPROVED, adviser, at.plusHours(hours), shown, before);
    }
    if (until.equals(REGISTERED)) {
      step(REGISTERED, "specialist", at.plusHours(2L * hours), shown, before);
    }
  }

  private void step(
      String act, String actor, LocalDateTime at, List<Line> shown, Map<Line, Line> before) {
    boolean second = shown.stream().anyMatch(line -> !line.begun());
    List<Map<String, Object>> content = new ArrayList<>();
    for (Line line : shown) {
      Line then = before.getOrDefault(line, line);
      boolean settled = second && line.begun() || !changed.isEmpty() && !changed.contains(line);
      Map<String, Object> kept = new LinkedHashMap<>();
      kept.put("term", then.term());
      kept.put("discipline", then.discipline());
      kept.put("type", then.type());
      kept.put("language", then.language());
      kept.put("offering", then.offering());
      kept.put("section", then.section());
      kept.put("stream", then.stream());
      kept.put("status", settled ? REGISTERED : act);
      content.add(kept);
    }
    steps.add(new Step(revision, at, actor, act, Json.write(content)));
  }

  int revision() {
    return steps().get(steps.size() - 1).revision();
  }

  LocalDateTime submittedAt() {
    return at(SUBMITTED);
  }

  /** When something was done last; null for never. */
  LocalDateTime at(String act) {
    Step last = last(act);
    return last == null ? null : last.at();
  }

  /** Who did it last; null for nobody. */
  String by(String act) {
    Step last = last(act);
    return last == null ? null : last.actor();
  }

  private Step last(String act) {
    return steps().stream().filter(step -> step.act().equals(act)).reduce((a, b) -> b).orElse(null);
  }

  String statusOf(Line line) {
    return line.begun() ? REGISTERED : changed.contains(line) ? SUBMITTED : reached;
  }

  int revisionOf(Line line) {
    steps();
    boolean first = lines.stream().noneMatch(Line::begun);
    return changed.contains(line) ? revision : line.begun() || first ? 1 : 2;
  }

  /** When and by whom a line was decided about. */
  LocalDateTime decidedAt(Line line) {
    return decided(line).at();
  }

  String decidedBy(Line line) {
    return decided(line).actor();
  }

  private Step decided(Line line) {
    return steps().stream()
        .filter(step -> step.revision() == revisionOf(line))
        .filter(step -> step.act().equals(statusOf(line)))
        .findFirst()
        .orElseThrow();
  }

  /** State of the whole. */
  String status() {
    return PlanStatus.of(
            lines.stream().map(line -> PlanLineStatus.valueOf(statusOf(line))).toList(), false)
        .name();
  }
}
