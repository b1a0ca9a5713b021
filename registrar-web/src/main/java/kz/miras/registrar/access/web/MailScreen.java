package kz.miras.registrar.access.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import kz.miras.registrar.access.service.mail.MailDesk;
import kz.miras.registrar.shared.Verdict;

/** A mail with its attempts; one that failed is tried again, or all of them. */
@Named("mail")
@ViewScoped
public class MailScreen implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private MailDesk desk;
  @Inject private Answers answers;

  private String id;
  private transient MailDesk.View view;

  public MailDesk.View getView() {
    if (view == null) {
      view = desk.mail(id);
    }
    return view;
  }

  /** Tries this mail again. */
  public String again() {
    return tried(desk.again(id));
  }

  /** Tries every mail that has failed again. */
  public String all() {
    return tried(desk.again(""));
  }

  private String tried(int mails) {
    answers.tell(
        Verdict.allowed(), mails == 0 ? "access.mail.nothing-failed" : "access.mail.tried");
    return "/access/mail.xhtml?faces-redirect=true&id=" + id;
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }
}
