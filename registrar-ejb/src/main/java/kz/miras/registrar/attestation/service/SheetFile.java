package kz.miras.registrar.attestation.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.attestation.GradeCount;
import kz.miras.registrar.attestation.OutcomeReason;
import kz.miras.registrar.attestation.Sheet;
import kz.miras.registrar.attestation.SheetGrid;
import kz.miras.registrar.attestation.amend.SheetFrame;
import kz.miras.registrar.attestation.amend.SheetHistory;
import kz.miras.registrar.curriculum.GradeScale;
import kz.miras.registrar.curriculum.Letter;
import kz.miras.registrar.curriculum.Mark;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.PdfRenderer;
import kz.miras.registrar.shared.service.Settings;
import kz.miras.registrar.shared.service.UniversityTime;

/** The mark sheet on paper (domain 3.1), for signatures and the archive. */
@Stateless
@Guarded
public class SheetFile {

  @Inject private SheetContents contents;
  @Inject private SheetAccess whose;
  @Inject private PdfRenderer renderer;
  @Inject private Settings settings;
  @Inject private UniversityTime time;

  /**
   * What proves a printed version.
   *
   * @param current number of the version that stands
   * @param url behind the QR code
   */
  public record Stamp(int version, int current, String code, String checksum, String url)
      implements Serializable {}

  /** A sheet as PDF, as it stands now; one that is not closed says so on every page. */
  @RolesAllowed(Permissions.SHEET_READ)
  public byte[] print(String id, Language language) {
    Sheet sheet = whose.visible(id);
    return print(sheet, sheet.getVersionNo(), language);
  }

  /**
   * SHT-16. A version of a posted sheet as PDF; an earlier one says which stands.
   *
   * @throws RegistrarException.NotFound where the sheet has no such version
   */
  @RolesAllowed(Permissions.SHEET_READ)
  public byte[] print(String id, int version, Language language) {
    Sheet sheet = whose.visible(id);
    if (version < 1 || version > sheet.getVersionNo()) {
      throw new RegistrarException.NotFound("sheet-version", id + "/" + version);
    }
    return print(sheet, version, language);
  }

  private byte[] print(Sheet sheet, int version, Language language) {
    LocalDate today = time.today();
    return renderer.render(
        "sheet",
        language,
        model(contents.of(sheet, version), settings.localized("name", today), today));
  }

  /** All that the template shows of a version. */
  public static Map<String, Object> model(
      SheetContents.Contents contents, LocalizedText university, LocalDate today) {
    Map<String, Object> model =
        model(contents.grid(), contents.count(), contents.head(), university, today);
    if (contents.stamp() != null) {
      stamp(model, contents.stamp(), contents.versions());
    }
    return model;
  }

  /** SHT-17. Adds what proves the version, and what each version up to it changed. */
  static void stamp(Map<String, Object> model, Stamp stamp, List<SheetHistory.Version> versions) {
    model.put("stamp", stamp);
    model.put("qr", PdfRenderer.qr(stamp.url()));
    model.put("versions", versions);
  }

  /** What the template shows. */
  static Map<String, Object> model(
      SheetGrid grid,
      GradeCount count,
      SheetFrame head,
      LocalizedText university,
      LocalDate today) {
    Map<String, Object> model = new HashMap<>();
    model.put("s", grid);
    model.put("university", university);
    model.put("counts", counts(grid, count));
    model.put("absolute", rate(count.absoluteRate()));
    model.put("quality", rate(count.qualityRate()));
    model.put("scale", new Scale(GradeScale.on(grid.examDate() == null ? today : grid.examDate())));
    model.put("head", head);
    model.put("printed", today);
    model.put("stamp", null);
    model.put("versions", List.of());
    return model;
  }

  /** Letters and points of the parts of a row. */
  public record Scale(GradeScale scale) {

    /** The letter of a percentage; empty where there is none. */
    public String sign(Integer percent) {
      return percent == null ? "" : scale.letterFor(percent).sign();
    }

    /** Its digital equivalent; empty where there is none. */
    public String points(Integer percent) {
      return percent == null ? "" : scale.letterFor(percent).digital().setScale(2).toPlainString();
    }
  }

  private static String rate(Optional<BigDecimal> rate) {
    return rate.map(percent -> percent.toPlainString() + " %").orElse("—");
  }

  /**
   * What the foot of a sheet counts (domain 3.1), by message key; what does not occur is left out.
   */
  private static Map<String, Long> counts(SheetGrid grid, GradeCount count) {
    long absent = grid.rows().stream().filter(row -> "AB".equals(row.mark())).count();
    long notAdmitted =
        grid.rows().stream()
            .filter(row -> OutcomeReason.NOT_ADMITTED.key().equals(row.reason()))
            .count();
    long excellent = count.of(Letter.A) + count.of(Letter.A_MINUS);
    long good = count.good() - excellent;
    long passed = Arrays.stream(Letter.values()).filter(Letter::passes).mapToLong(count::of).sum();
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("on-list", (long) grid.rows().size());
    counts.put("excellent", excellent);
    counts.put("good", good);
    counts.put("satisfactory", passed - excellent - good);
    counts.put("pass", (long) count.of(Mark.P));
    counts.put("fx", (long) count.of(Letter.FX));
    counts.put("f", (long) count.of(Letter.F));
    counts.put("no-pass", (long) count.of(Mark.NP));
    counts.put("absent", absent);
    counts.put("excused", (long) count.excused());
    counts.put("exempt", (long) count.exempt());
    counts.put("not-admitted", notAdmitted);
    counts.put("withdrawn", (long) count.of(Mark.W));
    counts.values().removeIf(number -> number == 0);
    return counts;
  }
}
