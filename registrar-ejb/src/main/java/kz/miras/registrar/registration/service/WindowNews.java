package kz.miras.registrar.registration.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.access.service.Notices;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.registration.PersonalWindow;
import kz.miras.registrar.registration.RegistrationWindow;
import kz.miras.registrar.registration.WindowPlan;
import kz.miras.registrar.shared.service.UniversityTime;

/** Tells students when registration opens for them: each the own time ticket. */
@ApplicationScoped
class WindowNews {

  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm");

  @Inject private Windows windows;
  @Inject private Calendars calendars;
  @Inject private Notices notices;
  @Inject private UniversityTime time;

  /**
   * Tells everybody whose window it is, if it is one to come or to run.
   *
   * @param before what was in force until now; null for nothing
   */
  void tell(RegistrationWindow window, WindowPlan before) {
    WindowPlan plan = window.plan();
    if (plan.off() || plan.equals(before) || !plan.closesAt().isAfter(time.now())) {
      return;
    }
    List<RegistrationWindow> narrower = windows.narrower(window);
    String term = calendars.term(window.getTermId()).orElseThrow().getCode();
    Map<Long, List<? extends Serializable>> told = new LinkedHashMap<>();
    for (Windows.Standing one : windows.studying()) {
      if (window.reach().includes(one.reach())
          && narrower.stream().noneMatch(other -> other.reach().includes(one.reach()))) {
        PersonalWindow own = window.personal(one.number()).orElseThrow();
        told.put(
            one.id(), List.of(window.getKind(), term, local(own.opensAt()), local(own.closesAt())));
      }
    }
    notices.tellStudents(told, "registration.notice.window", "/student/card.xhtml");
  }

  private String local(Instant moment) {
    return moment.atZone(time.zone()).format(MOMENT);
  }
}
