package kz.miras.registrar.correspondence.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import kz.miras.registrar.correspondence.LetterCategory;
import kz.miras.registrar.correspondence.LetterChannel;
import kz.miras.registrar.correspondence.LetterFacts;
import kz.miras.registrar.correspondence.LetterKind;
import kz.miras.registrar.correspondence.service.LetterDesk;
import kz.miras.registrar.correspondence.service.LetterQueries;
import kz.miras.registrar.correspondence.service.LetterReceipt;
import kz.miras.registrar.correspondence.service.LetterView;
import kz.miras.registrar.frame.web.KeptAddress;
import kz.miras.registrar.frame.web.LanguageChoice;
import kz.miras.registrar.frame.web.StepForm;
import kz.miras.registrar.shared.Language;

/**
 * Registers letters that come, one after the other: the next one begins with the case, the way and
 * the kind of the one before.
 */
@Named("letterEntry")
@ViewScoped
public class LetterEntry extends StepForm {

  private static final long serialVersionUID = 1L;
  private static final String PAGE = "/correspondence/register.xhtml?faces-redirect=true";

  @Inject private LetterDesk desk;
  @Inject private LetterQueries queries;
  @Inject private LanguageChoice language;

  private String fileCase = KeptAddress.parameter("case");
  private LetterChannel channel = named(LetterChannel.class, "channel", LetterChannel.PAPER);
  private String name;
  private String theirNumber;
  private LocalDate theirDate;
  private LetterKind kind = named(LetterKind.class, "kind", LetterKind.LETTER);
  private LetterCategory category = named(LetterCategory.class, "category", null);
  private String subject;
  private String body;
  private String letterLanguage = "ru";
  private int sheets = 1;
  private int enclosures;
  private boolean restricted;
  private String student;
  private String replyTo;
  private transient List<Part> files;
  private transient List<LetterQueries.Case> cases;
  private transient List<String> names;
  private transient LetterView last;

  private static <E extends Enum<E>> E named(Class<E> of, String parameter, E otherwise) {
    E named = KeptAddress.choice(of, parameter);
    return named == null ? otherwise : named;
  }

  @Override
  protected void afresh() {
    cases = null;
  }

  /** Open cases of this year. */
  public List<LetterQueries.Case> getCases() {
    if (cases == null) {
      cases = queries.cases();
    }
    return cases;
  }

  /** Names of known correspondents. */
  public List<String> getNames() {
    if (names == null) {
      names = queries.correspondents(language.getLanguage());
    }
    return names;
  }

  public LetterChannel[] getChannels() {
    return LetterChannel.values();
  }

  /** Kinds of letters from outside. */
  public List<LetterKind> getKinds() {
    return List.of(LetterKind.values()).stream()
        .filter(one -> one != LetterKind.ENQUIRY && one != LetterKind.SERVICE_NOTE)
        .toList();
  }

  public LetterCategory[] getCategories() {
    return LetterCategory.values();
  }

  /** Registers it and goes on with the next one. */
  public String next() {
    return registered(
        receipt ->
            PAGE
                + "&case="
                + fileCase
                + "&channel="
                + channel
                + "&kind="
                + kind
                + "&category="
                + category
                + "&last="
                + receipt.id());
  }

  /** Registers it and shows it. */
  public String register() {
    return registered(
        receipt -> "/correspondence/letter.xhtml?faces-redirect=true&id=" + receipt.id());
  }

  private String registered(Function<LetterReceipt, String> to) {
    return step(
        () ->
            to.apply(
                desk.register(fileCase, channel, facts(), student, replyTo, Uploads.of(files))),
        "correspondence.done.registered");
  }

  /** The letter registered just before; null for none. */
  public LetterView getLast() {
    if (last == null && KeptAddress.parameter("last") != null) {
      last = queries.view(KeptAddress.parameter("last"));
    }
    return last;
  }

  private LetterFacts facts() {
    return new LetterFacts(
        null,
        name,
        theirNumber == null || theirNumber.isBlank() ? null : theirNumber.strip(),
        theirDate,
        kind,
        category,
        subject,
        body,
        Language.of(letterLanguage),
        sheets,
        enclosures,
        restricted);
  }

  public String getFileCase() {
    return fileCase;
  }

  public void setFileCase(String fileCase) {
    this.fileCase = fileCase;
  }

  public LetterChannel getChannel() {
    return channel;
  }

  public void setChannel(LetterChannel channel) {
    this.channel = channel;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getTheirNumber() {
    return theirNumber;
  }

  public void setTheirNumber(String theirNumber) {
    this.theirNumber = theirNumber;
  }

  public LocalDate getTheirDate() {
    return theirDate;
  }

  public void setTheirDate(LocalDate theirDate) {
    this.theirDate = theirDate;
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

  public int getSheets() {
    return sheets;
  }

  public void setSheets(int sheets) {
    this.sheets = sheets;
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

  public String getStudent() {
    return student;
  }

  public void setStudent(String student) {
    this.student = student;
  }

  public String getReplyTo() {
    return replyTo;
  }

  public void setReplyTo(String replyTo) {
    this.replyTo = replyTo;
  }

  public List<Part> getFiles() {
    return files;
  }

  public void setFiles(List<Part> files) {
    this.files = files;
  }
}
