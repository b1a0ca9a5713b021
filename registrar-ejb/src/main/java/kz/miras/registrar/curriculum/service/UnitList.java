package kz.miras.registrar.curriculum.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.curriculum.OrgUnit;
import kz.miras.registrar.curriculum.OrgUnitKind;
import kz.miras.registrar.shared.Field;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.Checks;
import kz.miras.registrar.shared.service.KeyedSheet;
import kz.miras.registrar.shared.service.RecordList;

/** Schools, departments and offices. */
@ApplicationScoped
public class UnitList implements RecordList {

  @Inject private Catalogue catalogue;

  @Override
  public String code() {
    return "units";
  }

  @Override
  public String permission() {
    return Permissions.CATALOGUE_EDIT;
  }

  @Override
  public List<Field> fields() {
    return List.of(
        Field.text("code", 32),
        Field.choice("kind", OrgUnitKind.class),
        Field.text("parent", 32).optional(),
        Field.text("name_kk", 300),
        Field.text("name_ru", 300),
        Field.text("name_en", 300));
  }

  @Override
  public List<String> key() {
    return List.of("code");
  }

  @Override
  public Sheet open() {
    return new Records();
  }

  private final class Records extends KeyedSheet<OrgUnit> {

    Records() {
      catalogue.units().forEach(unit -> know(unit.getCode(), unit));
    }

    @Override
    protected String key(Map<String, String> values) {
      return values.get("code");
    }

    @Override
    protected Map<String, String> values(OrgUnit orgUnit) {
      Map<String, String> values = new LinkedHashMap<>();
      values.put("code", orgUnit.getCode());
      values.put("kind", orgUnit.getKind().name());
      values.put("parent", orgUnit.getParent() == null ? null : orgUnit.getParent().getCode());
      put(values, "name", orgUnit.getName());
      return values;
    }

    @Override
    public Verdict check(Map<String, String> values) {
      String parent = values.get("parent");
      return parent == null
          ? Verdict.allowed()
          : Checks.known(
              "parent", parent, parent.equals(values.get("code")) ? null : known(parent));
    }

    @Override
    protected OrgUnit create(Map<String, String> values) {
      OrgUnit unit =
          new OrgUnit(
              values.get("code"),
              OrgUnitKind.valueOf(values.get("kind")),
              known(values.get("parent")),
              text(values, "name"));
      catalogue.add(unit);
      return unit;
    }

    @Override
    protected void change(OrgUnit orgUnit, Map<String, String> values) {
      orgUnit.edit(values.get("code"), known(values.get("parent")), text(values, "name"));
    }
  }
}
