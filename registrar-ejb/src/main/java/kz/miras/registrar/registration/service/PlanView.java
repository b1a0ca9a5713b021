package kz.miras.registrar.registration.service;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kz.miras.registrar.curriculum.Component;
import kz.miras.registrar.curriculum.ControlForm;
import kz.miras.registrar.curriculum.Cycle;
import kz.miras.registrar.curriculum.DisciplineKind;
import kz.miras.registrar.registration.EnrolmentStatus;
import kz.miras.registrar.registration.EnrolmentType;
import kz.miras.registrar.registration.plan.PlanLineStatus;
import kz.miras.registrar.registration.plan.PlanStatus;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.Refusal;

/**
 * An individual study plan as it is shown.
 *
 * @param id public id; null where nothing has been chosen yet
 * @param startYear first year of the academic year
 * @param student public id of the student
 * @param adviser name; null for none
 * @param version of what is shown, for who decides about it
 * @param lines term by term
 * @param events what was done with it, oldest first
 */
public record PlanView(
    UUID id,
    int startYear,
    UUID student,
    String studentNo,
    String studentName,
    String adviser,
    PlanStatus status,
    int revision,
    int version,
    Instant submittedAt,
    List<Line> lines,
    List<Event> events)
    implements Serializable {

  public PlanView {
    lines = List.copyOf(lines);
    events = List.copyOf(events);
  }

  /** Whether the dean has signed it as it was submitted last. */
  public boolean isSigned() {
    boolean signed = false;
    for (Event event : events) {
      signed = event.act().equals("SIGNED") || (signed && !event.act().equals("SUBMITTED"));
    }
    return signed;
  }

  /** IUP-1. Whether a line may pass to a state now. */
  public boolean lets(Line line, PlanLineStatus to) {
    return status.lets(line.status(), to);
  }

  /** IUP-1. Whether any line may. */
  public boolean lets(PlanLineStatus to) {
    return lines.stream().anyMatch(line -> lets(line, to));
  }

  /** IUP-6. Whether the dean may sign it now, where deans sign. */
  public boolean isSignable() {
    return status.isSignable(isSigned(), lines.stream().map(Line::status).toList());
  }

  /** IUP-5. Whether a line may be submitted again as it is. */
  public boolean mayResubmit(Line line) {
    return line.status().isResubmitted(line.enrolment() != null, line.offering() != null)
        && lets(line, PlanLineStatus.SUBMITTED);
  }

  /** IUP-5. Whether a line may take a seat anew. */
  public boolean maySeatAnew(Line line) {
    return line.status().isSeatedAnew(line.enrolment() != null, line.offering() != null)
        && lets(line, PlanLineStatus.SUBMITTED);
  }

  /** IUP-1. Whether a line without an enrolment may be taken out. */
  public boolean mayWithdraw(Line line) {
    return line.status().isWithdrawn(line.enrolment() != null)
        && lets(line, PlanLineStatus.REMOVED);
  }

  /** REG-5. Whether the enrolment of a line may be left. */
  public boolean mayDrop(Line line) {
    return line.seat() != null && line.seat().next().contains(EnrolmentStatus.DROPPED);
  }

  /** Why what was submitted last came late, in the student's words; null where nothing was said. */
  public String explanation() {
    String said = null;
    for (Event event : events) {
      said = event.act().equals("SUBMITTED") ? event.remark() : said;
    }
    return said;
  }

  /**
   * One line.
   *
   * @param key of the line
   * @param term code of the term
   * @param counted its credits in sums: none while it waits to replace another
   * @param cycle where the student's curriculum has the discipline, or the block a catalogue adds
   *     it to, or else another curriculum; additional study lies over the plan; null where nothing
   *     is known
   * @param prescribed whether the student's curriculum has it outside its choice blocks
   * @param offering public id; null while only the discipline is chosen
   * @param group code of the group it is chosen in or has; null for any
   * @param stream code of the lecture stream it is chosen in or has; null for any
   * @param enrolment public id; null for none
   * @param seat state of the enrolment; null for none
   * @param place place in the queue of its group, from 1, of several groups that will do the best;
   *     null where it does not wait, or is in the queue of none of them
   * @param streamPlace place in the queue of the stream that was named, from 1, while that is full:
   *     group and stream are given together; null otherwise
   * @param waitsUntil when its place in waiting lists ends; null where it does not wait, or without
   *     an end
   * @param sections codes of the sections it has a seat in, or the plan is made with while it waits
   * @param teacher who lectures to its stream, then who teaches its group, each once; null where
   *     nobody is named
   * @param revision submission it was changed in
   * @param provisional whether the seat holds only until a mark or payment arrives
   * @param insteadOf code of the discipline of the term a draft is to take the place of, and a line
   *     that waits where that one has no seat itself; null for none
   * @param queues of all groups that will do, by code; empty where it waits in the queue of one
   *     group alone, or does not wait
   */
  public record Line(
      long key,
      String term,
      String discipline,
      LocalizedText name,
      int credits,
      int counted,
      ControlForm control,
      DisciplineKind kind,
      Cycle cycle,
      Component component,
      String block,
      EnrolmentType type,
      String language,
      boolean prescribed,
      PlanLineStatus status,
      int revision,
      String remark,
      Instant seatUntil,
      UUID offering,
      String group,
      String stream,
      UUID enrolment,
      EnrolmentStatus seat,
      Integer place,
      Integer streamPlace,
      Instant waitsUntil,
      String sections,
      String teacher,
      boolean provisional,
      String insteadOf,
      List<Queue> queues)
      implements Serializable {

    public Line {
      queues = List.copyOf(queues);
    }
  }

  /**
   * Where a line that waits for any group stands in the queue of one.
   *
   * @param group its code
   * @param place from 1; null where its lessons meet others of the student: it is in no queue there
   *     until they do not
   */
  public record Queue(String group, Integer place) implements Serializable {}

  /** Act of a step by which nothing was done, and why. */
  public static final String REFUSED = "REFUSED";

  /**
   * A step of its history.
   *
   * @param refusals why nothing was done
   */
  public record Event(
      String act,
      String actor,
      Instant at,
      int revision,
      String remark,
      String content,
      List<Refusal> refusals)
      implements Serializable {

    public Event {
      refusals = List.copyOf(refusals);
    }

    /** A step by which something was done. */
    public Event(
        String act, String actor, Instant at, int revision, String remark, String content) {
      this(act, actor, at, revision, remark, content, List.of());
    }
  }

  /** What is chosen for a term and not submitted. */
  public List<Line> drafts(String term) {
    return lines.stream()
        .filter(line -> line.term().equals(term) && line.status() == PlanLineStatus.CHOSEN)
        .toList();
  }

  /** Credits of the lines of a term, of a swap that waits those of what it gives up. */
  public int credits(String term) {
    return lines.stream().filter(l -> l.term().equals(term)).mapToInt(Line::counted).sum();
  }

  /** Codes of the terms that have lines, in order. */
  public List<String> terms() {
    return lines.stream().map(Line::term).distinct().toList();
  }
}
