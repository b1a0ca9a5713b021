package kz.miras.registrar.correspondence.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.correspondence.CorrespondentKind;
import kz.miras.registrar.correspondence.service.Correspondents.Stored;
import kz.miras.registrar.shared.Bin;
import kz.miras.registrar.shared.Field;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.KeyedSheet;
import kz.miras.registrar.shared.service.RecordList;

/** Correspondents, typed one by one or brought in by file. */
@ApplicationScoped
public class CorrespondentList implements RecordList {

  @Inject private Correspondents correspondents;

  @Override
  public String code() {
    return "correspondents";
  }

  @Override
  public String permission() {
    return Permissions.INCOMING_EDIT;
  }

  @Override
  public List<Field> fields() {
    return List.of(
        Field.text("short_name", 60),
        Field.choice("kind", CorrespondentKind.class),
        Field.text("bin", 12).optional(),
        Field.text("name_kk", 300),
        Field.text("name_ru", 300),
        Field.text("name_en", 300),
        Field.text("address", 500).optional(),
        Field.text("email", 200).optional(),
        Field.text("phone", 60).optional(),
        Field.text("contact", 200).optional(),
        Field.choice("language", List.of("kk", "ru", "en")));
  }

  @Override
  public List<String> key() {
    return List.of("short_name");
  }

  @Override
  public Sheet open() {
    return new Records();
  }

  private final class Records extends KeyedSheet<Stored> {

    Records() {
      correspondents.all().forEach(one -> know(one.shortName(), one));
    }

    @Override
    protected String key(Map<String, String> values) {
      return values.get("short_name");
    }

    @Override
    protected Map<String, String> values(Stored one) {
      Map<String, String> values = new LinkedHashMap<>();
      values.put("short_name", one.shortName());
      values.put("kind", one.kind().name());
      values.put("bin", one.bin());
      put(values, "name", one.name());
      values.put("address", one.address());
      values.put("email", one.email());
      values.put("phone", one.phone());
      values.put("contact", one.contact());
      values.put("language", one.language().tag());
      return values;
    }

    @Override
    public Verdict check(Map<String, String> values) {
      String bin = values.get("bin");
      Verdict verdict = Verdict.allowed();
      if (bin != null) {
        verdict = verdict.and(Bin.judge(bin)).and(organisations(values)).and(unused(values));
      }
      String email = values.get("email");
      return email == null || email.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s.]+")
          ? verdict
          : verdict.and(
              Verdict.refused(Refusal.of("correspondence.email", "LTR-9", email).at("email")));
    }

    private Verdict organisations(Map<String, String> values) {
      return "ORGANISATION".equals(values.get("kind"))
          ? Verdict.allowed()
          : Verdict.refused(Refusal.of("correspondence.bin-person", "LTR-3").at("bin"));
    }

    private Verdict unused(Map<String, String> values) {
      return known().stream()
          .filter(one -> values.get("bin").equals(one.bin()))
          .filter(one -> !one.shortName().equals(values.get("short_name")))
          .findFirst()
          .map(
              one ->
                  Verdict.refused(
                      Refusal.of("correspondence.bin-used", "LTR-3", one.shortName()).at("bin")))
          .orElse(Verdict.allowed());
    }

    @Override
    protected Stored create(Map<String, String> values) {
      Stored made = of(values);
      correspondents.add(made);
      return made;
    }

    @Override
    protected void change(Stored before, Map<String, String> values) {
      Stored after = of(values);
      correspondents.change(after);
      know(after.shortName(), after);
    }

    private Stored of(Map<String, String> values) {
      return new Stored(
          null,
          values.get("short_name"),
          CorrespondentKind.valueOf(values.get("kind")),
          values.get("bin"),
          text(values, "name"),
          values.get("address"),
          values.get("email"),
          values.get("phone"),
          values.get("contact"),
          Language.of(values.get("language")));
    }
  }
}
