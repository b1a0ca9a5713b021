package kz.miras.registrar.registration.service;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.service.PdfRenderer;

/** What the page of a study plan is filled from, for whoever prints one. */
public final class PlanModel {

  private PlanModel() {}

  /** What the template shows. */
  public static Map<String, Object> of(
      List<PlanFile.Sheet> sheets,
      List<Language> languages,
      LocalizedText university,
      LocalDate printed,
      ZoneId zone) {
    Function<Language, PdfRenderer.Words> words = PdfRenderer::words;
    Map<String, Object> model = new HashMap<>();
    model.put("sheets", sheets);
    model.put("tongues", languages.stream().map(words).toList());
    model.put("university", university);
    model.put("printed", printed);
    model.put("zone", zone);
    return model;
  }
}
