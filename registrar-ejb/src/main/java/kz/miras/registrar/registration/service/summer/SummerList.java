package kz.miras.registrar.registration.service.summer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.curriculum.Discipline;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.service.Catalogue;
import kz.miras.registrar.registration.payment.PaymentSound;
import kz.miras.registrar.registration.service.TermRules;
import kz.miras.registrar.registration.summer.SummerDiscipline;
import kz.miras.registrar.registration.summer.SummerPlan;
import kz.miras.registrar.registration.summer.SummerPlanSound;
import kz.miras.registrar.shared.Field;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.Checks;
import kz.miras.registrar.shared.service.KeyedSheet;
import kz.miras.registrar.shared.service.RecordList;

/** Disciplines of a summer semester with their figures; a school's proposal is taken over here. */
@ApplicationScoped
public class SummerList implements RecordList {

  private static final List<String> PRICES = List.of("price", "individual_price", "group_cost");

  @Inject private Summers summers;
  @Inject private Catalogue catalogue;
  @Inject private TermRules rules;
  @Inject private Access access;

  @Override
  public String code() {
    return "summer-disciplines";
  }

  @Override
  public String permission() {
    return Permissions.SUMMER_PLAN;
  }

  @Override
  public List<Field> fields() {
    return List.of(
        Field.text("term", 16),
        Field.text("discipline", 32),
        Field.choice("language", List.of("kk", "ru", "en")),
        Field.number("minimum").optional(),
        Field.decimal("price").optional(),
        Field.decimal("individual_price").optional(),
        Field.decimal("group_cost").optional());
  }

  @Override
  public List<String> key() {
    return List.of("term", "discipline", "language");
  }

  @Override
  public Sheet open() {
    return new Records();
  }

  private final class Records extends KeyedSheet<SummerDiscipline> {

    private final Map<String, SummerPlan> plans = new HashMap<>();
    private final Map<String, Discipline> disciplines =
        Catalogue.by(catalogue.disciplines(), Discipline::getCode);

    Records() {
      summers.plans().forEach(plan -> plans.put(plan.getTerm().getCode(), plan));
      summers.disciplines().forEach(one -> know(key(values(one)), one));
    }

    @Override
    protected String key(Map<String, String> values) {
      return values.get("term") + " " + values.get("discipline") + " " + values.get("language");
    }

    @Override
    protected Map<String, String> values(SummerDiscipline one) {
      Map<String, String> values = new LinkedHashMap<>();
      values.put("term", one.getPlan().getTerm().getCode());
      values.put("discipline", one.getDiscipline().getCode());
      values.put("language", one.getLanguage().tag());
      values.put("minimum", String.valueOf(one.getMinimum()));
      values.put("price", Checks.plain(one.getPrice()));
      values.put("individual_price", Checks.plain(one.getIndividualPrice()));
      values.put("group_cost", Checks.plain(one.getGroupCost()));
      return values;
    }

    @Override
    public Verdict check(Map<String, String> values) {
      SummerPlan plan = plans.get(values.get("term"));
      Verdict verdict =
          Checks.known("term", values.get("term"), plan)
              .and(
                  Checks.known(
                      "discipline",
                      values.get("discipline"),
                      disciplines.get(values.get("discipline"))))
              .and(Checks.within("minimum", values, 1, 500));
      // one group of a summer takes students of every level: the bachelors' rules are everybody's
      if (plan != null) {
        values.putIfAbsent(
            "minimum",
            String.valueOf(
                rules.of(Level.BACHELOR, plan.getTerm()).integer(RuleParameter.REG_MIN_GROUP)));
      }
      for (String field : PRICES) {
        if (values.get(field) != null) {
          BigDecimal amount = new BigDecimal(values.get(field));
          values.put(field, Checks.plain(amount));
          verdict = verdict.and(PaymentSound.amount(amount, field));
        }
      }
      SummerDiscipline there = known(key(values));
      boolean same =
          there != null && !there.isProposed() && stored(values).map(values::equals).orElse(false);
      return plan == null || same
          ? verdict
          : verdict.and(SummerPlanSound.mayChange(plan.getStatus()));
    }

    @Override
    protected SummerDiscipline create(Map<String, String> values) {
      SummerDiscipline one =
          new SummerDiscipline(
              plans.get(values.get("term")),
              disciplines.get(values.get("discipline")),
              Language.of(values.get("language")),
              Checks.number(values, "minimum"),
              false);
      change(one, values);
      summers.add(one);
      return one;
    }

    @Override
    protected void change(SummerDiscipline one, Map<String, String> values) {
      one.plan(
          Checks.number(values, "minimum"),
          amount(values, "price"),
          amount(values, "individual_price"),
          amount(values, "group_cost"));
      one.getPlan().changedBy(access.current().accountId());
    }

    private static BigDecimal amount(Map<String, String> values, String field) {
      return values.get(field) == null ? null : new BigDecimal(values.get(field));
    }
  }
}
