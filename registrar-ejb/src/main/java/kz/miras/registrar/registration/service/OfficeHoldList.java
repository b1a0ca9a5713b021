package kz.miras.registrar.registration.service;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.registration.HoldKind;
import kz.miras.registrar.shared.Field;

/** Academic and document holds, which the office places and removes. */
@ApplicationScoped
public class OfficeHoldList extends HoldList {

  private static final List<HoldKind> KINDS = List.of(HoldKind.ACADEMIC, HoldKind.DOCUMENT);

  @Override
  public String code() {
    return "holds";
  }

  @Override
  public String permission() {
    return Permissions.HOLD_EDIT;
  }

  @Override
  public List<Field> fields() {
    return List.of(
        Field.text("student_no", 32),
        Field.choice("kind", KINDS.stream().map(HoldKind::name).toList()),
        Field.text("reason", 300),
        Field.text("contact", 300),
        Field.text("unit", 32).optional(),
        Field.text("document", 300).optional(),
        Field.text("removal_reason", 300).optional());
  }

  @Override
  public List<String> key() {
    return List.of("student_no", "kind", "reason");
  }

  @Override
  protected List<HoldKind> kinds() {
    return KINDS;
  }

  @Override
  protected HoldKind kind(Map<String, String> values) {
    return HoldKind.valueOf(values.get("kind"));
  }
}
