package kz.miras.registrar.attestation.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import kz.miras.registrar.attestation.Exemption;
import kz.miras.registrar.attestation.SheetRow;

/** Decisions that exempt students from the control of a sheet (SHT-25). */
@ApplicationScoped
public class Exemptions {

  @PersistenceContext(unitName = "registrar")
  private EntityManager entities;

  /**
   * What these rows are exempt by, by its key; one statement, and none where nobody is exempt. A
   * row that is not is exempt by nothing.
   */
  public Map<Long, Exemption> of(Collection<SheetRow> rows) {
    List<Long> keys =
        rows.stream().map(SheetRow::getExemptionId).filter(Objects::nonNull).distinct().toList();
    return keys.isEmpty()
        ? Collections.emptyMap()
        : entities
            .createQuery("SELECT e FROM Exemption e WHERE e.id IN :keys", Exemption.class)
            .setParameter("keys", keys)
            .getResultStream()
            .collect(Collectors.toMap(Exemption::getId, Function.identity()));
  }

  /** Keeps a decision; it has its key afterwards. */
  Exemption add(Exemption decision) {
    entities.persist(decision);
    entities.flush();
    return decision;
  }
}
