package kz.miras.registrar.registration.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.frame.web.May;
import kz.miras.registrar.frame.web.Notice;
import kz.miras.registrar.registration.HoldKind;
import kz.miras.registrar.registration.service.HoldDesk;
import kz.miras.registrar.registration.service.HoldQueries;
import kz.miras.registrar.registration.service.HoldView;
import kz.miras.registrar.shared.Verdict;

/** Holds of one student, on the card: reading, placing, removing. */
@Named("holds")
@ViewScoped
public class StudentHolds implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private HoldQueries queries;
  @Inject private HoldDesk desk;
  @Inject private Notice notice;
  @Inject private May may;

  private boolean open;
  private HoldKind kind;
  private String reason;
  private String contact;
  private String document;
  private String removing;
  private String why;
  private Map<String, String> problems = Map.of();
  private transient List<HoldView> known;

  /** Those that stand, the newest first, and behind them those of the past. */
  public List<HoldView> of(String student) {
    if (!may.can(Permissions.HOLD_READ)) {
      return List.of();
    }
    if (known == null) {
      List<HoldView> all = queries.ofStudent(student);
      known =
          java.util.stream.Stream.concat(
                  all.stream().filter(HoldView::isActive),
                  all.stream().filter(hold -> !hold.isActive()))
              .toList();
    }
    return known;
  }

  /** Opens the form of a new hold. */
  public void begin() {
    open = true;
    removing = null;
    kind = desk.kinds().get(0);
  }

  /** Places what is typed. */
  public void place(String student) {
    Verdict verdict = desk.place(new HoldDesk.Typed(student, kind, reason, contact, document));
    problems = notice.show(verdict);
    if (verdict.isAllowed()) {
      notice.done("registration.hold.done.placed");
      close();
      reason = null;
      document = null;
    }
  }

  /** Opens the form that removes a hold. */
  public void choose(String hold) {
    close();
    removing = hold;
  }

  /** Removes the chosen one. */
  public void remove() {
    Verdict verdict = desk.remove(removing, why);
    problems = notice.show(verdict);
    if (verdict.isAllowed()) {
      notice.done("registration.hold.done.removed");
      close();
    }
  }

  /** Closes the forms. */
  public void close() {
    open = false;
    removing = null;
    why = null;
    known = null;
  }

  public List<HoldKind> getKinds() {
    return desk.kinds();
  }

  public List<String> getContacts() {
    return desk.contacts();
  }

  public boolean isOpen() {
    return open;
  }

  public HoldKind getKind() {
    return kind;
  }

  public void setKind(HoldKind kind) {
    this.kind = kind;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }

  public String getContact() {
    return contact;
  }

  public void setContact(String contact) {
    this.contact = contact;
  }

  public String getDocument() {
    return document;
  }

  public void setDocument(String document) {
    this.document = document;
  }

  public String getRemoving() {
    return removing;
  }

  public String getWhy() {
    return why;
  }

  public void setWhy(String why) {
    this.why = why;
  }

  public Map<String, String> getProblems() {
    return problems;
  }
}
