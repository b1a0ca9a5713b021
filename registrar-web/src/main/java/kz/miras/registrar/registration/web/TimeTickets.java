package kz.miras.registrar.registration.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.frame.web.May;
import kz.miras.registrar.registration.PersonalWindow;
import kz.miras.registrar.registration.service.WindowQueries;
import kz.miras.registrar.registration.service.WindowQueries.TermTickets;
import kz.miras.registrar.shared.service.UniversityTime;

/** When a student may register: the personal windows of the terms to come. */
@Named("tickets")
@RequestScoped
public class TimeTickets {

  @Inject private WindowQueries queries;
  @Inject private May may;
  @Inject private UniversityTime time;

  private final Map<String, List<TermTickets>> asked = new HashMap<>();

  /** The windows of a student, by public id or number; none where the caller may not see them. */
  public List<TermTickets> of(String student) {
    return may.can(Permissions.PLAN_READ)
        ? asked.computeIfAbsent(student, queries::tickets)
        : List.of();
  }

  /** Whether a student has windows in a term and none of them is open now. */
  public boolean closed(String student, String term) {
    List<PersonalWindow> windows =
        of(student).stream()
            .filter(one -> one.term().equals(term))
            .flatMap(one -> one.windows().stream())
            .toList();
    return !windows.isEmpty() && windows.stream().noneMatch(one -> state(one).equals("open"));
  }

  /** How a window stands now: {@code off}, {@code open}, {@code ahead} or {@code over}. */
  public String state(PersonalWindow window) {
    if (window.off()) {
      return "off";
    }
    return window.isOpenAt(time.now()) ? "open" : window.isAheadOf(time.now()) ? "ahead" : "over";
  }
}
