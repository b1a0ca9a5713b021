package kz.miras.registrar.registration.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.miras.registrar.registration.EnrolmentStatus;
import kz.miras.registrar.registration.RegistrationRequest;
import kz.miras.registrar.registration.RequestKind;
import kz.miras.registrar.registration.RequestMatter;
import kz.miras.registrar.registration.RequestStatus;

/** Rules a decision of the director or the deputy has set aside for a student. */
@ApplicationScoped
class Waivers {

  // what was carried out stands as long as the enrolment it led to; a late enrolment is decided
  // for one act of the office: where that was hindered, it opens nothing to anybody
  private static final String GRANTED =
      "SELECT r FROM RegistrationRequest r WHERE r.studentId IN :students AND r.termId = :term AND"
          + " ((r.status = :approved AND r.kind <> :late) OR (r.status = :done AND EXISTS (SELECT e.id FROM Enrolment e"
          + " WHERE e.studentId = r.studentId AND e.offeringId = r.offeringId AND e.status IN"
          + " :active)))";

  @PersistenceContext(unitName = "registrar")
  private EntityManager entities;

  /**
   * What is set aside for an offering.
   *
   * @param rules their numbers
   * @param exceedTo credits of the term up to which REG-8 is; null for any number
   */
  record Consent(Set<String> rules, Integer exceedTo) {

    static final Consent NONE = new Consent(Set.of(), null);
  }

  /** Rules set aside for a student by offering of a term, in one statement. */
  Map<Long, Consent> byOffering(long studentId, long termId) {
    Map<Long, Consent> consents = new HashMap<>();
    for (RegistrationRequest request : granted(List.of(studentId), termId)) {
      request
          .matter()
          .waives()
          .ifPresent(
              rule ->
                  consents.merge(
                      request.matter().offering(),
                      new Consent(Set.of(rule), request.getDecidedCredits()),
                      Waivers::both));
    }
    return consents;
  }

  /** For which of these students a rule is set aside for an offering, in one statement. */
  Set<Long> students(Collection<Long> students, long termId, long offering, String rule) {
    Set<Long> found = new HashSet<>();
    for (RegistrationRequest request : granted(students, termId)) {
      RequestMatter matter = request.matter();
      if (Long.valueOf(offering).equals(matter.offering())
          && matter.waives().filter(rule::equals).isPresent()) {
        found.add(matter.student());
      }
    }
    return found;
  }

  private List<RegistrationRequest> granted(Collection<Long> students, long termId) {
    return entities
        .createQuery(GRANTED, RegistrationRequest.class)
        .setParameter("students", students)
        .setParameter("term", termId)
        .setParameter("approved", RequestStatus.APPROVED)
        .setParameter("late", RequestKind.LATE)
        .setParameter("done", RequestStatus.DONE)
        .setParameter("active", EnrolmentStatus.active())
        .getResultList();
  }

  private static Consent both(Consent one, Consent other) {
    Set<String> rules = new HashSet<>(one.rules());
    rules.addAll(other.rules());
    return new Consent(rules, most(one.exceedTo(), other.exceedTo()));
  }

  private static Integer most(Integer one, Integer other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return Math.max(one, other);
  }
}
