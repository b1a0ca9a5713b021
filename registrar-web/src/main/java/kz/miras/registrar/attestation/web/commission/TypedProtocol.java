package kz.miras.registrar.attestation.web.commission;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import kz.miras.registrar.attestation.commission.Appearance;
import kz.miras.registrar.attestation.commission.DefenceKind;
import kz.miras.registrar.attestation.commission.PresentedPapers;
import kz.miras.registrar.attestation.commission.ProtocolQuestion;
import kz.miras.registrar.attestation.commission.ProtocolText;
import kz.miras.registrar.shared.LocalizedText;

/** What a protocol says, as it is typed. */
public class TypedProtocol implements Serializable {

  private static final long serialVersionUID = 1L;

  private Appearance appearance;
  private String topicKk;
  private String topicRu;
  private String topicEn;
  private String supervisor;
  private String reviewer;
  private Integer pages;
  private boolean opinion;
  private boolean review;
  private Integer originality;
  private String characteristic;
  private Integer percent;
  private int against;
  private String dissent;
  private boolean honours;
  private final List<Question> questions = new ArrayList<>();

  /** A question as it is typed. */
  public static final class Question implements Serializable {

    private static final long serialVersionUID = 1L;

    private String asker;
    private String text;

    public String getAsker() {
      return asker;
    }

    public void setAsker(String asker) {
      this.asker = asker;
    }

    public String getText() {
      return text;
    }

    public void setText(String text) {
      this.text = text;
    }
  }

  /**
   * Takes over what is kept.
   *
   * @param room how many questions find room at least
   */
  void begin(ProtocolText kept, int room) {
    appearance = kept.appearance();
    topicKk = kept.topic().getKk();
    topicRu = kept.topic().getRu();
    topicEn = kept.topic().getEn();
    supervisor = kept.supervisor();
    reviewer = kept.reviewer();
    pages = kept.papers().pages();
    opinion = kept.papers().opinion();
    review = kept.papers().review();
    originality = kept.papers().originality();
    characteristic = kept.characteristic();
    percent = kept.percent();
    against = kept.against();
    dissent = kept.dissent();
    honours = kept.honours();
    questions.clear();
    for (ProtocolQuestion one : kept.questions()) {
      Question question = new Question();
      question.asker = one.asker();
      question.text = one.text();
      questions.add(question);
    }
    do {
      questions.add(new Question());
    } while (questions.size() < room);
  }

  ProtocolText text(DefenceKind kind) {
    return new ProtocolText(
        kind,
        appearance,
        LocalizedText.of(plain(topicKk), plain(topicRu), plain(topicEn)),
        supervisor,
        reviewer,
        new PresentedPapers(pages, opinion, review, originality),
        questions.stream().map(one -> new ProtocolQuestion(one.asker, one.text)).toList(),
        characteristic,
        percent,
        against,
        dissent,
        honours);
  }

  private static String plain(String text) {
    return text == null ? "" : text.strip();
  }

  public List<Question> getQuestions() {
    return questions;
  }

  public Appearance getAppearance() {
    return appearance;
  }

  public void setAppearance(Appearance appearance) {
    this.appearance = appearance;
  }

  public String getTopicKk() {
    return topicKk;
  }

  public void setTopicKk(String topicKk) {
    this.topicKk = topicKk;
  }

  public String getTopicRu() {
    return topicRu;
  }

  public void setTopicRu(String topicRu) {
    this.topicRu = topicRu;
  }

  public String getTopicEn() {
    return topicEn;
  }

  public void setTopicEn(String topicEn) {
    this.topicEn = topicEn;
  }

  public String getSupervisor() {
    return supervisor;
  }

  public void setSupervisor(String supervisor) {
    this.supervisor = supervisor;
  }

  public String getReviewer() {
    return reviewer;
  }

  public void setReviewer(String reviewer) {
    this.reviewer = reviewer;
  }

  public Integer getPages() {
    return pages;
  }

  public void setPages(Integer pages) {
    this.pages = pages;
  }

  public boolean isOpinion() {
    return opinion;
  }

  public void setOpinion(boolean opinion) {
    this.opinion = opinion;
  }

  public boolean isReview() {
    return review;
  }

  public void setReview(boolean review) {
    this.review = review;
  }

  public Integer getOriginality() {
    return originality;
  }

  public void setOriginality(Integer originality) {
    this.originality = originality;
  }

  public String getCharacteristic() {
    return characteristic;
  }

  public void setCharacteristic(String characteristic) {
    this.characteristic = characteristic;
  }

  public Integer getPercent() {
    return percent;
  }

  public void setPercent(Integer percent) {
    this.percent = percent;
  }

  public int getAgainst() {
    return against;
  }

  public void setAgainst(int against) {
    this.against = against;
  }

  public String getDissent() {
    return dissent;
  }

  public void setDissent(String dissent) {
    this.dissent = dissent;
  }

  public boolean isHonours() {
    return honours;
  }

  public void setHonours(boolean honours) {
    this.honours = honours;
  }
}
