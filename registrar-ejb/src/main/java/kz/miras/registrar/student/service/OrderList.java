package kz.miras.registrar.student.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.curriculum.Curriculum;
import kz.miras.registrar.shared.Field;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.Checks;
import kz.miras.registrar.shared.service.RecordList;
import kz.miras.registrar.student.Funding;
import kz.miras.registrar.student.OrderGround;
import kz.miras.registrar.student.OrderKind;
import kz.miras.registrar.student.OrderTerms;
import kz.miras.registrar.student.StudentOrder;
import kz.miras.registrar.student.StudyForm;

/**
 * Signed orders by file: new ones take effect as those entered by hand do; past ones, marked so,
 * only tell the history.
 */
@ApplicationScoped
public class OrderList implements RecordList {

  @Inject private Orders orders;
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
        Field.number("paragraph").optional(),
        Field.date("signed_on"),
        Field.date("effective_on"),
        Field.choice("order_kind", OrderKind.class),
        Field.choice("ground", OrderGround.class).optional(),
        Field.text("title", 500),
        Field.text("students", 12000),
        Field.text("corrects", 48).optional(),
        Field.text("to_programme", 16).optional(),
        Field.number("to_admission_year").optional(),
        Field.text("to_group", 32).optional(),
        Field.number("to_course_year").optional(),
        Field.choice("to_study_form", StudyForm.class).optional(),
        Field.choice("to_study_language", List.of("kk", "ru", "en")).optional(),
        Field.choice("to_funding", Funding.class).optional(),
        Field.date("until_on").optional(),
        Field.text("partner", 300).optional(),
        Field.flag("migrated").optional());
  }

  @Override
  public List<String> key() {
    return List.of("number", "signed_on", "paragraph");
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
      values.putIfAbsent("paragraph", "1");
      return Optional.ofNullable(
          known.computeIfAbsent(
              values.get("number") + " " + values.get("signed_on") + " " + values.get("paragraph"),
              key ->
                  orders
                      .entered(
                          values.get("number"),
                          Checks.day(values, "signed_on"),
                          Checks.number(values, "paragraph"))
                      .map(order -> written(order, values))
                      .orElse(null)));
    }

    /** An order as a row; students in the order of their numbers. */
    private Map<String, String> written(StudentOrder order, Map<String, String> asked) {
      Map<String, String> values = new LinkedHashMap<>();
      OrderTerms terms = order.terms();
      Curriculum to = asked.containsKey("to_programme") ? terms.curriculum() : null;
      values.put("number", order.getNumber());
      values.put("paragraph", String.valueOf(order.getParagraph()));
      values.put("signed_on", order.getSignedOn().toString());
      values.put("effective_on", order.getEffectiveOn().toString());
      values.put("order_kind", order.getKind().name());
      put(values, "ground", order.getGround() == null ? null : order.getGround().name());
      values.put("title", order.getTitle());
      values.put(
          "students",
          String.join(
              " ",
              orders.lines(order.getId()).stream()
                  .map(line -> line.getStudent().getStudentNo())
                  .sorted()
                  .toList()));
      if (order.getCorrects() != null) {
        // named by number, with or without its day
        boolean same =
            asked.containsKey("corrects")
                && orders.named(asked.get("corrects")).contains(order.getCorrects());
        values.put("corrects", same ? asked.get("corrects") : order.getCorrects().getNumber());
      }
      put(values, "to_programme", to == null ? null : to.getProgramme().getCode());
      put(values, "to_admission_year", to == null ? null : to.getAdmissionYear());
      put(values, "to_group", terms.group() == null ? null : terms.group().getCode());
      put(values, "to_course_year", terms.courseYear());
      put(values, "to_study_form", terms.form());
      put(values, "to_study_language", terms.language() == null ? null : terms.language().tag());
      put(values, "to_funding", terms.funding());
      put(values, "until_on", terms.until());
      put(values, "partner", terms.partner());
      if (asked.containsKey("migrated")) {
        values.put("migrated", String.valueOf(order.isMigrated()));
      }
      return values;
    }

    private static void put(Map<String, String> values, String field, Object value) {
      if (value != null) {
        values.put(field, value.toString());
      }
    }

    @Override
    public Verdict check(Map<String, String> values) {
      values.put(
          "students",
          String.join(" ", Checks.words(values.get("students")).stream().distinct().toList()));
      Optional<Map<String, String>> stored = stored(values);
      if (stored.isPresent()) {
        return stored.get().equals(values)
            ? Verdict.allowed()
            : Verdict.refused(
                Refusal.of("student.order.unchangeable", "MOV-12", values.get("number"))
                    .at("number"));
      }
      Verdict verdict =
          Checks.within("paragraph", values, 1, 999)
              .and(Checks.within("to_course_year", values, 1, 7));
      if (!verdict.isAllowed()) {
        return verdict;
      }
      return Checks.flag(values, "migrated")
          ? desk.judgePast(entry(values))
          : desk.judge(entry(values));
    }

    @Override
    public Verdict write(Map<String, String> values) {
      return Checks.flag(values, "migrated")
          ? desk.registerPast(entry(values))
          : desk.register(entry(values)).verdict();
    }

    private static OrderDesk.Entry entry(Map<String, String> values) {
      String ground = values.get("ground");
      return new OrderDesk.Entry(
          values.get("number"),
          Checks.number(values, "paragraph"),
          Checks.day(values, "signed_on"),
          Checks.day(values, "effective_on"),
          OrderKind.valueOf(values.get("order_kind")),
          ground == null ? null : OrderGround.valueOf(ground),
          values.get("title"),
          values.get("corrects"),
          new OrderDesk.Terms(
              values.get("to_programme"),
              Checks.numberOrNull(values, "to_admission_year"),
              values.get("to_group"),
              Checks.numberOrNull(values, "to_course_year"),
              values.get("to_study_form"),
              values.get("to_study_language"),
              values.get("to_funding"),
              Checks.day(values, "until_on"),
              values.get("partner")),
          Checks.words(values.get("students")).stream().distinct().toList());
    }
  }
}
