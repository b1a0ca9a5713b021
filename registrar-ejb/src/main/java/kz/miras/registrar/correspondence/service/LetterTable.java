package kz.miras.registrar.correspondence.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import kz.miras.registrar.access.LetterPermissions;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.correspondence.LetterDirection;
import kz.miras.registrar.correspondence.LetterState;
import kz.miras.registrar.shared.service.UniversityTime;

/** What lies on somebody's table today. */
@Stateless
@Guarded
public class LetterTable {

  private static final String OPEN = "l.void_reason IS NULL AND ";
  private static final String MINE =
      "EXISTS (SELECT 1 FROM resolution r JOIN resolution_executor e ON e.resolution_id = r.id WHERE"
          + " r.letter_id = l.id AND e.account_id = ? AND r.resolution_no = (SELECT"
          + " MAX(x.resolution_no) FROM resolution x WHERE x.letter_id = l.id))";

  /** Most letters of a heap; the registers have all. */
  private static final int MOST = 100;

  @Inject private Letters letters;
  @Inject private LetterReach reach;
  @Inject private Officers officers;
  @Inject private Access access;
  @Inject private UniversityTime time;

  /** How urgent a letter is. */
  public enum Urgency {
    LATE,
    TODAY,
    WEEK,
    LATER,
    /** Without a day. */
    OPEN
  }

  /**
   * A letter on the table.
   *
   * @param index null for a draft
   * @param whose name of who has it: the drafter, or who is asked; null for a letter that came
   */
  public record Line(
      String id,
      LetterDirection direction,
      LetterState state,
      String index,
      LocalDate day,
      String correspondent,
      String subject,
      LocalDate dueOn,
      Urgency urgency,
      boolean controlled,
      String whose)
      implements Serializable {}

  /**
   * A heap of letters with what is to be done with them.
   *
   * @param name last part of its message keys
   */
  public record Heap(String name, List<Line> lines) implements Serializable {

    public Heap {
      lines = List.copyOf(lines);
    }
  }

  /** The heaps of the caller, by what the caller may do; empty ones are told of too. */
  @RolesAllowed({Permissions.INCOMING_READ, Permissions.OUTGOING_READ, Permissions.INQUIRY_ANSWER})
  public List<Heap> heaps() {
    long me = access.current().accountId();
    List<Heap> heaps = new ArrayList<>();
    if (access.may(Permissions.INCOMING_RESOLVE)) {
      heaps.add(
          heap(
              "to-resolve",
              OPEN
                  + "l.direction = 'INCOMING' AND l.state = 'REGISTERED' ORDER BY l.due_on IS NULL,"
                  + " l.due_on, l.id"));
    }
    if (access.may(Permissions.INCOMING_EDIT)) {
      heaps.add(
          heap(
              "mine",
              OPEN
                  + "l.direction = 'INCOMING' AND l.state IN ('RESOLUTION', 'IN_WORK') AND "
                  + MINE
                  + " ORDER BY l.due_on IS NULL, l.due_on, l.id",
              me));
    }
    if (access.may(Permissions.INQUIRY_ANSWER)) {
      heaps.add(
          heap(
              "asked",
              OPEN
                  + "l.direction = 'INTERNAL' AND l.state = 'SENT' AND l.asked_id = ? ORDER BY"
                  + " l.due_on, l.id",
              me));
    }
    outgoing(heaps, me);
    if (access.may(Permissions.INQUIRY_SUBMIT)) {
      heaps.add(
          heap("to-submit", OPEN + "l.direction = 'INTERNAL' AND l.state = 'DRAFT' ORDER BY l.id"));
    }
    if (access.may(Permissions.INQUIRY_DRAFT)) {
      heaps.add(
          heap(
              "awaited",
              OPEN + "l.direction = 'INTERNAL' AND l.state = 'SENT' ORDER BY l.due_on, l.id"));
    }
    return heaps;
  }

  private void outgoing(List<Heap> heaps, long me) {
    if (access.may(LetterPermissions.OUTGOING_AGREE)) {
      heaps.add(
          heap(
              "to-agree",
              "l.direction = 'OUTGOING' AND l.state = 'DRAFT' AND l.drafter_id <> ? ORDER BY l.id",
              me));
    }
    if (access.may(Permissions.OUTGOING_SIGN)) {
      heaps.add(
          heap(
              "to-sign",
              "l.direction = 'OUTGOING' AND l.state = 'AGREED' AND l.drafter_id <> ? ORDER BY l.id",
              me));
    }
    if (access.may(Permissions.OUTGOING_EDIT)) {
      heaps.add(
          heap(
              "drafts",
              "l.direction = 'OUTGOING' AND l.state IN ('DRAFT', 'AGREED') AND l.drafter_id = ? ORDER"
                  + " BY l.id",
              me));
    }
    if (access.may(Permissions.OUTGOING_REGISTER)) {
      heaps.add(
          heap(
              "to-send",
              OPEN
                  + "l.direction = 'OUTGOING' AND l.state IN ('SIGNED', 'REGISTERED') ORDER BY l.id"));
    }
  }

  private Heap heap(String name, String condition, Object... values) {
    return new Heap(
        name,
        letters.where(condition + " LIMIT " + MOST, values).stream()
            .filter(reach::reads)
            .map(this::line)
            .toList());
  }

  private Line line(StoredLetter letter) {
    return new Line(
        letter.uuid().toString(),
        letter.direction(),
        letter.state(),
        letter.index(),
        letter.registeredOn(),
        letter.facts().name(),
        letter.facts().subject(),
        letter.dueOn(),
        urgency(letter.dueOn(), time.today()),
        letter.controlled(),
        officers.name(
            letter.direction() == LetterDirection.INTERNAL ? letter.asked() : letter.drafter()));
  }

  private static Urgency urgency(LocalDate due, LocalDate today) {
    if (due == null) {
      return Urgency.OPEN;
    }
    if (due.isBefore(today)) {
      return Urgency.LATE;
    }
    if (due.equals(today)) {
      return Urgency.TODAY;
    }
    LocalDate sunday = today.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
    return due.isAfter(sunday) ? Urgency.LATER : Urgency.WEEK;
  }
}
