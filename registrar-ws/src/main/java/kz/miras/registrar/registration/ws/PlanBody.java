package kz.miras.registrar.registration.ws;

import java.util.List;
import kz.miras.registrar.registration.service.PlanView;
import kz.miras.registrar.shared.LocalizedText;

/**
 * An individual study plan as subsystems read it; the contract is in {@code openapi.json}.
 *
 * @param id absent where nothing has been chosen yet
 */
record PlanBody(
    String id, int year, String student, String status, int revision, List<Entry> lines) {

  /** One line. */
  record Entry(
      String term,
      String discipline,
      LocalizedText name,
      int credits,
      String block,
      String type,
      String language,
      boolean prescribed,
      String status,
      String remark,
      String seatUntil,
      String offering,
      String group,
      String stream,
      String enrolment,
      String seat,
      Integer place,
      String waitsUntil,
      String sections,
      boolean provisional,
      String insteadOf) {}

  static PlanBody of(PlanView view) {
    return new PlanBody(
        text(view.id()),
        view.startYear(),
        text(view.student()),
        view.status().name(),
        view.revision(),
        view.lines().stream().map(PlanBody::entry).toList());
  }

  private static Entry entry(PlanView.Line line) {
    return new Entry(
        line.term(),
        line.discipline(),
        line.name(),
        line.credits(),
        line.block(),
        line.type().name(),
        line.language(),
        line.prescribed(),
        line.status().name(),
        line.remark(),
        text(line.seatUntil()),
        text(line.offering()),
        line.group(),
        line.stream(),
        text(line.enrolment()),
        text(line.seat()),
        line.place(),
        text(line.waitsUntil()),
        line.sections(),
        line.provisional(),
        line.insteadOf());
  }

  private static String text(Object value) {
    return value == null ? null : value.toString();
  }
}
