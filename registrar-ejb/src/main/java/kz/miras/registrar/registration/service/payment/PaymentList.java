package kz.miras.registrar.registration.service.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.registration.payment.PaymentRequest;
import kz.miras.registrar.registration.payment.PaymentSound;
import kz.miras.registrar.registration.payment.PaymentStatus;
import kz.miras.registrar.shared.Field;
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
    return new Records(true);
  }

  /** A mark gives a seat: whoever only checks a file takes none. */
  @Override
  public Sheet openToCheck() {
    return new Records(false);
  }

  /** A row takes a student's turn and the seats that are paid for. */
  @Override
  public boolean isStoredInSteps() {
    return true;
  }

  private final class Records implements Sheet {

    private final boolean marking;

    /**
     * Opens it.
     *
     * @param marking whether rows are marked; else they are only judged
     */
    Records(boolean marking) {
      this.marking = marking;
    }

    private PaymentRequest request(Map<String, String> values) {
      return requests.byNumber(String.valueOf(values.get("number"))).orElse(null);
    }

    @Override
    public Optional<Map<String, String>> stored(Map<String, String> values) {
      PaymentRequest request = request(values);
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
      PaymentRequest request = request(values);
      if (request == null) {
        return Checks.known("number", values.get("number"), null);
      }
      return stored(values).map(values::equals).orElse(false)
          ? Verdict.allowed()
          : PaymentSound.marks(
              mark(values), request.getStatus(), request.getAmount(), time.today());
    }

    @Override
    public Verdict write(Map<String, String> values) {
      PaymentRequest request = request(values);
      return marking
          ? marks.mark(request, mark(values))
          : PaymentSound.marks(
              mark(values), request.getStatus(), request.getAmount(), time.today());
    }

    private static PaymentSound.Mark mark(Map<String, String> values) {
      return new PaymentSound.Mark(
          Checks.day(values, "paid_on"),
          values.get("document"),
          new BigDecimal(values.get("amount")));
    }
  }
}
