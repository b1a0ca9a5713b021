package kz.miras.registrar.office.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import kz.miras.registrar.frame.web.KeptAddress;
import kz.miras.registrar.frame.web.LanguageChoice;
import kz.miras.registrar.frame.web.StepForm;
import kz.miras.registrar.office.consultation.ConsultationTopic;
import kz.miras.registrar.office.service.consultation.AskingDesk;
import kz.miras.registrar.office.service.consultation.ConsultationView;
import kz.miras.registrar.office.service.consultation.FrequentQuestionQueries;
import kz.miras.registrar.office.service.consultation.FrequentQuestionView;

/** What a student or teacher finds of consultations: answers, free appointments, own questions. */
@Named("consultations")
@ViewScoped
public class ConsultationsScreen extends StepForm {

  private static final long serialVersionUID = 1L;
  private static final String CARD = "/office/consultation.xhtml?faces-redirect=true&id=";

  /** How many appointments are listed while no day is chosen. */
  private static final int SHOWN = 12;

  @Inject private AskingDesk desk;
  @Inject private FrequentQuestionQueries queries;
  @Inject private LanguageChoice language;

  private String topic;
  private String words;
  private String host;
  private String day;
  private String slot = KeptAddress.parameter("slot");
  private ConsultationTopic about;
  private String question;
  private ConsultationTopic askedAbout;
  private String asked;
  private transient List<FrequentQuestionView.Shown> answers;
  private transient List<ConsultationView.Offer> free;
  private transient List<ConsultationView.Offer> all;
  private transient List<ConsultationView.Line> own;
  private transient List<ConsultationView.Colleague> hosts;

  @Override
  protected void afresh() {
    free = null;
    all = null;
    own = null;
  }

  public ConsultationTopic[] getTopics() {
    return ConsultationTopic.values();
  }

  /** Frequent questions in the reader's language, narrowed to what is looked for. */
  public List<FrequentQuestionView.Shown> getAnswers() {
    if (answers == null) {
      answers = queries.published(chosenTopic(), words, language.getLanguage());
    }
    return answers;
  }

  /** Free appointments, narrowed to what is looked for; of all days only the nearest. */
  public List<ConsultationView.Offer> getFree() {
    return chosenDay() == null ? fitting().stream().limit(SHOWN).toList() : fitting();
  }

  /** How many free appointments there are of what is looked for. */
  public int getFitting() {
    return fitting().size();
  }

  private List<ConsultationView.Offer> fitting() {
    if (free == null) {
      free = desk.free(chosenTopic(), host, chosenDay());
    }
    return free;
  }

  /** All free appointments, whatever is looked for. */
  private List<ConsultationView.Offer> all() {
    if (all == null) {
      all = desk.free(null, null, null);
    }
    return all;
  }

  /** Days on which there are free appointments. */
  public List<LocalDate> getDays() {
    return all().stream().map(one -> one.meeting().start().toLocalDate()).distinct().toList();
  }

  /** Who keeps free appointments. */
  public List<ConsultationView.Colleague> getHosts() {
    if (hosts == null) {
      hosts = desk.hosts();
    }
    return hosts;
  }

  /** The appointment that is about to be booked; null for none. */
  public ConsultationView.Offer getChosen() {
    return slot == null
        ? null
        : all().stream().filter(one -> one.meeting().slot().equals(slot)).findFirst().orElse(null);
  }

  public List<ConsultationView.Line> getOwn() {
    if (own == null) {
      own = desk.own();
    }
    return own;
  }

  /** Books the chosen appointment and goes to it. */
  public String book() {
    return step(() -> CARD + desk.book(slot, about, question), "office.consultation.done.booked");
  }

  /** Asks in writing and goes to the question. */
  public String ask() {
    return step(() -> CARD + desk.ask(askedAbout, asked), "office.consultation.done.asked");
  }

  private ConsultationTopic chosenTopic() {
    for (ConsultationTopic one : ConsultationTopic.values()) {
      if (one.name().equals(topic)) {
        return one;
      }
    }
    return null;
  }

  private LocalDate chosenDay() {
    return getDays().stream().filter(one -> one.toString().equals(day)).findFirst().orElse(null);
  }

  /** Whether something is looked for. */
  public boolean isNarrowed() {
    return chosenTopic() != null || words != null && !words.isBlank();
  }

  public String getTopic() {
    return topic;
  }

  public void setTopic(String topic) {
    this.topic = topic;
  }

  public String getWords() {
    return words;
  }

  public void setWords(String words) {
    this.words = words;
  }

  public String getHost() {
    return host;
  }

  public void setHost(String host) {
    this.host = host;
  }

  public String getDay() {
    return day;
  }

  public void setDay(String day) {
    this.day = day;
  }

  public String getSlot() {
    return slot;
  }

  public void setSlot(String slot) {
    this.slot = slot;
  }

  /**
   * What the booking is about; to begin with what is looked for where the hours are for it, or the
   * only topic they are for.
   */
  public ConsultationTopic getAbout() {
    if (about == null && getChosen() != null) {
      List<ConsultationTopic> topics = getChosen().topics();
      about =
          topics.size() == 1
              ? topics.get(0)
              : topics.stream().filter(one -> one == chosenTopic()).findFirst().orElse(null);
    }
    return about;
  }

  public void setAbout(ConsultationTopic about) {
    this.about = about;
  }

  public String getQuestion() {
    return question;
  }

  public void setQuestion(String question) {
    this.question = question;
  }

  public ConsultationTopic getAskedAbout() {
    return askedAbout == null ? chosenTopic() : askedAbout;
  }

  public void setAskedAbout(ConsultationTopic askedAbout) {
    this.askedAbout = askedAbout;
  }

  public String getAsked() {
    return asked;
  }

  public void setAsked(String asked) {
    this.asked = asked;
  }
}
