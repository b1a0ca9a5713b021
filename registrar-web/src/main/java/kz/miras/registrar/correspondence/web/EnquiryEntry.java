package kz.miras.registrar.correspondence.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import kz.miras.registrar.correspondence.service.EnquiryDesk;
import kz.miras.registrar.correspondence.service.LetterQueries;
import kz.miras.registrar.correspondence.service.LetterView;
import kz.miras.registrar.frame.web.KeptAddress;
import kz.miras.registrar.frame.web.LanguageChoice;
import kz.miras.registrar.frame.web.StepForm;

/** Asks a department for what the office needs. */
@Named("enquiry")
@ViewScoped
public class EnquiryEntry extends StepForm {

  private static final long serialVersionUID = 1L;

  @Inject private EnquiryDesk desk;
  @Inject private LetterQueries queries;
  @Inject private LanguageChoice language;

  private String about = KeptAddress.parameter("about");
  private String asked;
  private String subject;
  private String body;
  private LocalDate due;
  private boolean restricted;
  private transient LetterView needed;
  private transient List<LetterView.Person> departments;

  @Override
  protected void afresh() {
    needed = null;
  }

  /** The letter it is needed for; null for none. */
  public LetterView getNeeded() {
    if (needed == null && about != null) {
      needed = queries.view(about);
    }
    return needed;
  }

  /** Who answers for departments. */
  public List<LetterView.Person> getDepartments() {
    if (departments == null) {
      departments = desk.departments();
    }
    return departments;
  }

  /** Keeps it and shows it. */
  public String write() {
    return step(
        () ->
            "/correspondence/letter.xhtml?faces-redirect=true&id="
                + desk.write(asked, subject, body, language.getLanguage(), due, restricted, about),
        "correspondence.done.enquiry");
  }

  public String getAbout() {
    return about;
  }

  public void setAbout(String about) {
    this.about = about;
  }

  public String getAsked() {
    return asked;
  }

  public void setAsked(String asked) {
    this.asked = asked;
  }

  public String getSubject() {
    return subject;
  }

  public void setSubject(String subject) {
    this.subject = subject;
  }

  public String getBody() {
    return body;
  }

  public void setBody(String body) {
    this.body = body;
  }

  /** By when; to begin with the usual day. */
  public LocalDate getDue() {
    if (due == null) {
      due = desk.usualDay();
    }
    return due;
  }

  public void setDue(LocalDate due) {
    this.due = due;
  }

  public boolean isRestricted() {
    return restricted;
  }

  public void setRestricted(boolean restricted) {
    this.restricted = restricted;
  }
}
