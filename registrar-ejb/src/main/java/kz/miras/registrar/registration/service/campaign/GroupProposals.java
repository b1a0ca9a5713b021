package kz.miras.registrar.registration.service.campaign;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.AuditContext;
import kz.miras.registrar.access.service.Notices;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.registration.Section;
import kz.miras.registrar.registration.SectionClosing;
import kz.miras.registrar.registration.service.Offerings;
import kz.miras.registrar.registration.service.Windows;
import kz.miras.registrar.registration.service.campaign.CampaignSections.Loaded;
import kz.miras.registrar.shared.service.UniversityTime;

/**
 * REG-4. When registration of a term has closed, groups below the minimum are proposed to be closed
 * and the office is told; until changes close too, one that has grown is proposed no more.
 */
@Stateless
@RolesAllowed(Permissions.ENROL_SERVE_QUEUE)
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class GroupProposals {

  @Inject private Calendars calendars;
  @Inject private Windows windows;
  @Inject private Offerings offerings;
  @Inject private SectionLoads loads;
  @Inject private Notices notices;
  @Inject private AuditContext audit;
  @Inject private UniversityTime time;

  /** Terms whose registration has closed while changes are still open; a summer has its own way. */
  public List<Long> terms() {
    Instant now = time.now();
    return calendars.terms().stream()
        .filter(term -> !term.getType().isSummer() && !term.getEndsOn().isBefore(time.today()))
        .filter(term -> windows.in(term).proposesGroups(now))
        .map(Term::getId)
        .toList();
  }

  /**
   * Looks at the groups of a term.
   *
   * @return how many are proposed that were not before
   */
  public int propose(long termId) {
    audit.beginJob("registration");
    try {
      Term term = calendars.term(termId).orElseThrow();
      List<Loaded> all = loads.read(term.getCode(), "TRUE", List.of());
      Set<Long> small =
          all.stream()
              .filter(one -> one.small() != null)
              .map(Loaded::key)
              .collect(Collectors.toSet());
      int fresh = 0;
      for (Loaded one : all) {
        SectionClosing said = SectionClosing.after(one.closing(), small.contains(one.key()));
        if (said != one.closing()) {
          Section section = offerings.section(one.key()).orElseThrow();
          section.sayOfClosing(said, time.now());
          fresh += said == SectionClosing.PROPOSED ? 1 : 0;
        }
      }
      if (fresh > 0) {
        notices.tellHolders(
            Permissions.OFFERING_APPROVE,
            "registration.notice.groups-proposed",
            "/registration/campaign.xhtml?term=" + term.getCode(),
            term.getCode(),
            fresh);
      }
      return fresh;
    } finally {
      audit.end();
    }
  }
}
