package kz.miras.registrar.student.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.shared.Field;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.Checks;
import kz.miras.registrar.shared.service.RecordList;
import kz.miras.registrar.student.OrderKind;
import kz.miras.registrar.student.StudentOrder;

/**
 * Signed orders by file: new ones take effect as those entered by hand do; past ones, marked so,
 * only tell the history.
 */
@ApplicationScoped
public class OrderList implements RecordList {

  @Inject private Students students;
  @Inject private OrderDesk desk;

  @Override
  public String code() {
    return "orders";
  }

  @Override
  public String permission() {
    return Permissions.ORDER_REGISTER;
  }

  @Override
  public List<Field> fields() {
    return List.of(
        Field.text("number", 32),
        Field.date("signed_on"),
        Field.date("effective_on"),
        Field.choice("order_kind", OrderKind.class),
        Field.text("title", 500),
        Field.text("students", 4000),
        Field.text("corrects", 32).optional(),
        Field.flag("migrated").optional());
  }

  @Override
  public List<String> key() {
    return List.of("number", "signed_on");
  }

  @Override
  public boolean hasForm() {
    return false;
  }

  @Override
  public Sheet open() {
    return new Records();
  }

  private final class Records implements Sheet {

    private final Map<String, Map<String, String>> known = new HashMap<>();

    @Override
    public Optional<Map<String, String>> stored(Map<String, String> values) {
      return Optional.ofNullable(
          known.computeIfAbsent(
              values.get("number") + " " + values.get("signed_on"),
              key ->
                  students.ordersNumbered(values.get("number")).stream()
                      .filter(o -> o.getSignedOn().equals(Checks.day(values, "signed_on")))
                      .findFirst()
                      .map(order -> written(order, values))
                      .orElse(null)));
    }

    /** An order as a row; students in the order of their numbers. */
    private Map<String, String> written(StudentOrder order, Map<String, String> asked) {
      Map<String, String> values = new LinkedHashMap<>();
      values.put("number", order.getNumber());
      values.put("signed_on", order.getSignedOn().toString());
      values.put("effective_on", order.getEffectiveOn().toString());
      values.put("order_kind", order.getKind().name());
      values.put("title", order.getTitle());
      values.put(
          "students",
          String.join(
              " ",
              students.lines(order.getId()).stream()
                  .map(line -> line.getStudent().getStudentNo())
                  .sorted()
                  .toList()));
      if (order.getCorrects() != null) {
        values.put("corrects", order.getCorrects().getNumber());
      }
      if (asked.containsKey("migrated")) {
        values.put("migrated", String.valueOf(order.isMigrated()));
      }
      return values;
    }

    @Override
    public Verdict check(Map<String, String> values) {
      values.put("students", String.join(" ", numbers(values).stream().sorted().toList()));
      Optional<Map<String, String>> stored = stored(values);
      if (stored.isPresent()) {
        return stored.get().equals(values)
            ? Verdict.allowed()
            : Verdict.refused(
                Refusal.of("student.order.unchangeable", "MOV-12", values.get("number"))
                    .at("number"));
      }
      return Checks.flag(values, "migrated")
          ? desk.judgePast(entry(values))
          : desk.judge(entry(values));
    }

    @Override
    public Verdict write(Map<String, String> values) {
      return Checks.flag(values, "migrated")
          ? desk.registerPast(entry(values))
          : desk.register(entry(values));
    }

    private static List<String> numbers(Map<String, String> values) {
      return List.of(values.get("students").strip().split("[\\s,;]+"));
    }

    private static OrderDesk.Entry entry(Map<String, String> values) {
      return new OrderDesk.Entry(
          values.get("number"),
          Checks.day(values, "signed_on"),
          Checks.day(values, "effective_on"),
          OrderKind.valueOf(values.get("order_kind")),
          null,
          values.get("title"),
          values.get("corrects"),
          numbers(values));
    }
  }
}
