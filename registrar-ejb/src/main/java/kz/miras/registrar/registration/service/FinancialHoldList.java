package kz.miras.registrar.registration.service;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.registration.HoldKind;
import kz.miras.registrar.shared.Field;

/** Financial holds, which accounting alone places and removes. */
@ApplicationScoped
public class FinancialHoldList extends HoldList {

  @Override
  public String code() {
    return "financial-holds";
  }

  @Override
  public String permission() {
    return Permissions.HOLD_EDIT_FINANCIAL;
  }

  @Override
  public List<Field> fields() {
    return List.of(
        Field.text("student_no", 32),
        Field.text("reason", 300),
        Field.text("contact", 300),
        Field.text("unit", 32).optional(),
        Field.text("document", 300).optional(),
        Field.text("removal_reason", 300).optional());
  }

  @Override
  public List<String> key() {
    return List.of("student_no", "reason");
  }

  @Override
  protected List<HoldKind> kinds() {
    return List.of(HoldKind.FINANCIAL);
  }

  @Override
  protected HoldKind kind(Map<String, String> values) {
    return HoldKind.FINANCIAL;
  }
}
