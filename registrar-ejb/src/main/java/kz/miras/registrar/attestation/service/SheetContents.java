package kz.miras.registrar.attestation.service;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import kz.miras.registrar.attestation.GradeCount;
import kz.miras.registrar.attestation.Sheet;
import kz.miras.registrar.attestation.SheetGrid;
import kz.miras.registrar.attestation.amend.SheetFrame;
import kz.miras.registrar.attestation.amend.SheetHistory;
import kz.miras.registrar.attestation.service.amend.SheetFrames;
import kz.miras.registrar.attestation.service.amend.SheetHistories;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.PublicAddress;
import kz.miras.registrar.shared.service.UniversityTime;

/** All that a version of a sheet prints; callers have checked whose it is. */
@Stateless
@PermitAll
public class SheetContents {

  @Inject private Sheets sheets;
  @Inject private SheetGrids grids;
  @Inject private SheetFrames frames;
  @Inject private SheetHistories histories;
  @Inject private PublicAddress address;
  @Inject private UniversityTime time;

  /**
   * A version.
   *
   * @param count its results counted
   * @param stamp what proves it; null where it was not posted
   * @param versions up to it
   */
  public record Contents(
      SheetGrid grid,
      GradeCount count,
      SheetFrame head,
      SheetFile.Stamp stamp,
      List<SheetHistory.Version> versions)
      implements Serializable {

    public Contents {
      versions = List.copyOf(versions);
    }
  }

  /**
   * A version of a sheet.
   *
   * @throws RegistrarException.NotFound where there is no such sheet
   */
  public Contents of(UUID id, int version) {
    return of(
        sheets.byUuid(id).orElseThrow(() -> new RegistrarException.NotFound("sheet", id)), version);
  }

  /** The same of a sheet at hand. */
  public Contents of(Sheet sheet, int version) {
    List<SheetHistory.Version> versions =
        histories.of(sheet.getId()).versions().stream().filter(one -> one.no() <= version).toList();
    return new Contents(
        grids.grid(sheet, version),
        grids.count(sheet, version),
        frames.of(sheet),
        versions.stream()
            .filter(one -> one.no() == version)
            .map(one -> stamp(one, sheet))
            .findFirst()
            .orElse(null),
        versions);
  }

  private SheetFile.Stamp stamp(SheetHistory.Version sealed, Sheet sheet) {
    return new SheetFile.Stamp(
        sealed.no(),
        sheet.getVersionNo(),
        sealed.code(),
        sealed.checksum(),
        address.verify(sealed.code(), time.today()));
  }
}
