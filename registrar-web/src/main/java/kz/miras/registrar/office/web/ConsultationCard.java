package kz.miras.registrar.office.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import kz.miras.registrar.frame.web.KeptAddress;
import kz.miras.registrar.frame.web.LanguageChoice;
import kz.miras.registrar.frame.web.StepForm;
import kz.miras.registrar.office.consultation.ConsultationOutcome;
import kz.miras.registrar.office.consultation.ConsultationTopic;
import kz.miras.registrar.office.consultation.RecordedAnswer;
import kz.miras.registrar.office.service.consultation.AnswerDesk;
import kz.miras.registrar.office.service.consultation.AskingDesk;
import kz.miras.registrar.office.service.consultation.ConsultationQueries;
import kz.miras.registrar.office.service.consultation.ConsultationView;
import kz.miras.registrar.office.service.consultation.FrequentQuestionDesk;

/** A consultation with its journal, and what its reader may do with it. */
@Named("consultation")
@ViewScoped
public class ConsultationCard extends StepForm {

  private static final long serialVersionUID = 1L;
  private static final String PAGE = "/office/consultation.xhtml?faces-redirect=true&id=";

  @Inject private ConsultationQueries queries;
  @Inject private AskingDesk asking;
  @Inject private AnswerDesk answering;
  @Inject private FrequentQuestionDesk questions;
  @Inject private LanguageChoice language;

  private String id = KeptAddress.parameter("id");
  private ConsultationTopic topic;
  private ConsultationOutcome outcome;
  private String answer;
  private String reason;
  private String to;
  private transient ConsultationView view;
  private transient List<ConsultationView.Colleague> colleagues;

  public ConsultationView getView() {
    if (view == null) {
      view = queries.view(id);
    }
    return view;
  }

  @Override
  protected void afresh() {
    view = null;
  }

  public ConsultationTopic[] getTopics() {
    return ConsultationTopic.values();
  }

  public ConsultationOutcome[] getOutcomes() {
    return ConsultationOutcome.values();
  }

  /** Who may be handed the question; nobody where the reader hands on nothing. */
  public List<ConsultationView.Colleague> getColleagues() {
    if (colleagues == null) {
      colleagues = getView().may().hand() ? queries.colleagues() : List.of();
    }
    return colleagues;
  }

  public String cancel() {
    return done(() -> asking.cancel(id), "cancelled");
  }

  public String record() {
    return done(() -> answering.record(id, typed()), "answered");
  }

  public String correct() {
    return done(() -> answering.correct(id, typed(), reason), "corrected");
  }

  public String missed() {
    return done(() -> answering.missed(id), "missed");
  }

  public String take() {
    return done(() -> answering.take(id), "taken");
  }

  public String hand() {
    return done(() -> answering.handTo(id, to), "handed");
  }

  /** Offers the answer as a frequent question and goes to write it in the other languages. */
  public String offer() {
    return step(
        () ->
            "/office/faq.xhtml?faces-redirect=true&id="
                + questions.offer(id, language.getLanguage()),
        "office.consultation.done.offered");
  }

  private RecordedAnswer typed() {
    return new RecordedAnswer(topic, outcome, answer);
  }

  private String done(Runnable work, String what) {
    return step(PAGE + id, work, "office.consultation.done." + what);
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }

  /** The topic of the answer; to begin with the one that stands, or what was asked about. */
  public ConsultationTopic getTopic() {
    if (topic == null) {
      ConsultationView.Entry standing = getView().standing();
      topic = standing == null ? getView().topic() : standing.answer().topic();
    }
    return topic;
  }

  public void setTopic(ConsultationTopic topic) {
    this.topic = topic;
  }

  /** What the answer came to; to begin with that of the one that stands. */
  public ConsultationOutcome getOutcome() {
    if (outcome == null && getView().standing() != null) {
      outcome = getView().standing().answer().outcome();
    }
    return outcome;
  }

  public void setOutcome(ConsultationOutcome outcome) {
    this.outcome = outcome;
  }

  /** The words; to begin with those of the answer that stands. */
  public String getAnswer() {
    if (answer == null && getView().standing() != null) {
      answer = getView().standing().answer().answer();
    }
    return answer;
  }

  public void setAnswer(String answer) {
    this.answer = answer;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }

  public String getTo() {
    return to;
  }

  public void setTo(String to) {
    this.to = to;
  }
}
