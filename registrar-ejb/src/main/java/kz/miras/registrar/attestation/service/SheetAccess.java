package kz.miras.registrar.attestation.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.Target;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.attestation.Sheet;
import kz.miras.registrar.attestation.SheetKind;
import kz.miras.registrar.curriculum.Discipline;
import kz.miras.registrar.curriculum.service.Catalogue;
import kz.miras.registrar.shared.RegistrarException;

/** Whose a sheet is: its teacher's, its examiner's, its school's. */
@ApplicationScoped
public class SheetAccess {

  @Inject private Sheets sheets;
  @Inject private Catalogue catalogue;
  @Inject private Access access;

  /**
   * The sheet, if the caller may see it; a rating sheet is none of these: it gives no results, so
   * whatever leads to results does not find it (RAT-6).
   *
   * @throws RegistrarException.NotFound otherwise
   */
  public Sheet visible(String id) {
    return visible(id, false, Permissions.SHEET_READ);
  }

  /**
   * The rating sheet, if the caller may see it.
   *
   * @throws RegistrarException.NotFound otherwise
   */
  public Sheet rating(String id) {
    return visible(id, true, Permissions.SHEET_READ);
  }

  /**
   * The sheet or the rating sheet, if the caller may see it: a control is taken alone in either
   * (RAT-3).
   *
   * @throws RegistrarException.NotFound otherwise
   */
  public Sheet rated(String id) {
    Sheet sheet =
        sheets.byUuid(uuid(id)).orElseThrow(() -> new RegistrarException.NotFound("sheet", id));
    access.requireVisible(Permissions.SHEET_READ, target(sheet), "sheet", id);
    return sheet;
  }

  /**
   * The sheet, if the calling program may exchange its marks.
   *
   * @throws RegistrarException.NotFound otherwise
   */
  public Sheet exchanged(String id) {
    return visible(id, false, Permissions.SHEET_EXCHANGE);
  }

  /**
   * The sheet, if the caller may see the room of its exam.
   *
   * @throws RegistrarException.NotFound otherwise
   */
  public Sheet room(String id) {
    return visible(id, false, Permissions.EXAM_ROOM_READ);
  }

  /**
   * The rating sheet, if the caller may send what it is filled with: a program by its right, or its
   * teacher.
   *
   * @throws RegistrarException.NotFound otherwise
   */
  public Sheet sentRating(String id) {
    return visible(
        id,
        true,
        access.may(Permissions.SHEET_EXCHANGE)
            ? Permissions.SHEET_EXCHANGE
            : Permissions.SHEET_ENTER_RATING);
  }

  private Sheet visible(String id, boolean rating, String permission) {
    Sheet sheet =
        sheets
            .byUuid(uuid(id))
            .filter(found -> (found.getKind() == SheetKind.RATING) == rating)
            .orElseThrow(() -> new RegistrarException.NotFound("sheet", id));
    access.requireVisible(permission, target(sheet), "sheet", id);
    return sheet;
  }

  /** Whether the caller has a right over the sheet. */
  public boolean may(String permission, Sheet sheet) {
    return access.may(permission, target(sheet));
  }

  /**
   * Refuses whoever has no right over the sheet.
   *
   * @throws RegistrarException.Forbidden where it is missing
   */
  public void require(String permission, Sheet sheet) {
    access.require(permission, target(sheet), "sheet", sheet.getNumber());
  }

  /**
   * SHT-25, RAT-3. Whether the caller may read why a student of the sheet is exempt, or takes a
   * control alone. It may name an illness: it is for those who prepare or decide such matters, and
   * not for whoever teaches or examines.
   */
  public boolean readsReasons(Sheet sheet) {
    return may(Permissions.INDIVIDUAL_SCHEDULE_PREPARE, sheet)
        || may(Permissions.INDIVIDUAL_SCHEDULE_AGREE, sheet)
        || may(Permissions.INDIVIDUAL_SCHEDULE_APPROVE, sheet);
  }

  /** Whose it is. */
  public Target target(Sheet sheet) {
    Discipline discipline = catalogue.discipline(sheet.getDisciplineId()).orElseThrow();
    return Target.nobodys()
        .taughtBy(some(sheet.getTeacherId()))
        .examinedBy(some(sheet.getExaminerId()))
        .inSchool(
            discipline.getDepartment().getParent() == null
                ? null
                : discipline.getDepartment().getParent().getId());
  }

  private static Set<Long> some(Long id) {
    return id == null ? Set.of() : Set.copyOf(List.of(id));
  }

  private static UUID uuid(String id) {
    try {
      return UUID.fromString(String.valueOf(id));
    } catch (IllegalArgumentException e) {
      throw new RegistrarException.NotFound("sheet", String.valueOf(id));
    }
  }
}
