package kz.miras.registrar.registration.service.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.calendar.AcademicYear;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.registration.payment.PaymentPurpose;
import kz.miras.registrar.registration.payment.PaymentSound;
import kz.miras.registrar.registration.payment.PriceOrder;
import kz.miras.registrar.shared.Field;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.Checks;
import kz.miras.registrar.shared.service.KeyedSheet;
import kz.miras.registrar.shared.service.RecordList;
import kz.miras.registrar.shared.service.UniversityTime;

/** Prices of a credit by order (PAY-6): entered, never changed; a later order follows. */
@ApplicationScoped
public class PriceList implements RecordList {

  @Inject private PaymentRequests requests;
  @Inject private PaymentWatch watch;
  @Inject private Event<PricesEntered> entered;
  @Inject private Calendars calendars;
  @Inject private Access access;
  @Inject private UniversityTime time;

  @Override
  public String code() {
    return "prices";
  }

  @Override
  public String permission() {
    return Permissions.SUMMER_PRICE;
  }

  @Override
  public List<Field> fields() {
    return List.of(
        Field.choice("purpose", PaymentPurpose.class),
        Field.choice("level", Level.class).optional(),
        Field.text("term", 16).optional(),
        Field.number("year").optional(),
        Field.date("valid_from"),
        Field.decimal("price"),
        Field.text("order_no", 64),
        Field.date("order_date"));
  }

  @Override
  public List<String> key() {
    return List.of("purpose", "level", "term", "year", "valid_from");
  }

  @Override
  public Sheet open() {
    return new Records();
  }

  private final class Records extends KeyedSheet<PriceOrder> {

    private final Map<String, Term> terms = calendars.termsByCode();
    private final Map<String, AcademicYear> years = calendars.yearsByName();
    private final Map<Long, String> termCodes = new HashMap<>();
    private final Map<Long, String> yearNames = new HashMap<>();

    Records() {
      terms.forEach((code, term) -> termCodes.put(term.getId(), code));
      years.forEach((name, year) -> yearNames.put(year.getId(), name));
      requests.orders().forEach(order -> know(key(values(order)), order));
    }

    @Override
    protected String key(Map<String, String> values) {
      return values.get("purpose")
          + " "
          + values.get("level")
          + " "
          + values.get("term")
          + " "
          + values.get("year")
          + " "
          + values.get("valid_from");
    }

    @Override
    protected Map<String, String> values(PriceOrder order) {
      Map<String, String> values = new LinkedHashMap<>();
      values.put("purpose", order.getPurpose().name());
      values.put("level", order.getLevel() == null ? null : order.getLevel().name());
      values.put("term", termCodes.get(order.getTermId()));
      values.put("year", yearNames.get(order.getAcademicYearId()));
      values.put("valid_from", order.getValidFrom().toString());
      values.put("price", Checks.plain(order.getPrice()));
      values.put("order_no", order.getOrderNo());
      values.put("order_date", order.getOrderDate().toString());
      return values;
    }

    @Override
    public Verdict check(Map<String, String> values) {
      values.put("price", Checks.plain(new BigDecimal(values.get("price"))));
      Verdict verdict = Verdict.allowed();
      if (values.get("term") != null) {
        verdict = Checks.known("term", values.get("term"), terms.get(values.get("term")));
      }
      if (values.get("year") != null) {
        verdict =
            verdict.and(Checks.known("year", values.get("year"), years.get(values.get("year"))));
      }
      verdict =
          verdict.and(PaymentSound.reach(values.get("term") != null, values.get("year") != null));
      PriceOrder there = known(key(values));
      boolean another = there != null && !stored(values).map(values::equals).orElse(false);
      return verdict.and(
          PaymentSound.price(
              new BigDecimal(values.get("price")),
              Checks.day(values, "order_date"),
              Checks.day(values, "valid_from"),
              another));
    }

    @Override
    protected PriceOrder create(Map<String, String> values) {
      Term term = terms.get(values.get("term"));
      AcademicYear year = years.get(values.get("year"));
      PriceOrder order =
          new PriceOrder(
              PaymentPurpose.valueOf(values.get("purpose")),
              values.get("level") == null ? null : Level.valueOf(values.get("level")),
              term == null ? null : term.getId(),
              year == null ? null : year.getId(),
              Checks.day(values, "valid_from"),
              new BigDecimal(values.get("price")),
              values.get("order_no"),
              Checks.day(values, "order_date"),
              access.current().login(),
              time.now());
      requests.add(order);
      return order;
    }

    @Override
    protected void change(PriceOrder order, Map<String, String> values) {
      throw new IllegalStateException("a price never changes");
    }

    @Override
    public void finish() {
      requests.flush();
      watch.askMissing();
      entered.fire(new PricesEntered());
    }
  }
}
