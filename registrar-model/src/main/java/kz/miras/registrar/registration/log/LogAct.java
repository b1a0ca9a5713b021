package kz.miras.registrar.registration.log;

import kz.miras.registrar.registration.EnrolmentStatus;
import kz.miras.registrar.shared.Keyed;

/** What was decided about a seat of a section. */
public enum LogAct implements Keyed {
  /** A seat was taken. */
  TAKEN(true),
  /** A place in the queue was taken. */
  WAITING(false),
  /**
   * A place taken earlier is in this queue from now on, with the time it has: that of a section
   * that was closed, or of any group, once its lessons meet no others or the section is opened.
   */
  REQUEUED(false),
  /** A seat is asked for that is given once it is paid. */
  REQUESTED(false),
  /** Nothing was given, or nothing was ended that was to be; the verdict says why. */
  REFUSED(false),
  /** The first of the queue got a seat. */
  PROMOTED(true),
  /**
   * A place in the queue was given up, or a seat of another group was had, or the lessons of this
   * one meet others of the student by now.
   */
  LEFT_QUEUE(false),
  /** A place in the queue, a seat of a returned line or an unpaid request came to its end. */
  EXPIRED(false),
  DROPPED(false),
  WITHDRAWN(false),
  CANCELLED(false),
  /** The office moved a student here. */
  MOVED_IN(true),
  MOVED_OUT(false),
  /** The office changed the number of seats. */
  RESIZED(false),
  /** Seats were kept for a programme or a group. */
  RESERVED(false),
  /** Kept seats became everybody's. */
  RELEASED(false),
  CLOSED(false);

  private final boolean seats;

  LogAct(boolean seats) {
    this.seats = seats;
  }

  /** Whether it gives the student a seat. */
  public boolean givesSeat() {
    return seats;
  }

  /** The act that ends an enrolment so. */
  public static LogAct ending(EnrolmentStatus as) {
    return switch (as) {
      case WITHDRAWN -> WITHDRAWN;
      case CANCELLED_BY_OR -> CANCELLED;
      default -> DROPPED;
    };
  }

  @Override
  public String key() {
    return "registration.act." + name();
  }
}
