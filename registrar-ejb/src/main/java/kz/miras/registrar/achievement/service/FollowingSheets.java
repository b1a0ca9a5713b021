package kz.miras.registrar.achievement.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.access.service.Notices;
import kz.miras.registrar.attestation.Sheet;
import kz.miras.registrar.attestation.SheetKind;
import kz.miras.registrar.attestation.retake.FxRight;
import kz.miras.registrar.attestation.service.FollowingSheet;
import kz.miras.registrar.attestation.service.SheetAccess;
import kz.miras.registrar.attestation.service.retake.FxRights;
import kz.miras.registrar.curriculum.service.Catalogue;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;

/**
 * SHT-7. Forms the sheets that continue a closed one: the FX retake of those who hold a slip
 * (FXR-3) and the individual sitting of those whose result is still I.
 */
@Stateless
@Guarded
public class FollowingSheets {

  private static final String SESSION = "/achievement/my-session.xhtml";

  @Inject private FollowingSheet following;
  @Inject private Sitters sitters;
  @Inject private OpenIncompletes incompletes;
  @Inject private FxRights rights;
  @Inject private SheetAccess whose;
  @Inject private Catalogue catalogue;
  @Inject private Notices notices;

  /**
   * What a closed sheet still needs.
   *
   * @param fx students who hold a slip for an FX retake that has no sheet yet
   * @param individual students whose result is I
   */
  public record Needs(int fx, int individual) implements Serializable {}

  /** How many students still wait for a retake or an individual sitting. */
  @RolesAllowed(Permissions.SHEET_CREATE)
  public Needs needs(String id) {
    Sheet sheet = following.closed(id);
    return sheet == null
        ? new Needs(0, 0)
        : new Needs(lines(sheet, SheetKind.FX).size(), lines(sheet, SheetKind.INDIVIDUAL).size());
  }

  /**
   * Forms the sheet of a retake or an individual sitting.
   *
   * @param kind FX or INDIVIDUAL
   * @return public id of the new sheet
   * @throws RegistrarException.Refused where nobody needs one
   */
  @RolesAllowed(Permissions.SHEET_CREATE)
  public String form(String id, SheetKind kind) {
    Sheet sheet = following.lockedClosed(id);
    List<FollowingSheet.Line> lines = sheet == null ? List.of() : lines(sheet, kind);
    if (lines.isEmpty()) {
      throw new RegistrarException.Refused(
          Refusal.of("attestation.following.nobody", "SHT-7", kind));
    }
    return form(sheet, kind, lines).getUuid().toString();
  }

  /**
   * Forms the FX sheets of a term from its slips in one act.
   *
   * @param term key of the term
   * @return how many sheets
   */
  @RolesAllowed(Permissions.SHEET_CREATE)
  public int formAll(long term) {
    int formed = 0;
    for (long key : waiting(term)) {
      Sheet sheet = following.locked(key);
      List<FollowingSheet.Line> lines = lines(sheet, SheetKind.FX);
      if (!lines.isEmpty() && whose.may(Permissions.SHEET_CREATE, sheet)) {
        form(sheet, SheetKind.FX, lines);
        formed++;
      }
    }
    return formed;
  }

  /**
   * Forms in one act the individual sheets of everybody whose result is I, has time left (INC-4)
   * and who stands in none.
   *
   * @return how many sheets
   */
  @RolesAllowed(Permissions.SHEET_CREATE)
  public int formIndividual() {
    SortedSet<Long> from = new TreeSet<>();
    for (OpenIncompletes.Open open : incompletes.all()) {
      if (open.entry().source().sheetId() != null) {
        from.add(open.entry().source().sheetId());
      }
    }
    int formed = 0;
    for (long key : from) {
      Sheet sheet = following.locked(key);
      if (whose.may(Permissions.SHEET_CREATE, sheet)) {
        List<FollowingSheet.Line> lines = lines(sheet, SheetKind.INDIVIDUAL);
        if (!lines.isEmpty()) {
          form(sheet, SheetKind.INDIVIDUAL, lines);
          formed++;
        }
      }
    }
    return formed;
  }

  /** Keys of the closed sheets of a term whose slips have no sheet yet, in order. */
  private TreeSet<Long> waiting(long term) {
    return rights.live(term).stream()
        .filter(FxRight::awaitsSitting)
        .map(FxRight::getSheetId)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private List<FollowingSheet.Line> lines(Sheet sheet, SheetKind kind) {
    if (kind != SheetKind.FX) {
      return sitters.of(sheet, kind);
    }
    Map<Long, FxRight> slips = slips(sheet);
    return slips.isEmpty()
        ? List.of()
        : sitters.of(sheet, kind).stream()
            .filter(line -> slips.containsKey(line.from().getStudentId()))
            .toList();
  }

  private Map<Long, FxRight> slips(Sheet sheet) {
    return rights.ofSheet(sheet.getId()).stream()
        .filter(FxRight::awaitsSitting)
        .collect(Collectors.toMap(FxRight::getStudentId, Function.identity()));
  }

  private Sheet form(Sheet sheet, SheetKind kind, List<FollowingSheet.Line> lines) {
    Map<Long, FxRight> slips = kind == SheetKind.FX ? slips(sheet) : Map.of();
    Sheet next = following.form(sheet, kind, lines);
    String code = catalogue.discipline(sheet.getDisciplineId()).orElseThrow().getCode();
    Map<Long, List<? extends Serializable>> told = new HashMap<>();
    for (FollowingSheet.Line line : lines) {
      long student = line.from().getStudentId();
      if (slips.containsKey(student)) {
        slips.get(student).seat(next.getId());
      }
      told.put(student, List.of(code, kind));
    }
    notices.tellStudents(told, "attestation.notice.following", SESSION);
    return next;
  }
}
