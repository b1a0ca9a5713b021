package kz.miras.registrar.registration.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import kz.miras.registrar.registration.RegistrationRequest;
import kz.miras.registrar.registration.RequestStatus;

/** Rules a decision of the director or the deputy has set aside for a student. */
@ApplicationScoped
public class Waivers {

  private static final List<RequestStatus> GRANTED =
      Arrays.stream(RequestStatus.values()).filter(RequestStatus::isGranted).toList();

  @PersistenceContext(unitName = "registrar")
  private EntityManager entities;

  /** Numbers of the rules set aside for a student by offering of a term, in one statement. */
  public Map<Long, Set<String>> byOffering(long studentId, long termId) {
    Map<Long, Set<String>> waived = new HashMap<>();
    for (RegistrationRequest request :
        entities
            .createQuery(
                "SELECT r FROM RegistrationRequest r WHERE r.studentId = :student AND r.termId ="
                    + " :term AND r.status IN :granted",
                RegistrationRequest.class)
            .setParameter("student", studentId)
            .setParameter("term", termId)
            .setParameter("granted", GRANTED)
            .getResultList()) {
      Long offering = request.matter().offering();
      request
          .matter()
          .waives()
          .ifPresent(rule -> waived.computeIfAbsent(offering, key -> new TreeSet<>()).add(rule));
    }
    return waived;
  }
}
