package kz.miras.registrar.office.service.consultation;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import kz.miras.registrar.office.consultation.AskerKind;
import kz.miras.registrar.office.consultation.ConsultationKind;
import kz.miras.registrar.office.consultation.ConsultationStatus;
import kz.miras.registrar.office.consultation.ConsultationTopic;
import kz.miras.registrar.office.consultation.RecordedAnswer;

/**
 * A consultation as its asker and the office see it.
 *
 * @param id public id
 * @param asker name of who asks
 * @param student public id of the student who asks; null for anybody else, and for whoever may not
 *     see students
 * @param holder name of who has it; null for nobody
 * @param dueOn last day to answer
 * @param late whether that day has passed without an answer
 * @param meeting the appointment; null where there is none
 * @param entries the journal, the first answer first
 * @param may what the reader may do with it now
 */
public record ConsultationView(
    String id,
    ConsultationKind kind,
    ConsultationTopic topic,
    ConsultationStatus status,
    String asker,
    AskerKind askerKind,
    String student,
    String holder,
    String question,
    Instant askedAt,
    LocalDate dueOn,
    boolean late,
    Meeting meeting,
    List<Entry> entries,
    May may)
    implements Serializable {

  public ConsultationView {
    entries = List.copyOf(entries);
  }

  /** The answer that stands; null for none yet. */
  public Entry standing() {
    return entries.isEmpty() ? null : entries.get(entries.size() - 1);
  }

  /**
   * The appointment.
   *
   * @param start by the university's clock
   * @param place null where it is held online only
   * @param link null where it is held in a room only
   * @param cancelUntil last moment to cancel
   * @param reason why it was moved or called off; null for neither
   */
  public record Meeting(
      String slot,
      LocalDateTime start,
      LocalDateTime end,
      String place,
      String link,
      String host,
      LocalDateTime cancelUntil,
      String reason)
      implements Serializable {}

  /**
   * An entry of the journal.
   *
   * @param reason why it takes the place of the one before; null for the first
   * @param by name of who wrote it
   */
  public record Entry(int number, RecordedAnswer answer, String reason, String by, Instant at)
      implements Serializable {}

  /** What the reader may do with it now. */
  public record May(
      boolean cancel,
      boolean answer,
      boolean miss,
      boolean take,
      boolean hand,
      boolean correct,
      boolean offer)
      implements Serializable {}

  /** One of several, as a line. */
  public record Line(
      String id,
      ConsultationKind kind,
      ConsultationTopic topic,
      ConsultationStatus status,
      String asker,
      String question,
      String holder,
      Instant askedAt,
      LocalDate dueOn,
      boolean late,
      Meeting meeting,
      String answer)
      implements Serializable {}

  /**
   * An appointment that may be booked, or that the office keeps.
   *
   * @param topics what one may ask about at it
   * @param offered false once it is called off
   * @param own whether the reader keeps it
   * @param booking who has booked it; null for nobody, and for whoever only books
   */
  public record Offer(
      Meeting meeting, List<ConsultationTopic> topics, boolean offered, boolean own, Line booking)
      implements Serializable {

    public Offer {
      topics = topics.stream().sorted().toList();
    }

    /** Whether one may ask about anything at it. */
    public boolean ofEverything() {
      return topics.size() == ConsultationTopic.values().length;
    }
  }

  /** Somebody of the office: login and name. */
  public record Colleague(String login, String name) implements Serializable {}
}
