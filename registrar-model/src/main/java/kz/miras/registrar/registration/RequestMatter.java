package kz.miras.registrar.registration;

import java.io.Serializable;
import java.util.Optional;

/**
 * What a request is about; what does not belong to its kind is null.
 *
 * @param student key; null for the closing of a section
 * @param term key
 * @param offering key of the offering to be enrolled in
 * @param section key of the group wanted, or of the section to be closed
 * @param enrolment key of the enrolment that would end
 * @param type why the discipline would be taken
 * @param rule number of the rule to be set aside
 */
public record RequestMatter(
    RequestKind kind,
    Long student,
    Long term,
    Long offering,
    Long section,
    Long enrolment,
    EnrolmentType type,
    String rule)
    implements Serializable {

  /** The number of the rule an approval sets aside for the student; none where it sets none. */
  public Optional<String> waives() {
    return kind.waives(rule);
  }
}
