package kz.miras.registrar.registration.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.curriculum.service.Catalogue;
import kz.miras.registrar.registration.Offering;
import kz.miras.registrar.registration.SectionSound;
import kz.miras.registrar.shared.Field;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.Checks;
import kz.miras.registrar.shared.service.KeyedSheet;
import kz.miras.registrar.shared.service.RecordList;

/** Disciplines offered in a term, one line a lecture stream. */
@ApplicationScoped
public class OfferingList implements RecordList {

  @Inject private Offerings offerings;
  @Inject private Catalogue catalogue;
  @Inject private Calendars calendars;
  @Inject private EnrolmentRows enrolments;

  @Override
  public String code() {
    return "offerings";
  }

  @Override
  public String permission() {
    return Permissions.OFFERING_EDIT;
  }

  @Override
  public List<Field> fields() {
    return List.of(
        Field.text("term", 16),
        Field.text("code", 48),
        Field.text("discipline", 32),
        Field.choice("language", List.of("kk", "ru", "en")));
  }

  @Override
  public List<String> key() {
    return List.of("term", "code");
  }

  @Override
  public Sheet open() {
    return new Records();
  }

  private final class Records extends KeyedSheet<Offering> {

    private final Map<Long, String> termCodes = new HashMap<>();
    private final Map<Long, String> disciplineCodes = new HashMap<>();
    private final Map<String, Long> terms = new HashMap<>();
    private final Map<String, Long> disciplines = new HashMap<>();

    Records() {
      calendars
          .terms()
          .forEach(
              term -> {
                termCodes.put(term.getId(), term.getCode());
                terms.put(term.getCode(), term.getId());
              });
      catalogue
          .disciplines()
          .forEach(
              d -> {
                disciplineCodes.put(d.getId(), d.getCode());
                disciplines.put(d.getCode(), d.getId());
              });
      offerings
          .all()
          .forEach(
              offering ->
                  know(termCodes.get(offering.getTermId()) + " " + offering.getCode(), offering));
    }

    @Override
    protected String key(Map<String, String> values) {
      return values.get("term") + " " + values.get("code");
    }

    @Override
    protected Map<String, String> values(Offering offering) {
      Map<String, String> values = new LinkedHashMap<>();
      values.put("term", termCodes.get(offering.getTermId()));
      values.put("code", offering.getCode());
      values.put("discipline", disciplineCodes.get(offering.getDisciplineId()));
      values.put("language", offering.getLanguage().tag());
      return values;
    }

    @Override
    public Verdict check(Map<String, String> values) {
      return Checks.known("term", values.get("term"), terms.get(values.get("term")))
          .and(
              Checks.known(
                  "discipline",
                  values.get("discipline"),
                  disciplines.get(values.get("discipline"))))
          .and(language(known(key(values)), Language.of(values.get("language"))));
    }

    private Verdict language(Offering offering, Language wanted) {
      return offering == null || offering.getLanguage() == wanted
          ? Verdict.allowed()
          : SectionSound.languageKept(
              offering.getCode(),
              offering.getLanguage(),
              wanted,
              enrolments.taking(offering.getId()));
    }

    @Override
    protected Offering create(Map<String, String> values) {
      Offering offering =
          new Offering(
              terms.get(values.get("term")),
              disciplines.get(values.get("discipline")),
              values.get("code"),
              Language.of(values.get("language")));
      offerings.add(offering);
      return offering;
    }

    @Override
    protected void change(Offering offering, Map<String, String> values) {
      offering.rename(values.get("code"), Language.of(values.get("language")));
    }
  }
}
