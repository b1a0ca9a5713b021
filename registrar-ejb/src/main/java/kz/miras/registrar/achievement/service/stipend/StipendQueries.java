package kz.miras.registrar.achievement.service.stipend;

import static kz.miras.registrar.shared.RegistrarException.refuse;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.achievement.service.promotion.StudentSight;
import kz.miras.registrar.achievement.service.stipend.StipendReader.Asked;
import kz.miras.registrar.achievement.stipend.StipendDay;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.curriculum.service.Catalogue;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.UniversityTime;

/** STP-1 to STP-6, PRO-5. The list of students with a grant after a session. */
@Stateless
@Guarded
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class StipendQueries {

  private static final Logger LOG = Logger.getLogger(StipendQueries.class.getName());

  /** Students read together. */
  private static final int PART = 250;

  /** Who has a grant today in this school, or stood otherwise on the day in question. */
  private static final String CANDIDATES =
      "((s.funding = 'GRANT' AND s.status IN ('STUDYING', 'ON_LEAVE') AND (? = '' OR v.code = ?)) OR"
          + " EXISTS (SELECT 1 FROM student_status_change c WHERE c.student_id = s.id AND"
          + " c.effective_on > ?))";

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

  /**
   * The day of a list.
   *
   * @param named a day; null for the usual one
   * @throws RegistrarException.Refused where no list of the term is made for it (STP-6)
   */
  @RolesAllowed(Permissions.STIPEND_READ)
  public LocalDate day(String term, LocalDate named) {
    return day(term(term), named);
  }

  /** Makes the list of a day beside the caller, who watches the progress. */
  @Asynchronous
  @RolesAllowed(Permissions.STIPEND_READ)
  public void listing(String term, String school, LocalDate day, StipendProgress progress) {
    try {
      progress.end(of(term, school, day, progress));
    } catch (RuntimeException e) {
      LOG.log(Level.SEVERE, "The list of stipends failed", e);
      progress.fail();
    }
  }

  /**
   * The list of a term, of those the caller may see.
   *
   * @param school code; empty for all
   * @param named the day it is for; null for the usual one
   */
  @RolesAllowed(Permissions.STIPEND_READ)
  public StipendView of(String term, String school, LocalDate named, StipendProgress progress) {
    Term of = term(term);
    Instant madeAt = time.now();
    String chosen = school == null ? "" : school;
    LocalDate day = day(of, named);
    List<Long> keys = sight.of(Permissions.STIPEND_READ, CANDIDATES, List.of(chosen, chosen, day));
    progress.begin(keys.size());
    LocalDate today = time.today();
    Asked asked = new Asked(of.ref(), calendars.terms(), chosen, day, today);
    List<StipendView.Line> lines = new ArrayList<>();
    for (int from = 0; from < keys.size(); from += PART) {
      List<Long> part = keys.subList(from, Math.min(from + PART, keys.size()));
      lines.addAll(reader.judge(asked, part));
      progress.step(part.size());
    }
    // by programme and course of the day; the names are in order already
    lines.sort(
        Comparator.comparing(StipendView.Line::programme).thenComparing(StipendView.Line::course));
    return new StipendView(term, chosen, day, today, madeAt, lines);
  }

  private Term term(String code) {
    return calendars.term(code).orElseThrow(() -> new RegistrarException.NotFound("term", code));
  }

  private LocalDate day(Term term, LocalDate named) {
    StipendDay days =
        StipendDay.of(term.getEndsOn(), reader.sessionDays(term.getEndsOn()), time.today());
    if (named == null) {
      return days.usual();
    }
    refuse(days.judge(named));
    return named;
  }
}
