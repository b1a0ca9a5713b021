package kz.miras.registrar.registration.log;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kz.miras.registrar.access.CanonicalBytes;
import kz.miras.registrar.access.ChainedRecord;
import kz.miras.registrar.registration.SectionKind;

/**
 * One entry of a section's registration log, sealed in the section's chain. Never changed once
 * written.
 *
 * @param position place in the section's chain, from 1 without gaps
 * @param fact what was decided
 * @param seal the chain's seal
 */
public record LogEntry(long section, long position, Fact fact, byte[] seal)
    implements ChainedRecord, Serializable {

  /**
   * What was decided.
   *
   * @param arrivedAt when the request reached the server
   * @param decidedAt when it was decided
   * @param student key; null where the office changed the section itself
   * @param enrolment key; null where there is none
   * @param submission request it belongs to; null where nobody submitted it
   * @param pool seats it concerns: ALL, or those kept for a programme or group
   * @param seats of the whole section after the decision
   * @param verdict codes and figures of the rules as JSON; null for none
   * @param author login, or the job
   * @param place how the student waits from now on; null where nobody begins to wait
   */
  public record Fact(
      Instant arrivedAt,
      Instant decidedAt,
      Long student,
      Long enrolment,
      UUID submission,
      LogAct act,
      String pool,
      Seats seats,
      String verdict,
      String author,
      Place place)
      implements Serializable {}

  /**
   * REG-33. A place in a queue, by the rules of the day it was taken.
   *
   * @param rank class of the place, 0 before 1
   * @param since when it was taken; within a class the earlier comes first
   * @param pools seats that will do: those kept for the group or programme of the student, and ALL
   * @param anyOf kind of section of which any that the student waits for will do; null where it is
   *     this one or none, as with every place that was written before a student could wait for any
   */
  public record Place(int rank, Instant since, List<String> pools, SectionKind anyOf)
      implements Serializable {

    public Place {
      pools = List.copyOf(pools);
    }

    /** A place for this section and no other. */
    public Place(int rank, Instant since, List<String> pools) {
      this(rank, since, pools, null);
    }
  }

  /**
   * Seats of a section, all pools together.
   *
   * @param capacity how many there are
   * @param taken how many are taken, at most as many as there are
   * @param waiting length of the queue
   */
  public record Seats(int capacity, int taken, int waiting) implements Serializable {}

  /** Name of a section's chain. */
  public static String chain(long section) {
    return "registration-" + section;
  }

  @Override
  public byte[] content() {
    return content(section, fact);
  }

  /** The entry as its chain seals it. */
  public static byte[] content(long section, Fact fact) {
    CanonicalBytes content =
        new CanonicalBytes()
            .number(section)
            .instant(fact.arrivedAt())
            .instant(fact.decidedAt())
            .number(fact.student())
            .number(fact.enrolment())
            .text(fact.submission() == null ? null : fact.submission().toString())
            .text(fact.act().name())
            .text(fact.pool())
            .number(fact.seats().capacity())
            .number(fact.seats().taken())
            .number(fact.seats().waiting())
            .text(fact.verdict())
            .text(fact.author());
    Place place = fact.place();
    if (place != null) {
      content.number(place.rank()).instant(place.since()).number(place.pools().size());
      place.pools().forEach(content::text);
      if (place.anyOf() != null) {
        // nothing is added to what was sealed without it
        content.text(place.anyOf().name());
      }
    }
    return content.toBytes();
  }
}
