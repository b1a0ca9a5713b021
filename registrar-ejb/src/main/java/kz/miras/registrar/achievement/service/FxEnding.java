package kz.miras.registrar.achievement.service;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import kz.miras.registrar.access.service.AuditContext;
import kz.miras.registrar.access.service.Notices;
import kz.miras.registrar.attestation.retake.FxRight;
import kz.miras.registrar.attestation.retake.FxRightStatus;
import kz.miras.registrar.attestation.service.retake.FxRights;
import kz.miras.registrar.attestation.service.retake.FxWindows;
import kz.miras.registrar.calendar.Deadline;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.curriculum.service.Catalogue;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.service.Students;

/** FXR-5. Ends rights nobody has used when the window is over, each in its own transaction. */
@Stateless
@PermitAll
public class FxEnding {

  @Inject private FxRights rights;
  @Inject private FxFees fees;
  @Inject private FxWindows windows;
  @Inject private Calendars calendars;
  @Inject private Catalogue catalogue;
  @Inject private Students students;
  @Inject private Notices notices;
  @Inject private AuditContext audit;
  @Inject private UniversityTime time;

  /** Keys of the rights whose window is over. */
  public List<Long> due() {
    List<FxRight> unused = rights.unused();
    Map<Long, Student> known =
        students.byIds(unused.stream().map(FxRight::getStudentId).distinct().toList()).stream()
            .collect(Collectors.toMap(Student::getId, Function.identity()));
    Map<Long, Term> terms =
        calendars.terms().stream().collect(Collectors.toMap(Term::getId, Function.identity()));
    FxWindows.Asked asked = windows.ask();
    Instant now = time.now();
    return unused.stream()
        .filter(
            right ->
                right.isOver(
                    asked.of(known.get(right.getStudentId()), terms.get(right.getTermId())),
                    now,
                    time.zone()))
        .map(FxRight::getId)
        .toList();
  }

  /** Ends one; a second call, or one that comes too early, does nothing. */
  public void expire(long id) {
    audit.beginJob("fx-window");
    try {
      FxRight right = rights.lock(rights.byId(id).orElseThrow());
      Student student = students.byId(right.getStudentId()).orElseThrow();
      Term term = calendars.term(right.getTermId()).orElseThrow();
      Optional<Deadline> window = windows.ask().of(student, term);
      if (!right.isOver(window, time.now(), time.zone())) {
        return;
      }
      right.end(FxRightStatus.EXPIRED, time.now());
      fees.ended(right);
      notices.tellStudent(
          right.getStudentId(),
          "attestation.notice.fx-expired",
          "/achievement/my-session.xhtml",
          catalogue.discipline(right.getDisciplineId()).orElseThrow().getCode(),
          window.orElseThrow().lastDay());
    } finally {
      audit.end();
    }
  }
}
