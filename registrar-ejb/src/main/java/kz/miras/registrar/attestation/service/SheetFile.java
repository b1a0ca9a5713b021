package kz.miras.registrar.attestation.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.attestation.GradeCount;
import kz.miras.registrar.attestation.OutcomeReason;
import kz.miras.registrar.attestation.SheetGrid;
import kz.miras.registrar.curriculum.GradeScale;
import kz.miras.registrar.curriculum.Letter;
import kz.miras.registrar.curriculum.Mark;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.service.PdfRenderer;
import kz.miras.registrar.shared.service.Settings;
import kz.miras.registrar.shared.service.UniversityTime;

/** The mark sheet on paper (domain 3.1), for signatures and the archive. */
@Stateless
@Guarded
public class SheetFile {

  @Inject private SheetQueries sheets;
  @Inject private SheetHeading heading;
  @Inject private PdfRenderer renderer;
  @Inject private Settings settings;
  @Inject private UniversityTime time;

  /** A sheet as PDF, as it stands now; one that is not closed says so on every page. */
  @RolesAllowed(Permissions.SHEET_READ)
  public byte[] print(String id, Language language) {
    return renderer.render(
        "sheet",
        language,
        model(
            sheets.grid(id),
            sheets.count(id),
            heading.of(id),
            settings.localized("name", time.today()),
            time.today()));
  }

  /** What the template shows. */
  static Map<String, Object> model(
      SheetGrid grid,
      GradeCount count,
      SheetHeading.Head head,
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
    counts.put("not-admitted", notAdmitted);
    counts.put("withdrawn", (long) count.of(Mark.W));
    counts.values().removeIf(number -> number == 0);
    return counts;
  }
}
