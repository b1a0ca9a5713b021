package kz.miras.registrar.office.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import kz.miras.registrar.frame.web.KeptAddress;
import kz.miras.registrar.office.service.consultation.ConsultationQueries;
import kz.miras.registrar.office.service.consultation.ConsultationView;
import kz.miras.registrar.shared.service.UniversityTime;

/** The day of those who advise: its appointments, and the questions that wait for an answer. */
@Named("consultationDay")
@ViewScoped
public class ConsultationDay implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private ConsultationQueries queries;
  @Inject private UniversityTime time;

  private LocalDate day = KeptAddress.day("on");
  private transient List<ConsultationView.Offer> appointments;
  private transient List<ConsultationView.Line> questions;

  public List<ConsultationView.Offer> getAppointments() {
    if (appointments == null) {
      appointments = queries.day(getDay());
    }
    return appointments;
  }

  public List<ConsultationView.Line> getQuestions() {
    if (questions == null) {
      questions = queries.waiting();
    }
    return questions;
  }

  /** Shows another day. */
  public String show() {
    return "/office/consultation-day.xhtml?faces-redirect=true&on=" + getDay();
  }

  /** The day that is shown; today where none is named. */
  public LocalDate getDay() {
    return day == null ? time.today() : day;
  }

  public void setDay(LocalDate day) {
    this.day = day;
  }

  public LocalDate getBefore() {
    return getDay().minusDays(1);
  }

  public LocalDate getAfter() {
    return getDay().plusDays(1);
  }
}
