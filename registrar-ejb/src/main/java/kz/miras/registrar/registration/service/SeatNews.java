package kz.miras.registrar.registration.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.registration.EnrolmentChange;
import kz.miras.registrar.registration.EnrolmentChanges;
import kz.miras.registrar.registration.EnrolmentStatus;
import kz.miras.registrar.shared.service.Json;

/**
 * Whom it concerns what became of seats: rosters, the audit trail, sheets, plans and the student.
 */
@ApplicationScoped
class SeatNews {

  @Inject private RosterChanges roster;
  @Inject private Event<EnrolmentChange> changed;
  @Inject private Event<EnrolmentChanges> changedTogether;
  @Inject private AuditTrail trail;

  /** Writes roster and audit, and tells the others. */
  void tell(SeatWork work) {
    roster.note(work.changes(), work.moves(), work.asking.now());
    List<AuditTrail.Change> notes = work.changes().stream().map(SeatNews::noted).toList();
    if (!notes.isEmpty()) {
      trail.record(notes);
    }
    List<EnrolmentChange> told = new ArrayList<>();
    work.moves().forEach(move -> told.addAll(moved(move)));
    Set<Long> promoted = new LinkedHashSet<>(work.promotions());
    for (SeatWork.Changed change : work.changes()) {
      told.add(
          new EnrolmentChange(
              change.enrolment(),
              change.student(),
              change.after(),
              change.sections(),
              change.reason(),
              change.offering(),
              change.type(),
              promoted.contains(change.enrolment()) && change.after() == EnrolmentStatus.ENROLLED,
              work.isPlanned(change)));
    }
    told.forEach(changed::fire);
    if (!told.isEmpty()) {
      changedTogether.fire(new EnrolmentChanges(told));
    }
  }

  /** Sheets of the old group lose the student, those of the new one get them. */
  private List<EnrolmentChange> moved(SeatWork.Moved move) {
    trail.record(
        "enrolment.move",
        "Enrolment",
        move.enrolment(),
        Json.write(Map.of("section", move.from().section())),
        Json.write(Map.of("section", move.to().section())));
    return List.of(
        move.told(EnrolmentStatus.DROPPED, move.from()),
        move.told(EnrolmentStatus.ENROLLED, move.to()));
  }

  private static AuditTrail.Change noted(SeatWork.Changed change) {
    return new AuditTrail.Change(
        change.before() == null ? "enrolment.insert" : "enrolment.update",
        "Enrolment",
        String.valueOf(change.enrolment()),
        change.before() == null ? null : Json.write(Map.of("status", change.before())),
        Json.write(
            Map.of(
                "status",
                change.after(),
                "studentId",
                change.student(),
                "offeringId",
                change.offering(),
                "sections",
                change.sections())));
  }
}
