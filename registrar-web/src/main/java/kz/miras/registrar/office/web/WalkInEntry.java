package kz.miras.registrar.office.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import kz.miras.registrar.frame.web.StepForm;
import kz.miras.registrar.office.consultation.AskerKind;
import kz.miras.registrar.office.consultation.ConsultationOutcome;
import kz.miras.registrar.office.consultation.ConsultationTopic;
import kz.miras.registrar.office.consultation.RecordedAnswer;
import kz.miras.registrar.office.service.consultation.AnswerDesk;

/** Records somebody who came without an appointment. */
@Named("walkIn")
@ViewScoped
public class WalkInEntry extends StepForm {

  private static final long serialVersionUID = 1L;

  @Inject private AnswerDesk desk;

  private AskerKind kind = AskerKind.STUDENT;
  private String person;
  private String question;
  private ConsultationTopic topic;
  private ConsultationOutcome outcome;
  private String answer;

  @Override
  protected void afresh() {
    // nothing was read
  }

  /** Records it and goes to its card. */
  public String record() {
    return step(
        () ->
            "/office/consultation.xhtml?faces-redirect=true&id="
                + desk.walkIn(
                    new AnswerDesk.WalkIn(kind, person, question),
                    new RecordedAnswer(topic, outcome, answer)),
        "office.consultation.done.answered");
  }

  public AskerKind[] getKinds() {
    return AskerKind.values();
  }

  public ConsultationTopic[] getTopics() {
    return ConsultationTopic.values();
  }

  public ConsultationOutcome[] getOutcomes() {
    return ConsultationOutcome.values();
  }

  public AskerKind getKind() {
    return kind;
  }

  public void setKind(AskerKind kind) {
    this.kind = kind;
  }

  public String getPerson() {
    return person;
  }

  public void setPerson(String person) {
    this.person = person;
  }

  public String getQuestion() {
    return question;
  }

  public void setQuestion(String question) {
    this.question = question;
  }

  public ConsultationTopic getTopic() {
    return topic;
  }

  public void setTopic(ConsultationTopic topic) {
    this.topic = topic;
  }

  public ConsultationOutcome getOutcome() {
    return outcome;
  }

  public void setOutcome(ConsultationOutcome outcome) {
    this.outcome = outcome;
  }

  public String getAnswer() {
    return answer;
  }

  public void setAnswer(String answer) {
    this.answer = answer;
  }
}
