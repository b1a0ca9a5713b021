package kz.miras.registrar.registration.service;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import kz.miras.registrar.registration.EnrolmentType;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;

/**
 * What a student asks for in a term.
 *
 * @param term code of the term
 * @param lines in the order of preference; empty for what the plan has chosen already
 * @param allOrNothing nothing is taken unless everything can be
 * @param mayWait whether a place in a queue will do where there is no seat
 * @param explanation why it comes late, in the student's words, 500 letters at most; kept with the
 *     plan and the enrolments; null where nothing has to be said
 */
public record PlanRequest(
    String term, List<Line> lines, boolean allOrNothing, boolean mayWait, String explanation)
    implements Serializable {

  private static final int LONGEST = 500;

  public PlanRequest {
    Objects.requireNonNull(term, "term");
    lines = List.copyOf(lines);
    explanation = explanation == null || explanation.isBlank() ? null : explanation.strip();
    if (explanation != null && explanation.length() > LONGEST) {
      throw new RegistrarException.Refused(
          Refusal.of("field.too-long", "DAT-1", LONGEST, explanation.length()).at("explanation"));
    }
  }

  /** A request that needs no explanation. */
  public PlanRequest(String term, List<Line> lines, boolean allOrNothing, boolean mayWait) {
    this(term, lines, allOrNothing, mayWait, null);
  }

  /**
   * One discipline.
   *
   * @param offering public id; null while only the discipline is chosen
   * @param discipline code; null where the offering tells it
   * @param group code of the GROUP section wanted; null for any with a free seat
   * @param stream code of the LECTURE section wanted; null for any with a free seat
   * @param language of instruction; null for the offering's, or the student's
   * @param replaces public id of the enrolment it is to take the place of; null for none
   * @param insteadOf code of the discipline of the term it is to take the place of, with a seat or
   *     without; null for none, and where the enrolment tells it
   */
  public record Line(
      UUID offering,
      String discipline,
      String group,
      @JsonInclude(JsonInclude.Include.NON_NULL) String stream,
      EnrolmentType type,
      Language language,
      UUID replaces,
      @JsonInclude(JsonInclude.Include.NON_NULL) String insteadOf)
      implements Serializable {

    public Line {
      type = type == null ? EnrolmentType.MAIN : type;
    }

    /** A seat, of an enrolment where one is named. */
    public Line(
        UUID offering,
        String discipline,
        String group,
        String stream,
        EnrolmentType type,
        Language language,
        UUID replaces) {
      this(offering, discipline, group, stream, type, language, replaces, null);
    }

    /** A seat in any stream. */
    public Line(
        UUID offering,
        String discipline,
        String group,
        EnrolmentType type,
        Language language,
        UUID replaces) {
      this(offering, discipline, group, null, type, language, replaces);
    }

    /** The same in the place of a discipline of the term; null for none. */
    public Line insteadOf(String other) {
      return new Line(offering, discipline, group, stream, type, language, replaces, other);
    }

    /** A seat in an offering, in any group. */
    public static Line of(UUID offering) {
      return new Line(offering, null, null, EnrolmentType.MAIN, null, null);
    }
  }
}
