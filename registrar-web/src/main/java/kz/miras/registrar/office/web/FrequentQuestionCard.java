package kz.miras.registrar.office.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.frame.web.KeptAddress;
import kz.miras.registrar.frame.web.StepForm;
import kz.miras.registrar.office.consultation.ConsultationTopic;
import kz.miras.registrar.office.consultation.FrequentQuestionText;
import kz.miras.registrar.office.service.consultation.FrequentQuestionDesk;
import kz.miras.registrar.office.service.consultation.FrequentQuestionQueries;
import kz.miras.registrar.office.service.consultation.FrequentQuestionView;
import kz.miras.registrar.shared.Language;

/** A frequent question: written in three languages, proposed, published or sent back. */
@Named("faq")
@ViewScoped
public class FrequentQuestionCard extends StepForm {

  private static final long serialVersionUID = 1L;
  private static final String PAGE = "/office/faq.xhtml?faces-redirect=true&id=";

  @Inject private FrequentQuestionQueries queries;
  @Inject private FrequentQuestionDesk desk;

  private String id = KeptAddress.parameter("id");
  private ConsultationTopic topic;
  private Map<String, String> questions;
  private Map<String, String> answers;
  private String note;
  private transient FrequentQuestionView view;

  /** The one of the address; null for a new one. */
  public FrequentQuestionView getView() {
    if (view == null && id != null && !id.isEmpty()) {
      view = queries.view(id);
    }
    return view;
  }

  @Override
  protected void afresh() {
    view = null;
  }

  public List<Language> getLanguages() {
    return List.of(Language.values());
  }

  public ConsultationTopic[] getTopics() {
    return ConsultationTopic.values();
  }

  /** Keeps what is written so far. */
  public String save() {
    return step(() -> PAGE + write(), "office.consultation.done.written");
  }

  /** Keeps it and proposes it for publication; what is kept stays where it is not complete. */
  public String propose() {
    return step(
        () -> {
          id = write();
          desk.propose(id);
          return PAGE + id;
        },
        "office.consultation.done.proposed");
  }

  private String write() {
    return desk.write(
        id, topic, new FrequentQuestionText(byLanguage(questions), byLanguage(answers)));
  }

  private static Map<Language, String> byLanguage(Map<String, String> typed) {
    Map<Language, String> texts = new EnumMap<>(Language.class);
    if (typed != null) {
      typed.forEach((tag, text) -> texts.put(Language.of(tag), text));
    }
    return texts;
  }

  public String publish() {
    return done(() -> desk.publish(id), "published");
  }

  public String giveBack() {
    return done(() -> desk.giveBack(id, note), "returned");
  }

  public String withdraw() {
    return done(() -> desk.withdraw(id, note), "withdrawn");
  }

  /** Goes to the one that is to take its place. */
  public String revise() {
    return step(() -> PAGE + desk.revise(id), "office.consultation.done.revised");
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

  /** The topic; to begin with the one it is kept under. */
  public ConsultationTopic getTopic() {
    return topic == null && getView() != null ? getView().topic() : topic;
  }

  public void setTopic(ConsultationTopic topic) {
    this.topic = topic;
  }

  /** The questions by tag of the language; to begin with those that are kept. */
  public Map<String, String> getQuestions() {
    if (questions == null) {
      questions = new HashMap<>();
      if (getView() != null) {
        getView().text().questions().forEach((one, text) -> questions.put(one.tag(), text));
      }
    }
    return questions;
  }

  /** The answers by tag of the language; to begin with those that are kept. */
  public Map<String, String> getAnswers() {
    if (answers == null) {
      answers = new HashMap<>();
      if (getView() != null) {
        getView().text().answers().forEach((one, text) -> answers.put(one.tag(), text));
      }
    }
    return answers;
  }

  public String getNote() {
    return note;
  }

  public void setNote(String note) {
    this.note = note;
  }
}
