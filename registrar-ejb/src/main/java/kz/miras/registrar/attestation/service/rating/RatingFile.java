package kz.miras.registrar.attestation.service.rating;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.attestation.amend.SheetFrame;
import kz.miras.registrar.attestation.rating.RatingGrid;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.service.PdfRenderer;
import kz.miras.registrar.shared.service.Settings;
import kz.miras.registrar.shared.service.UniversityTime;

/** The rating sheet on paper (domain 3.2), for signatures and the archive. */
@Stateless
@Guarded
public class RatingFile {

  @Inject private RatingContents contents;
  @Inject private PdfRenderer renderer;
  @Inject private Settings settings;
  @Inject private UniversityTime time;

  /** A journal as PDF, as it stands now; one that is not closed says so. */
  @RolesAllowed(Permissions.SHEET_READ)
  public byte[] print(String id, Language language) {
    RatingContents.Contents journal = contents.of(id);
    LocalDate today = time.today();
    return renderer.render(
        "rating",
        language,
        model(journal.grid(), journal.head(), settings.localized("name", today), today));
  }

  /** What the template shows. */
  public static Map<String, Object> model(
      RatingGrid journal, SheetFrame head, LocalizedText university, LocalDate today) {
    Map<String, Object> model = new HashMap<>();
    model.put("j", journal);
    model.put("head", head);
    model.put("university", university);
    model.put("printed", today);
    return model;
  }
}
