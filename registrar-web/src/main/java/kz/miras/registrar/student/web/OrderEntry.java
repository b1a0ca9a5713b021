package kz.miras.registrar.student.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import kz.miras.registrar.frame.web.Notice;
import kz.miras.registrar.frame.web.Words;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.Again;
import kz.miras.registrar.student.Funding;
import kz.miras.registrar.student.OrderGround;
import kz.miras.registrar.student.OrderKind;
import kz.miras.registrar.student.OrderTerms;
import kz.miras.registrar.student.StudyForm;
import kz.miras.registrar.student.service.OrderDesk;
import kz.miras.registrar.student.service.OrderPreview;

/** Entering a signed order about one or many students. */
@Named("orderEntry")
@ViewScoped
public class OrderEntry implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private OrderDesk desk;
  @Inject private OrderPreview preview;
  @Inject private Notice notice;
  @Inject private Words words;

  private final OrderTyped typed = new OrderTyped();
  private Map<String, String> problems = Map.of();
  private List<OrderPreview.Named> named = List.of();
  private Verdict verdict = Verdict.allowed();
  private boolean checked;

  /** Begins with the student whose card one comes from. */
  public void begin(String student) {
    if (student != null && !student.isBlank() && typed.getStudents() == null) {
      typed.setStudents(student);
    }
  }

  /** Another kind says other things. */
  public void kindChosen() {
    typed.forget(getSays());
    forgetCheck();
  }

  /** Adds all who study in the chosen group. */
  public void addGroup() {
    if (typed.getGroup() != null) {
      typed.add(preview.ofGroup(typed.getGroup()));
      typed.setGroup(null);
      forgetCheck();
    }
  }

  /** Shows whom the order would name and what the rules say, storing nothing. */
  public void check() {
    OrderDesk.Entry entry = entry();
    verdict = desk.judge(entry);
    named = preview.students(entry);
    problems = notice.show(new Verdict(verdict.refusals(), List.of(), false));
    checked = true;
  }

  /** Enters the order; refusals stand beside the field they concern. */
  public String enter() {
    if (!checked || !verdict.isAllowed() || !typed.isWarningsSeen()) {
      check();
      if (!verdict.isAllowed() || (!verdict.warnings().isEmpty() && !typed.isWarningsSeen())) {
        return null;
      }
    }
    OrderDesk.Entry typed = entry();
    OrderDesk.Entered entered = Again.of(() -> desk.register(typed));
    verdict = entered.verdict();
    if (entered.id() == null) {
      problems = notice.show(verdict);
      return null;
    }
    notice.done("student.order.entered");
    return "/student/order.xhtml?faces-redirect=true&id=" + entered.id();
  }

  private OrderDesk.Entry entry() {
    return typed.entry(words.get("student.order-title." + typed.getKind().name()));
  }

  private void forgetCheck() {
    checked = false;
    named = List.of();
    verdict = Verdict.allowed();
    typed.setWarningsSeen(false);
  }

  /** Fields of what an order of this kind says. */
  public Set<String> getSays() {
    return typed.getKind() == OrderKind.CANCELLATION
        ? Set.of()
        : OrderTerms.of(typed.getKind()).stream()
            .map(OrderTerms.Term::field)
            .collect(Collectors.toSet());
  }

  public List<OrderGround> getGrounds() {
    return OrderGround.of(typed.getKind());
  }

  /** Whether warnings wait for somebody to say they have seen them. */
  public boolean isWarned() {
    return checked && verdict.isAllowed() && !verdict.warnings().isEmpty();
  }

  public List<String> groups(String text) {
    return preview.groups(text);
  }

  public List<String> curricula(String text) {
    return preview.curricula(text);
  }

  public List<String> orders(String text) {
    return preview.orders(text);
  }

  public OrderTyped getTyped() {
    return typed;
  }

  public Map<String, String> getProblems() {
    return problems;
  }

  public List<OrderPreview.Named> getNamed() {
    return named;
  }

  public Verdict getVerdict() {
    return verdict;
  }

  public OrderKind[] getKinds() {
    return OrderKind.values();
  }

  public StudyForm[] getForms() {
    return StudyForm.values();
  }

  public Language[] getLanguages() {
    return Language.values();
  }

  public Funding[] getFundings() {
    return Funding.values();
  }
}
