package kz.miras.registrar.registration.service.elective;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.service.PdfRenderer;
import kz.miras.registrar.shared.service.Settings;
import kz.miras.registrar.shared.service.UniversityTime;

/** The catalogue of electives on paper (domain 2.2, КЭД), in the language asked for. */
@Stateless
@Guarded
public class ElectiveFile {

  @Inject private ElectiveQueries queries;
  @Inject private PdfRenderer renderer;
  @Inject private Settings settings;
  @Inject private UniversityTime time;

  /** A catalogue the caller may see as PDF; a draft says so. */
  @RolesAllowed(Permissions.CATALOGUE_READ)
  public byte[] print(String id, Language language) {
    return renderer.render(
        "electives",
        language,
        model(queries.catalogue(id), settings.localized("name", time.today()), time.today()));
  }

  /** What the template shows. */
  static Map<String, Object> model(CatalogueView view, LocalizedText university, LocalDate today) {
    Map<String, Object> model = new HashMap<>();
    model.put("c", view);
    model.put("university", university);
    model.put("years", view.year() + "/" + (view.year() + 1));
    model.put("printed", today);
    return model;
  }
}
