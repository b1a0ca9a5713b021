package kz.miras.registrar.attestation.service.appeal;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.PdfRenderer;
import kz.miras.registrar.shared.service.Settings;
import kz.miras.registrar.shared.service.UniversityTime;

/** The papers of an appeal (domain 3.10): protocol of the hearing and appeal sheet. */
@Stateless
@Guarded
public class AppealFile {

  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm");

  @Inject private AppealCases cases;
  @Inject private AppealViews views;
  @Inject private PdfRenderer renderer;
  @Inject private Settings settings;
  @Inject private UniversityTime time;

  /**
   * The protocol of the hearing as PDF.
   *
   * @throws RegistrarException.NotFound where there is none, or it is not the caller's to see
   */
  @RolesAllowed(Permissions.APPEAL_READ)
  public byte[] protocol(String id, Language language) {
    return print("appeal-protocol", id, language);
  }

  /**
   * The appeal sheet as PDF: the result as it was and as it is.
   *
   * @throws RegistrarException.NotFound where nothing was decided yet
   */
  @RolesAllowed(Permissions.APPEAL_READ)
  public byte[] sheet(String id, Language language) {
    return print("appeal-sheet", id, language);
  }

  private byte[] print(String template, String id, Language language) {
    AppealView view = views.of(cases.visible(id));
    if (!view.may().contains(AppealView.Act.PRINT)) {
      throw new RegistrarException.NotFound("appeal-protocol", id);
    }
    return renderer.render(
        template,
        language,
        model(view, settings.localized("name", time.today()), time.today(), time.zone()));
  }

  /** What the templates show. */
  public static Map<String, Object> model(
      AppealView view, LocalizedText university, LocalDate today, ZoneId zone) {
    Map<String, Object> model = new HashMap<>();
    model.put("a", view);
    model.put("p", view.protocol());
    model.put("held", moment(view.protocol().heldAt(), zone));
    model.put("filed", moment(view.filed().at(), zone));
    model.put("published", moment(view.filed().published(), zone));
    model.put("applied", view.appliedAt() == null ? null : moment(view.appliedAt(), zone));
    model.put("present", present(view));
    model.put("university", university);
    model.put("printed", today);
    return model;
  }

  /** Those who voted, and the secretary. */
  private static List<AppealView.Seat> present(AppealView view) {
    return view.commission().seats().stream()
        .filter(seat -> seat.vote() != null || !seat.votes())
        .toList();
  }

  private static String moment(Instant at, ZoneId zone) {
    return at.atZone(zone).format(MOMENT);
  }
}
