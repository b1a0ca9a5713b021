package kz.miras.registrar.achievement.service.stipend;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.achievement.service.promotion.StudentSight;
import kz.miras.registrar.achievement.service.stipend.StipendReader.Asked;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.curriculum.service.Catalogue;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.UniversityTime;

/** STP-1 to STP-4, PRO-5. The list of students with a grant after a session. */
@Stateless
@Guarded
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class StipendQueries {

  private static final Logger LOG = Logger.getLogger(StipendQueries.class.getName());

  /** Students read together. */
  private static final int PART = 250;

  /** Days after a term in which its session, FX retakes and late sheets come to an end. */
  private static final int SESSION_DAYS = 60;

  private static final String GRANTS =
      "s.funding = 'GRANT' AND s.status IN ('STUDYING', 'ON_LEAVE') AND (? = '' OR v.code = ?)";

  @Inject private StipendReader reader;
  @Inject private StudentSight sight;
  @Inject private Calendars calendars;
  @Inject private Catalogue catalogue;
  @Inject private UniversityTime time;

  /** A school to choose. */
  public record Choice(String code, LocalizedText name) implements Serializable {}

  /** Schools with programmes. */
  @RolesAllowed(Permissions.STIPEND_READ)
  public List<Choice> schools() {
    return catalogue.programmes().stream()
        .map(one -> one.getSchool())
        .map(one -> new Choice(one.getCode(), one.getName()))
        .distinct()
        .toList();
  }

  /** Makes the list beside the caller, who watches the progress. */
  @Asynchronous
  @RolesAllowed(Permissions.STIPEND_READ)
  public void listing(String term, String school, StipendProgress progress) {
    try {
      progress.end(of(term, school, progress));
    } catch (RuntimeException e) {
      LOG.log(Level.SEVERE, "The list of stipends failed", e);
      progress.fail();
    }
  }

  /**
   * The list of a term, of those the caller may see.
   *
   * @param school code; empty for all
   */
  @RolesAllowed(Permissions.STIPEND_READ)
  public StipendView of(String term, String school, StipendProgress progress) {
    Term of = calendars.term(term).orElseThrow(() -> new RegistrarException.NotFound("term", term));
    String chosen = school == null ? "" : school;
    List<Long> keys = sight.of(Permissions.STIPEND_READ, GRANTS, List.of(chosen, chosen));
    progress.begin(keys.size());
    Asked asked = new Asked(of.ref(), calendars.terms(), day(of), time.today());
    List<StipendView.Line> lines = new ArrayList<>();
    for (int from = 0; from < keys.size(); from += PART) {
      List<Long> part = keys.subList(from, Math.min(from + PART, keys.size()));
      lines.addAll(reader.judge(asked, part));
      progress.step(part.size());
    }
    return new StipendView(term, asked.day(), lines);
  }

  /** The session is judged as it stands today, not before the term ends nor long after it. */
  private LocalDate day(Term term) {
    LocalDate over = term.getEndsOn().plusDays(1);
    LocalDate last = over.plusDays(SESSION_DAYS);
    LocalDate today = time.today();
    return today.isBefore(over) ? over : today.isAfter(last) ? last : today;
  }
}
