package kz.miras.registrar.registration;

import java.io.Serializable;
import java.util.Optional;

/**
 * What a request is about; what does not belong to its kind is null.
 *
 * @param student key; null for what is not about one student
 * @param term key
 * @param offering key of the offering to be enrolled in; null for a group that is to get what its
 *     curriculum prescribes for the term
 * @param section key of the group wanted, or of the section to be closed
 * @param stream key of the lecture stream wanted; null for any
 * @param enrolment key of the enrolment that would end
 * @param type why the discipline would be taken
 * @param rule number of the rule to be set aside
 * @param studentGroup key of the academic group to be enrolled
 */
public record RequestMatter(
    RequestKind kind,
    Long student,
    Long term,
    Long offering,
    Long section,
    Long stream,
    Long enrolment,
    EnrolmentType type,
    String rule,
    Long studentGroup)
    implements Serializable {

  /** A matter of one student, or of one section; whatever stream will do. */
  public RequestMatter(
      RequestKind kind,
      Long student,
      Long term,
      Long offering,
      Long section,
      Long enrolment,
      EnrolmentType type,
      String rule) {
    this(kind, student, term, offering, section, null, enrolment, type, rule, null);
  }

  /** A matter of a whole academic group, in one offering or in all its curriculum prescribes. */
  public static RequestMatter ofGroup(
      long studentGroup, Long term, Long offering, Long section, Long stream, EnrolmentType type) {
    return new RequestMatter(
        RequestKind.GROUP, null, term, offering, section, stream, null, type, null, studentGroup);
  }

  /** The number of the rule an approval sets aside for the student; none where it sets none. */
  public Optional<String> waives() {
    return kind.waives(rule);
  }
}
