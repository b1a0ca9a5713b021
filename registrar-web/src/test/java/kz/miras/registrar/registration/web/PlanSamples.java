package kz.miras.registrar.registration.web;

import java.util.List;
import java.util.UUID;
import kz.miras.registrar.curriculum.Component;
import kz.miras.registrar.curriculum.ControlForm;
import kz.miras.registrar.curriculum.Cycle;
import kz.miras.registrar.curriculum.DisciplineKind;
import kz.miras.registrar.registration.EnrolmentStatus;
import kz.miras.registrar.registration.EnrolmentType;
import kz.miras.registrar.registration.plan.PlanLineStatus;
import kz.miras.registrar.registration.service.PlanView;
import kz.miras.registrar.shared.LocalizedText;

/** Lines of a plan for tests, of the term 2030-1. */
final class PlanSamples {

  /** Public id of the enrolment of a line that has one. */
  static final UUID SEAT = UUID.randomUUID();

  private PlanSamples() {}

  /**
   * A line.
   *
   * @param stream null for any
   * @param group null for any
   * @param seat null for a line without an enrolment
   */
  static PlanView.Line line(
      String code,
      PlanLineStatus status,
      UUID offering,
      String stream,
      String group,
      String language,
      EnrolmentStatus seat) {
    return line(code, status, offering, stream, group, language, seat, null);
  }

  /** A draft of a discipline, to take the place of another one; null for none. */
  static PlanView.Line draft(String code, String insteadOf) {
    return line(code, PlanLineStatus.CHOSEN, null, null, null, "ru", null, insteadOf);
  }

  private static PlanView.Line line(
      String code,
      PlanLineStatus status,
      UUID offering,
      String stream,
      String group,
      String language,
      EnrolmentStatus seat,
      String insteadOf) {
    return new PlanView.Line(
        1,
        "2030-1",
        code,
        LocalizedText.of("а", "б", "c"),
        5,
        5,
        ControlForm.EXAM,
        DisciplineKind.DISCIPLINE,
        Cycle.BASIC,
        Component.UNIVERSITY,
        null,
        EnrolmentType.MAIN,
        language,
        true,
        status,
        0,
        null,
        null,
        offering,
        group,
        stream,
        seat == null ? null : SEAT,
        seat,
        null,
        null,
        null,
        stream == null ? group : stream + " " + group,
        null,
        false,
        insteadOf,
        List.of());
  }
}
