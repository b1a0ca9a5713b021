package kz.miras.registrar.curriculum.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.OrgUnit;
import kz.miras.registrar.curriculum.Programme;
import kz.miras.registrar.curriculum.ProgrammeSound;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.shared.Field;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.Checks;
import kz.miras.registrar.shared.service.KeyedSheet;
import kz.miras.registrar.shared.service.RecordList;
import kz.miras.registrar.shared.service.UniversityTime;

/** Educational programmes (ОП). */
@ApplicationScoped
public class ProgrammeList implements RecordList {

  @Inject private Catalogue catalogue;
  @Inject private RuleBook ruleBook;
  @Inject private UniversityTime time;

  @Override
  public String code() {
    return "programmes";
  }

  @Override
  public String permission() {
    return Permissions.CATALOGUE_EDIT;
  }

  @Override
  public List<Field> fields() {
    return List.of(
        Field.text("code", 16),
        Field.text("direction_code", 16),
        Field.text("group_code", 16).optional(),
        Field.choice("level", Level.class),
        Field.text("name_kk", 300),
        Field.text("name_ru", 300),
        Field.text("name_en", 300),
        Field.number("credits"),
        Field.number("years"),
        Field.text("languages", 16),
        Field.text("school", 32),
        Field.flag("active").optional());
  }

  @Override
  public List<String> key() {
    return List.of("code");
  }

  @Override
  public Sheet open() {
    return new Records();
  }

  private final class Records extends KeyedSheet<Programme> {

    private final Map<String, OrgUnit> units = Catalogue.by(catalogue.units(), OrgUnit::getCode);

    private final Map<Level, Integer> yearCredits = new EnumMap<>(Level.class);

    Records() {
      catalogue.programmes().forEach(programme -> know(programme.getCode(), programme));
    }

    @Override
    protected String key(Map<String, String> values) {
      return values.get("code");
    }

    @Override
    protected Map<String, String> values(Programme programme) {
      Map<String, String> values = new LinkedHashMap<>();
      values.put("code", programme.getCode());
      values.put("direction_code", programme.getDirectionCode());
      values.put("group_code", programme.getGroupCode());
      values.put("level", programme.getLevel().name());
      put(values, "name", programme.getName());
      values.put("credits", String.valueOf(programme.getCredits()));
      values.put("years", String.valueOf(programme.getYears()));
      values.put("languages", programme.getLanguages());
      values.put("school", programme.getSchool().getCode());
      values.put("active", String.valueOf(programme.isActive()));
      return values;
    }

    @Override
    public Verdict check(Map<String, String> values) {
      values.putIfAbsent("active", "true");
      return Checks.known("school", values.get("school"), units.get(values.get("school")))
          .and(Checks.within("credits", values, 30, 400))
          .and(Checks.within("years", values, 1, 7))
          .and(Checks.languages("languages", values))
          .and(
              ProgrammeSound.judge(
                  values.get("code"),
                  values.get("direction_code"),
                  Level.valueOf(values.get("level")),
                  Checks.number(values, "credits"),
                  Checks.number(values, "years"),
                  yearCredits(Level.valueOf(values.get("level")))));
    }

    private int yearCredits(Level level) {
      return yearCredits.computeIfAbsent(
          level, of -> ruleBook.inForce(of, time.today()).integer(RuleParameter.PLAN_YEAR_CREDITS));
    }

    @Override
    protected Programme create(Map<String, String> values) {
      Programme programme =
          new Programme(
              values.get("code"),
              values.get("direction_code"),
              values.get("group_code"),
              Level.valueOf(values.get("level")),
              text(values, "name"),
              Checks.number(values, "credits"),
              Checks.number(values, "years"),
              values.get("languages"),
              units.get(values.get("school")));
      programme.activate(!"false".equals(values.get("active")));
      catalogue.add(programme);
      return programme;
    }

    @Override
    protected void change(Programme programme, Map<String, String> values) {
      programme.edit(
          values.get("code"),
          values.get("direction_code"),
          values.get("group_code"),
          Level.valueOf(values.get("level")),
          text(values, "name"),
          Checks.number(values, "credits"),
          Checks.number(values, "years"),
          values.get("languages"),
          units.get(values.get("school")));
      programme.activate(!"false".equals(values.get("active")));
    }
  }
}
