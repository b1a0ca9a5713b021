package kz.miras.registrar.correspondence.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import kz.miras.registrar.correspondence.LetterCategory;
import kz.miras.registrar.correspondence.LetterFacts;
import kz.miras.registrar.correspondence.LetterKind;
import kz.miras.registrar.correspondence.service.DraftDesk;
import kz.miras.registrar.correspondence.service.LetterQueries;
import kz.miras.registrar.correspondence.service.LetterView;
import kz.miras.registrar.frame.web.KeptAddress;
import kz.miras.registrar.frame.web.LanguageChoice;
import kz.miras.registrar.frame.web.StepForm;
import kz.miras.registrar.shared.Language;

/** Writes a letter of the office: a new one, a reply, or a draft that is not agreed yet. */
@Named("letterDraft")
@ViewScoped
public class LetterDraft extends StepForm {

  private static final long serialVersionUID = 1L;

  @Inject private DraftDesk desk;
  @Inject private LetterQueries queries;
  @Inject private LanguageChoice language;

  private String id = KeptAddress.parameter("id");
  private String replyTo = KeptAddress.parameter("reply");
  private boolean begun;
  private String wording;
  private String name;
  private String address;
  private String subject;
  private String body;
  private int enclosures;
  private boolean restricted;
  private String basis;
  private LetterKind kind = LetterKind.LETTER;
  private LetterCategory category;
  private String letterLanguage = "ru";
  private transient LetterView answered;
  private transient List<String> names;
  private transient List<LetterQueries.Wording> wordings;

  @Override
  protected void afresh() {
    answered = null;
  }

  /**
   * Fills the form the first time it is shown: with the draft, or with what a reply begins with.
   */
  public void begin() {
    if (begun) {
      return;
    }
    begun = true;
    if (id != null) {
      read(queries.view(id));
    } else if (getAnswered() != null) {
      LetterFacts facts = getAnswered().facts();
      name = facts.name();
      address = getAnswered().email();
      kind = LetterKind.REPLY;
      category = facts.category();
      subject = facts.subject();
      letterLanguage = facts.language().tag();
      restricted = facts.restricted();
      wording = KeptAddress.parameter("wording");
      body = wording == null ? null : queries.wording(replyTo, wording, facts.language());
    }
  }

  private void read(LetterView view) {
    LetterFacts facts = view.facts();
    replyTo = view.answers() == null ? null : view.answers().id();
    name = facts.name();
    address = view.address();
    kind = facts.kind();
    category = facts.category();
    subject = facts.subject();
    body = facts.body();
    letterLanguage = facts.language().tag();
    enclosures = facts.enclosures();
    restricted = facts.restricted();
    basis = view.basis();
  }

  /** The letter it answers; null for none. */
  public LetterView getAnswered() {
    if (answered == null && replyTo != null) {
      answered = queries.view(replyTo);
    }
    return answered;
  }

  /** Names of known correspondents. */
  public List<String> getNames() {
    if (names == null) {
      names = queries.correspondents(language.getLanguage());
    }
    return names;
  }

  public List<LetterKind> getKinds() {
    return List.of(
        LetterKind.LETTER,
        LetterKind.REPLY,
        LetterKind.REQUEST,
        LetterKind.NOTICE,
        LetterKind.PROPOSAL,
        LetterKind.OTHER);
  }

  public LetterCategory[] getCategories() {
    return LetterCategory.values();
  }

  /** Wordings to begin a reply with; what the record says has a form of its own. */
  public List<LetterQueries.Wording> getWordings() {
    if (wordings == null) {
      wordings = queries.wordings();
    }
    return wordings;
  }

  public String getWording() {
    return wording;
  }

  /** Keeps the draft and shows it. */
  public String write() {
    String blank = basis == null || basis.isBlank() ? null : basis.strip();
    return step(
        () -> {
          String kept = id;
          if (id == null) {
            kept = desk.write(facts(), replyTo, address, blank);
          } else {
            desk.rewrite(id, facts(), address, blank);
          }
          return "/correspondence/letter.xhtml?faces-redirect=true&id=" + kept;
        },
        "correspondence.done.drafted");
  }

  private LetterFacts facts() {
    return new LetterFacts(
        null,
        name,
        null,
        null,
        kind,
        category,
        subject,
        body,
        Language.of(letterLanguage),
        1,
        enclosures,
        restricted);
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }

  public String getReplyTo() {
    return replyTo;
  }

  public void setReplyTo(String replyTo) {
    this.replyTo = replyTo;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getAddress() {
    return address;
  }

  public void setAddress(String address) {
    this.address = address;
  }

  public LetterKind getKind() {
    return kind;
  }

  public void setKind(LetterKind kind) {
    this.kind = kind;
  }

  public LetterCategory getCategory() {
    return category;
  }

  public void setCategory(LetterCategory category) {
    this.category = category;
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

  public String getLetterLanguage() {
    return letterLanguage;
  }

  public void setLetterLanguage(String letterLanguage) {
    this.letterLanguage = letterLanguage;
  }

  public int getEnclosures() {
    return enclosures;
  }

  public void setEnclosures(int enclosures) {
    this.enclosures = enclosures;
  }

  public boolean isRestricted() {
    return restricted;
  }

  public void setRestricted(boolean restricted) {
    this.restricted = restricted;
  }

  public String getBasis() {
    return basis;
  }

  public void setBasis(String basis) {
    this.basis = basis;
  }
}
