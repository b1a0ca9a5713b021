package kz.miras.registrar.registration.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import kz.miras.registrar.frame.web.Notice;
import kz.miras.registrar.registration.payment.PaymentSound;
import kz.miras.registrar.registration.payment.PaymentStatus;
import kz.miras.registrar.registration.service.payment.PaymentDesk;
import kz.miras.registrar.registration.service.payment.PaymentQueries;
import kz.miras.registrar.shared.service.UniversityTime;

/** Payments accounting waits for: chosen from the list and marked with one document. */
@Named
@ViewScoped
public class PaymentsToMark implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private PaymentQueries queries;
  @Inject private PaymentDesk desk;
  @Inject private UniversityTime time;
  @Inject private Notice notice;

  private String find;
  private final Map<String, Boolean> chosen = new HashMap<>();
  private LocalDate paidOn;
  private String document;
  private Map<String, String> problems = Map.of();
  private List<PaymentDesk.Left> left = List.of();
  private transient List<PaymentQueries.View> open;

  /** Marks what is chosen. */
  public void confirm() {
    List<String> ids =
        getOpen().stream()
            .map(PaymentQueries.View::id)
            .filter(id -> Boolean.TRUE.equals(chosen.get(id)))
            .toList();
    PaymentSound.Mark mark = new PaymentSound.Mark(paidOn, document, null);
    problems =
        notice.show(
            PaymentSound.marks(mark, PaymentStatus.REQUESTED, BigDecimal.ONE, time.today()));
    if (ids.isEmpty()) {
      notice.warn("registration.payment.nothing-chosen");
      return;
    }
    if (problems.isEmpty()) {
      PaymentDesk.Many many = desk.confirmAll(ids, mark);
      left = many.left();
      notice.say("registration.payment.done-many", many.done(), left.size());
      chosen.clear();
      open = null;
    }
  }

  /** Shows those that have these words in their number, student or discipline. */
  public void search() {
    open = null;
  }

  /** Those that wait, narrowed by the words typed. */
  public List<PaymentQueries.View> getOpen() {
    if (open == null) {
      open = queries.open().stream().filter(this::isMeant).toList();
    }
    return open;
  }

  private boolean isMeant(PaymentQueries.View one) {
    if (find == null || find.isBlank()) {
      return true;
    }
    String text =
        String.join(" ", one.number(), one.studentNo(), one.student(), one.disciplineCode())
            .toLowerCase(Locale.ROOT);
    return Arrays.stream(find.strip().toLowerCase(Locale.ROOT).split("\\s+"))
        .allMatch(text::contains);
  }

  /** Whether its last day is over. */
  public boolean late(PaymentQueries.View one) {
    return one.expiresOn().isBefore(time.today());
  }

  public Map<String, Boolean> getChosen() {
    return chosen;
  }

  public Map<String, String> getProblems() {
    return problems;
  }

  public List<PaymentDesk.Left> getLeft() {
    return left;
  }

  public String getFind() {
    return find;
  }

  public void setFind(String find) {
    this.find = find;
  }

  public LocalDate getPaidOn() {
    return paidOn;
  }

  public void setPaidOn(LocalDate paidOn) {
    this.paidOn = paidOn;
  }

  public String getDocument() {
    return document;
  }

  public void setDocument(String document) {
    this.document = document;
  }
}
