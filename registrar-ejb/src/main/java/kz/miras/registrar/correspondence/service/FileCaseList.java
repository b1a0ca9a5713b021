package kz.miras.registrar.correspondence.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.access.LetterPermissions;
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.correspondence.FileCase;
import kz.miras.registrar.correspondence.service.FileCases.Stored;
import kz.miras.registrar.shared.Field;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.Checks;
import kz.miras.registrar.shared.service.KeyedSheet;
import kz.miras.registrar.shared.service.RecordList;
import kz.miras.registrar.shared.service.UniversityTime;

/** LTR-1. The nomenclature of file cases, typed or brought in by file. */
@ApplicationScoped
public class FileCaseList implements RecordList {

  @Inject private FileCases cases;
  @Inject private Officers officers;
  @Inject private AuditTrail audit;
  @Inject private UniversityTime time;

  @Override
  public String code() {
    return "file-cases";
  }

  @Override
  public String permission() {
    return LetterPermissions.FILE_CASE_EDIT;
  }

  @Override
  public List<Field> fields() {
    return List.of(
        Field.number("year"),
        Field.text("case_index", 20),
        Field.text("name_kk", 300),
        Field.text("name_ru", 300),
        Field.text("name_en", 300),
        Field.text("retention_kk", 100),
        Field.text("retention_ru", 100),
        Field.text("retention_en", 100),
        Field.text("responsible", 64).optional(),
        Field.flag("intake").optional());
  }

  @Override
  public List<String> key() {
    return List.of("year", "case_index");
  }

  @Override
  public Sheet open() {
    return new Records();
  }

  private final class Records extends KeyedSheet<Stored> {

    Records() {
      cases.all().forEach(one -> know(key(one.of().year(), one.of().index()), one));
    }

    private String key(int year, String index) {
      return year + " " + index;
    }

    @Override
    protected String key(Map<String, String> values) {
      return values.get("year") + " " + values.get("case_index");
    }

    @Override
    protected Map<String, String> values(Stored one) {
      Map<String, String> values = new LinkedHashMap<>();
      values.put("year", String.valueOf(one.of().year()));
      values.put("case_index", one.of().index());
      put(values, "name", one.of().name());
      put(values, "retention", one.of().retention());
      values.put("responsible", one.responsible());
      values.put("intake", String.valueOf(one.intake()));
      return values;
    }

    @Override
    public Verdict check(Map<String, String> values) {
      values.putIfAbsent("intake", "false");
      Verdict verdict = FileCase.sound(Checks.number(values, "year"), values.get("case_index"));
      String responsible = values.get("responsible");
      if (responsible != null) {
        verdict =
            verdict.and(
                Checks.known(
                    "responsible", responsible, officers.byLogin(responsible).orElse(null)));
      }
      return Checks.flag(values, "intake") ? verdict.and(onlyIntake(values)) : verdict;
    }

    private Verdict onlyIntake(Map<String, String> values) {
      int year = Checks.number(values, "year");
      Verdict open =
          known().stream()
              .filter(one -> key(one.of().year(), one.of().index()).equals(key(values)))
              .map(one -> one.of().takesIn())
              .findFirst()
              .orElse(Verdict.allowed());
      if (!open.isAllowed()) {
        return open;
      }
      return known().stream()
          .filter(one -> one.intake() && one.of().year() == year)
          .filter(one -> !one.of().index().equals(values.get("case_index")))
          .findFirst()
          .map(
              one ->
                  Verdict.refused(
                      Refusal.of("correspondence.case.intake", "LTR-1", one.of().index())
                          .at("intake")))
          .orElse(Verdict.allowed());
    }

    @Override
    protected Stored create(Map<String, String> values) {
      Stored made =
          cases.added(
              Checks.number(values, "year"),
              values.get("case_index"),
              text(values, "name"),
              text(values, "retention"),
              values.get("responsible"),
              Checks.flag(values, "intake"),
              time.today(),
              audit.author(),
              null);
      audit.record("file-case.open", "FileCase", made.uuid(), null, null);
      return made;
    }

    @Override
    protected void change(Stored before, Map<String, String> values) {
      cases.edit(
          before.id(),
          text(values, "name"),
          text(values, "retention"),
          values.get("responsible"),
          Checks.flag(values, "intake"));
      know(key(values), cases.byUuid(before.uuid()).orElseThrow());
      audit.record("file-case.edit", "FileCase", before.uuid(), null, null);
    }
  }
}
