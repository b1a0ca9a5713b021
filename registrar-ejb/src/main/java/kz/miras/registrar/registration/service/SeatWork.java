package kz.miras.registrar.registration.service;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.miras.registrar.registration.EnrolmentChange;
import kz.miras.registrar.registration.EnrolmentStatus;
import kz.miras.registrar.registration.EnrolmentType;
import kz.miras.registrar.registration.SectionKind;

/** What one transaction does with seats: the locked book, who asks, and whom it concerns. */
final class SeatWork {

  /**
   * An enrolment that has changed.
   *
   * @param before its state before; null where it is new
   * @param sections where it has or had its seats
   * @param reason null for none
   */
  record Changed(
      long enrolment,
      long student,
      long term,
      long offering,
      EnrolmentType type,
      EnrolmentStatus before,
      EnrolmentStatus after,
      List<Long> sections,
      String reason) {}

  /**
   * An enrolment that has another section of the same kind now.
   *
   * @param kind of both sections
   * @param from the seat it had
   * @param to the seat it has now
   * @param reason null for none
   */
  record Moved(
      long enrolment,
      long student,
      long term,
      long offering,
      EnrolmentType type,
      SectionKind kind,
      SeatBook.Key from,
      SeatBook.Key to,
      String reason) {

    /** One side of it as others are told. */
    EnrolmentChange told(EnrolmentStatus status, SeatBook.Key seat) {
      return new EnrolmentChange(
          enrolment, student, status, List.of(seat.section()), reason, offering, type, false, true);
    }
  }

  /** Whether the plans of the students are written by whoever works here. */
  boolean planned;

  final SeatBook book;
  final SeatBook.Asking asking;
  private final Map<Long, Changed> changed = new LinkedHashMap<>();
  private final List<Long> promoted = new ArrayList<>();
  private final Set<Long> swapped = new HashSet<>();
  private final List<Moved> moved = new ArrayList<>();
  private final Set<Long> aside = new HashSet<>();

  SeatWork(SeatBook book, SeatBook.Asking asking) {
    this.book = book;
    this.asking = asking;
  }

  void changed(Changed change) {
    changed.put(change.enrolment(), change);
  }

  void promoted(long enrolment) {
    promoted.add(enrolment);
  }

  void moved(Moved move) {
    moved.add(move);
  }

  List<Moved> moves() {
    return moved;
  }

  /** Enrolments that are passed over where seats are handed on, until this says otherwise. */
  void aside(Collection<Long> enrolments) {
    aside.clear();
    aside.addAll(enrolments);
  }

  Set<Long> aside() {
    return Set.copyOf(aside);
  }

  /** An enrolment ends because another one has taken its place. */
  void swapped(long enrolment) {
    swapped.add(enrolment);
  }

  /**
   * Whether the plan of the student follows this change without being told. Whoever writes the plan
   * of a request knows nothing of a seat another enrolment of the student got from a queue by it.
   */
  boolean isPlanned(Changed change) {
    return (planned && isOwn(change) && !promoted.contains(change.enrolment()))
        || swapped.contains(change.enrolment());
  }

  /** Whether a student's own request has let another enrolment of theirs move up. */
  boolean movesUpItself() {
    return changed.values().stream()
        .anyMatch(change -> isOwn(change) && promoted.contains(change.enrolment()));
  }

  private boolean isOwn(Changed change) {
    return asking.student() != null && asking.student() == change.student();
  }

  List<Changed> changes() {
    return List.copyOf(changed.values());
  }

  /** Enrolments that came out of a queue. */
  List<Long> promotions() {
    return promoted;
  }
}
