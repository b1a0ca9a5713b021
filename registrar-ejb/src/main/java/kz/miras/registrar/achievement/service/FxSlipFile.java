package kz.miras.registrar.achievement.service;

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
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.PdfRenderer;
import kz.miras.registrar.shared.service.Settings;
import kz.miras.registrar.shared.service.UniversityTime;

/** The slip (направление) for an FX retake on paper: the student shows it to the examiner. */
@Stateless
@Guarded
public class FxSlipFile {

  @Inject private FxQueries rights;
  @Inject private PdfRenderer renderer;
  @Inject private Settings settings;
  @Inject private UniversityTime time;

  /**
   * The slip of a right as PDF.
   *
   * @throws RegistrarException.NotFound where none is issued
   */
  @RolesAllowed(Permissions.INDIVIDUAL_SCHEDULE_READ)
  public byte[] print(String id, Language language) {
    FxView right = rights.right(id);
    if (!right.hasSlip()) {
      throw new RegistrarException.NotFound("fx-slip", id);
    }
    return renderer.render(
        "fx-slip",
        language,
        model(right, settings.localized("name", time.today()), time.today(), issuedOn(right)));
  }

  private LocalDate issuedOn(FxView right) {
    return right.slipAt().atZone(time.zone()).toLocalDate();
  }

  /** What the template shows. */
  static Map<String, Object> model(
      FxView right, LocalizedText university, LocalDate today, LocalDate issued) {
    Map<String, Object> model = new HashMap<>();
    model.put("f", right);
    model.put("university", university);
    model.put("printed", today);
    model.put("issued", issued);
    return model;
  }
}
