package kz.miras.registrar.registration.service;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import kz.miras.registrar.registration.RequestKind;
import kz.miras.registrar.registration.RequestMatter;
import kz.miras.registrar.registration.RequestStatus;
import kz.miras.registrar.registration.RequestWords;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/**
 * A request for a decision with all that the decision needs.
 *
 * @param about whom and what it is about
 * @param cause why the system asks; null where a person does
 * @param fileName of the document's file; null where there is none
 * @param course what became of it so far
 * @param obstacle what spoke against it when it was asked for, or last carried out in vain
 * @param figures credits and limits; null where it is about no enrolment
 * @param now what the rules say today; null where that is not asked
 * @param after what they would still say if it were approved; null where that is not asked
 * @param places codes of the stream and the group it would be taken in if it were approved; empty
 *     where it would not, or that is not asked
 * @param may what the caller may do with it
 */
public record RequestView(
    String id,
    RequestMatter matter,
    About about,
    RequestWords words,
    Cause cause,
    String fileName,
    Course course,
    List<Refusal> obstacle,
    Figures figures,
    Verdict now,
    Verdict after,
    List<String> places,
    May may)
    implements Serializable {

  /**
   * Whom and what it is about.
   *
   * @param student public id; null for what is not about one student
   * @param group of the student, or the one to be enrolled; null for none
   * @param offering public id; null for all that a curriculum prescribes for the term
   * @param section code; null for any
   * @param stream code of the lecture stream; null for any
   * @param streams whether the offering has several streams to choose between
   */
  public record About(
      String student,
      String studentNo,
      String name,
      String group,
      int courseYear,
      LocalizedText programme,
      String term,
      String offering,
      String offeringCode,
      String disciplineCode,
      LocalizedText discipline,
      int credits,
      String section,
      String stream,
      boolean streams)
      implements Serializable {}

  /**
   * Why the system asks by itself.
   *
   * @param key of the message
   * @param about what the message names
   */
  public record Cause(String key, String about) implements Serializable {}

  /**
   * What became of it.
   *
   * @param status as it is, taken by the student meanwhile counts as carried out
   * @param byStudent whether the student asked in person
   * @param note words of the decision; null for none
   */
  public record Course(
      RequestStatus status,
      String requestedBy,
      boolean byStudent,
      Instant requestedAt,
      String decidedBy,
      Instant decidedAt,
      String note,
      Instant carriedOutAt)
      implements Serializable {}

  /**
   * Credits of the student's term within the limits they count for: as REG-8 counts them, of debts,
   * repeats and differences apart from all others.
   */
  public record Figures(int taken, int wouldBe, int soft, int hard) implements Serializable {}

  /**
   * A request in a list of a student's own.
   *
   * @param discipline code
   * @param offering public id
   * @param note words of the decision; null for none
   * @param sections codes of the stream and the group it names; empty for any
   */
  public record Brief(
      String id,
      RequestKind kind,
      String rule,
      String discipline,
      String offering,
      RequestStatus status,
      Instant requestedAt,
      Instant decidedAt,
      String note,
      List<String> sections)
      implements Serializable {

    public Brief {
      sections = List.copyOf(sections);
    }
  }

  /**
   * What the caller may do.
   *
   * @param own whether the caller asked for it and so does not decide it
   */
  public record May(boolean decide, boolean carryOut, boolean takeBack, boolean own)
      implements Serializable {}
}
