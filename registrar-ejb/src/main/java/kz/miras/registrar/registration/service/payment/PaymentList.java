package kz.miras.registrar.registration.service.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.registration.payment.PaymentRequest;
import kz.miras.registrar.registration.payment.PaymentSound;
import kz.miras.registrar.registration.payment.PaymentStatus;
import kz.miras.registrar.shared.Field;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.Checks;
import kz.miras.registrar.shared.service.RecordList;
import kz.miras.registrar.shared.service.UniversityTime;

/** Marks of payments by file, a bank statement for one; each row by the rules of a mark by hand. */
@ApplicationScoped
public class PaymentList implements RecordList {

  @Inject private PaymentRequests requests;
  @Inject private PaymentMarks marks;
  @Inject private UniversityTime time;

  @Override
  public String code() {
    return "payments";
  }

  @Override
  public String permission() {
    return Permissions.RETAKE_CONFIRM_PAYMENT;
  }

  @Override
  public List<Field> fields() {
    return List.of(
        Field.text("number", 32),
        Field.decimal("amount"),
        Field.date("paid_on"),
        Field.text("document", 200));
  }

  @Override
  public List<String> key() {
    return List.of("number");
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

    private final Map<String, PaymentRequest> known = new HashMap<>();
    private final SortedMap<Long, PaymentSound.Mark> wanted = new TreeMap<>();

    Records() {
      requests.all().forEach(request -> known.put(request.getNumber(), request));
    }

    @Override
    public Optional<Map<String, String>> stored(Map<String, String> values) {
      PaymentRequest request = known.get(values.get("number"));
      if (request == null || request.getStatus() != PaymentStatus.PAID) {
        return Optional.empty();
      }
      Map<String, String> stored = new LinkedHashMap<>();
      stored.put("number", request.getNumber());
      stored.put("amount", amount(values, request));
      stored.put("paid_on", request.getPaidOn().toString());
      stored.put("document", request.getDocument());
      return Optional.of(stored);
    }

    /** The amount as the row writes it, where it is the same. */
    private static String amount(Map<String, String> values, PaymentRequest request) {
      String typed = values.get("amount");
      return typed != null && new BigDecimal(typed).compareTo(request.getAmount()) == 0
          ? typed
          : request.getAmount().toPlainString();
    }

    @Override
    public Verdict check(Map<String, String> values) {
      PaymentRequest request = known.get(values.get("number"));
      if (request == null) {
        return Checks.known("number", values.get("number"), null);
      }
      return stored(values).map(values::equals).orElse(false)
          ? Verdict.allowed()
          : PaymentSound.marks(
              mark(values), request.getStatus(), request.getAmount(), time.today());
    }

    /** Judged now, marked at the end: whatever the order of the file, rows are locked by key. */
    @Override
    public Verdict write(Map<String, String> values) {
      PaymentRequest request = known.get(values.get("number"));
      PaymentSound.Mark mark = mark(values);
      Verdict verdict =
          PaymentSound.marks(mark, request.getStatus(), request.getAmount(), time.today());
      if (verdict.isAllowed()) {
        wanted.put(request.getId(), mark);
      }
      return verdict;
    }

    @Override
    public void finish() {
      wanted.forEach(
          (id, mark) -> {
            Verdict verdict = marks.mark(requests.find(id).orElseThrow(), mark);
            if (!verdict.isAllowed()) {
              // marked or let go by somebody else since the file was read
              throw new RegistrarException.Refused(verdict.refusals());
            }
          });
    }

    private static PaymentSound.Mark mark(Map<String, String> values) {
      return new PaymentSound.Mark(
          Checks.day(values, "paid_on"),
          values.get("document"),
          new BigDecimal(values.get("amount")));
    }
  }
}
