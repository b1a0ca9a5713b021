package kz.miras.registrar.attestation.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.attestation.Sheet;
import kz.miras.registrar.attestation.SheetRow;
import kz.miras.registrar.curriculum.service.Catalogue;

/** Many sheets with their rows at once: as many statements for many as for one. */
@ApplicationScoped
public class SheetsTogether {

  @PersistenceContext(unitName = "registrar")
  private EntityManager entities;

  @Inject private Catalogue catalogue;
  @Inject private SheetAccess whose;

  /**
   * Those of these sheets the caller may close by right, with all their rows.
   *
   * @param ids public ids
   */
  public Map<Sheet, List<SheetRow>> closable(Collection<String> ids) {
    Map<Sheet, List<SheetRow>> rows = new LinkedHashMap<>();
    if (ids.isEmpty()) {
      return rows;
    }
    List<Sheet> sheets =
        entities
            .createQuery("SELECT s FROM Sheet s WHERE s.uuid IN :ids ORDER BY s.id", Sheet.class)
            .setParameter("ids", ids.stream().map(UUID::fromString).toList())
            .getResultList();
    if (sheets.isEmpty()) {
      return rows;
    }
    // what each sheet asks for by key is in the persistence context then
    catalogue.disciplines(sheets.stream().map(Sheet::getDisciplineId).collect(Collectors.toSet()));
    sheets.stream()
        .filter(sheet -> whose.may(Permissions.SHEET_CLOSE, sheet))
        .forEach(sheet -> rows.put(sheet, new ArrayList<>()));
    entities
        .createQuery(
            "SELECT r FROM SheetRow r WHERE r.sheet IN :sheets ORDER BY r.sheet.id, r.position",
            SheetRow.class)
        .setParameter("sheets", sheets)
        .getResultStream()
        .filter(row -> rows.containsKey(row.getSheet()))
        .forEach(row -> rows.get(row.getSheet()).add(row));
    return rows;
  }
}
