package kz.miras.registrar.attestation.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.attestation.SheetGrid;
import kz.miras.registrar.curriculum.Letter;
import kz.miras.registrar.curriculum.Mark;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.service.PdfRenderer;
import kz.miras.registrar.shared.service.Settings;
import kz.miras.registrar.shared.service.UniversityTime;

/** The mark sheet on paper (domain 3.1), for signatures and the archive. */
@Stateless
@Guarded
public class SheetFile {

  @Inject private SheetQueries sheets;
  @Inject private PdfRenderer renderer;
  @Inject private Settings settings;
  @Inject private UniversityTime time;

  /** A sheet as PDF, as it stands now; one that is not closed says so on every page. */
  @RolesAllowed(Permissions.SHEET_READ)
  public byte[] print(String id, Language language) {
    SheetGrid grid = sheets.grid(id);
    Map<String, Object> model = new HashMap<>();
    model.put("s", grid);
    model.put("university", settings.localized("name", time.today()));
    model.put("counts", counts(grid));
    model.put("printed", time.today());
    return renderer.render("sheet", language, model);
  }

  /** How many rows ended with each letter or mark, in the order of the scale. */
  private static Map<String, Long> counts(SheetGrid grid) {
    Map<String, Long> counts = new LinkedHashMap<>();
    Stream.concat(
            Arrays.stream(Letter.values()).map(Letter::sign),
            Arrays.stream(Mark.values()).map(Mark::name))
        .forEach(
            sign -> {
              long found = grid.rows().stream().filter(row -> sign.equals(row.sign())).count();
              if (found > 0) {
                counts.put(sign, found);
              }
            });
    return counts;
  }
}
