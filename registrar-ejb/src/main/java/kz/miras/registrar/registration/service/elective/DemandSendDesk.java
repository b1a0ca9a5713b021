package kz.miras.registrar.registration.service.elective;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.access.service.Notices;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.registration.elective.DemandSound;
import kz.miras.registrar.registration.service.elective.DemandSendings.Sent;
import kz.miras.registrar.registration.service.elective.DemandSendings.Wanted;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.Json;
import kz.miras.registrar.shared.service.UniversityTime;

/** DEM-4. Sends what students have chosen of a term to the departments that are to teach it. */
@Stateless
@Guarded
public class DemandSendDesk {

  private static final String LIST = "/office/list.xhtml?list=demand&f.term=";

  @Inject private DemandSendings sendings;
  @Inject private Calendars calendars;
  @Inject private Notices notices;
  @Inject private Access access;
  @Inject private AuditTrail trail;
  @Inject private UniversityTime time;

  /**
   * The demand of a term as a whole.
   *
   * @param choices lines of plans; a student has several
   * @param sent when it was sent last; null for never
   */
  public record OfTerm(String term, int departments, int disciplines, int choices, Sent sent)
      implements Serializable {}

  /** The demand of each term that is not over, the nearest first. */
  @RolesAllowed({Permissions.OFFERING_EDIT, Permissions.OFFERING_APPROVE})
  public List<OfTerm> terms() {
    Map<Long, List<Wanted>> demands = sendings.demands();
    Map<Long, Sent> last = sendings.last();
    return calendars.terms().stream()
        .filter(term -> demands.containsKey(term.getId()) && isAhead(term))
        .sorted(Comparator.comparing(Term::getStartsOn))
        .map(term -> ofTerm(term, demands.get(term.getId()), last.get(term.getId())))
        .toList();
  }

  private boolean isAhead(Term term) {
    return DemandSound.isAhead(term.isClosed(), term.getEndsOn(), time.today());
  }

  private static OfTerm ofTerm(Term term, List<Wanted> wanted, Sent sent) {
    return new OfTerm(
        term.getCode(),
        wanted.size(),
        wanted.stream().mapToInt(Wanted::disciplines).sum(),
        wanted.stream().mapToInt(Wanted::choices).sum(),
        sent);
  }

  /** DEM-4. Tells every teacher of the departments what is wanted of them. */
  @RolesAllowed({Permissions.OFFERING_EDIT, Permissions.OFFERING_APPROVE})
  public Verdict send(String code) {
    Term term =
        calendars
            .term(code)
            .filter(this::isAhead)
            .orElseThrow(() -> new RegistrarException.NotFound("term", code));
    List<Wanted> wanted = sendings.demands().getOrDefault(term.getId(), List.of());
    int choices = wanted.stream().mapToInt(Wanted::choices).sum();
    Sent last = sendings.last().get(term.getId());
    LocalDate today = time.today();
    LocalDate before = last == null ? null : last.at().atZone(time.zone()).toLocalDate();
    Verdict verdict = DemandSound.sends(choices, before, today);
    if (!verdict.isAllowed()) {
      return verdict;
    }
    Map<Long, List<Long>> teachers = sendings.teachers();
    Map<Long, List<? extends Serializable>> told = new HashMap<>();
    for (Wanted one : wanted) {
      for (long teacher : teachers.getOrDefault(one.department(), List.of())) {
        told.put(teacher, List.of(code, one.disciplines(), one.choices()));
      }
    }
    Sent sent = new Sent(time.now(), access.current().login(), wanted.size(), told.size());
    if (!sendings.add(term.getId(), today, sent, choices)) {
      return DemandSound.sends(choices, today, today);
    }
    notices.tellTeachers(told, "registration.notice.demand", LIST + code);
    trail.record("demand.send", "Term", term.getId(), null, Json.write(sent));
    return verdict;
  }
}
