package kz.miras.registrar.student.web;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import kz.miras.registrar.frame.web.LanguageChoice;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.Messages;
import kz.miras.registrar.student.OrderKind;
import kz.miras.registrar.student.service.OrderDesk;

/** Entering a signed order about one or many students. */
@Named("orderEntry")
@ViewScoped
public class OrderEntry implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private OrderDesk desk;
  @Inject private LanguageChoice language;

  private String number;
  private LocalDate signedOn;
  private LocalDate effectiveOn;
  private OrderKind kind = OrderKind.LEAVE;
  private String title;
  private String corrects;
  private String students;

  /** Enters the order; refusals name every student they concern. */
  public String enter() {
    List<String> numbers =
        Arrays.stream(students.split("[\\s,;]+")).filter(n -> !n.isEmpty()).distinct().toList();
    Verdict verdict =
        desk.register(
            new OrderDesk.Entry(
                number, signedOn, effectiveOn, kind, null, title, corrects, numbers));
    if (verdict.isAllowed()) {
      return "/office/list.xhtml?faces-redirect=true&list=orders";
    }
    Messages.texts(language.getLanguage(), verdict.refusals())
        .forEach(
            text ->
                FacesContext.getCurrentInstance()
                    .addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, text, null)));
    return null;
  }

  public OrderKind[] getKinds() {
    return OrderKind.values();
  }

  public String getNumber() {
    return number;
  }

  public void setNumber(String number) {
    this.number = number;
  }

  public LocalDate getSignedOn() {
    return signedOn;
  }

  public void setSignedOn(LocalDate signedOn) {
    this.signedOn = signedOn;
  }

  public LocalDate getEffectiveOn() {
    return effectiveOn;
  }

  public void setEffectiveOn(LocalDate effectiveOn) {
    this.effectiveOn = effectiveOn;
  }

  public OrderKind getKind() {
    return kind;
  }

  public void setKind(OrderKind kind) {
    this.kind = kind;
  }

  public String getTitle() {
    return title;
  }

  public void setTitle(String title) {
    this.title = title;
  }

  public String getCorrects() {
    return corrects;
  }

  public void setCorrects(String corrects) {
    this.corrects = corrects;
  }

  public String getStudents() {
    return students;
  }

  public void setStudents(String students) {
    this.students = students;
  }
}
