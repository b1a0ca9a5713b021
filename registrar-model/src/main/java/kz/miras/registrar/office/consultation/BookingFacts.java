package kz.miras.registrar.office.consultation;

import java.io.Serializable;
import java.util.List;
import java.util.Set;

/**
 * What is known of an appointment and of who wants it, in the moment of booking.
 *
 * @param appointment when it is
 * @param topics what one may ask about at it
 * @param offered whether it has not been called off
 * @param taken whether somebody has it
 * @param own whether who wants it is who keeps it
 * @param others the appointments the person has booked and that are still to come
 */
public record BookingFacts(
    Appointment appointment,
    Set<ConsultationTopic> topics,
    boolean offered,
    boolean taken,
    boolean own,
    List<Appointment> others)
    implements Serializable {

  public BookingFacts {
    topics = Set.copyOf(topics);
    others = List.copyOf(others);
  }
}
