package kz.miras.registrar.registration.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.curriculum.Discipline;
import kz.miras.registrar.curriculum.service.Catalogue;
import kz.miras.registrar.registration.Offering;
import kz.miras.registrar.registration.OfferingStatus;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.PublicId;
import kz.miras.registrar.shared.service.UniversityTime;

/**
 * Offerings as people choose them in a form: term, code and name of the discipline, with points
 * between.
 */
@ApplicationScoped
class OfferingLabels {

  private static final String POINT = " · ";
  private static final int MOST = 20;

  @PersistenceContext(unitName = "registrar")
  private EntityManager entities;

  @Inject private Offerings offerings;
  @Inject private Calendars calendars;
  @Inject private Catalogue catalogue;
  @Inject private UniversityTime time;

  /** The label of an offering. */
  String of(Offering offering, Language language) {
    Term term = calendars.term(offering.getTermId()).orElseThrow();
    Discipline discipline = catalogue.discipline(offering.getDisciplineId()).orElseThrow();
    return label(term, offering, discipline, language);
  }

  private static String label(
      Term term, Offering offering, Discipline discipline, Language language) {
    return term.getCode()
        + POINT
        + offering.getCode()
        + POINT
        + discipline.getCode()
        + " "
        + discipline.getName().in(language);
  }

  /** The offering of a public id or of a label. */
  Optional<Offering> find(String name) {
    Optional<UUID> uuid = PublicId.parse(name);
    if (uuid.isPresent()) {
      return offerings.byLinks(Set.of(uuid.get())).stream().findFirst();
    }
    String[] parts = name == null ? new String[0] : name.strip().split("\\s*·\\s*");
    return parts.length < 2
        ? Optional.empty()
        : entities
            .createQuery(
                "SELECT o FROM Offering o, Term t WHERE t.id = o.termId AND t.code = :term AND o.code"
                    + " = :code",
                Offering.class)
            .setParameter("term", parts[0])
            .setParameter("code", parts[1])
            .getResultStream()
            .findFirst();
  }

  /** Labels of open offerings of running and coming terms that hold what is typed. */
  List<String> like(String typed, Language language) {
    String wanted = typed == null ? "" : typed.strip().toLowerCase(Locale.ROOT);
    return entities
        .createQuery(
            "SELECT o, t, d FROM Offering o, Term t, Discipline d WHERE t.id = o.termId AND d.id ="
                + " o.disciplineId AND t.closedAt IS NULL AND t.endsOn >= :today AND o.status ="
                + " :open ORDER BY t.startsOn DESC, o.code",
            Object[].class)
        .setParameter("today", time.today())
        .setParameter("open", OfferingStatus.OPEN)
        .getResultStream()
        .map(row -> label((Term) row[1], (Offering) row[0], (Discipline) row[2], language))
        .filter(label -> label.toLowerCase(Locale.ROOT).contains(wanted))
        .limit(MOST)
        .toList();
  }
}
