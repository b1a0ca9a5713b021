package kz.miras.registrar.registration.ws;

import java.util.List;
import java.util.UUID;
import kz.miras.registrar.frame.ws.Languages;
import kz.miras.registrar.registration.EnrolmentType;
import kz.miras.registrar.registration.service.PlanRequest;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;

/**
 * What a student asks for; the contract is in {@code openapi.json}.
 *
 * @param lines absent or empty for what the plan has chosen already
 * @param mode ALL_OR_NOTHING or AS_MUCH_AS_POSSIBLE; absent for the latter
 * @param waitingList whether a place in a waiting list will do; absent for yes
 * @param explanation why it comes late; needed in the late window
 */
record RegistrationBody(
    String term, List<Line> lines, Mode mode, Boolean waitingList, String explanation) {

  enum Mode {
    ALL_OR_NOTHING,
    AS_MUCH_AS_POSSIBLE
  }

  /**
   * One discipline.
   *
   * @param group code of the group wanted; absent for any
   * @param stream code of the lecture stream wanted; absent for any
   * @param replaces the enrolment it is to take the place of; absent for none
   * @param insteadOf code of the discipline it is to take the place of; absent for none, and where
   *     an enrolment is named
   */
  record Line(
      UUID offering,
      String discipline,
      String group,
      String stream,
      EnrolmentType type,
      String language,
      UUID replaces,
      String insteadOf) {}

  private static Language language(String tag) {
    if (tag == null) {
      return null;
    }
    return Languages.asked(tag)
        .orElseThrow(
            () ->
                new RegistrarException.Refused(
                    Refusal.of("api.field", "DAT-2", "language").at("language")));
  }

  PlanRequest request() {
    return new PlanRequest(
        term == null ? "" : term,
        lines == null
            ? List.of()
            : lines.stream()
                .map(
                    line ->
                        new PlanRequest.Line(
                            line.offering(),
                            line.discipline(),
                            line.group(),
                            line.stream(),
                            line.type(),
                            language(line.language()),
                            line.replaces(),
                            line.insteadOf()))
                .toList(),
        mode == Mode.ALL_OR_NOTHING,
        waitingList == null || waitingList,
        explanation);
  }
}
