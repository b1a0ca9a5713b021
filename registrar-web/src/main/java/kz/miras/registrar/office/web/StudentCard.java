package kz.miras.registrar.office.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.achievement.StudyRecord;
import kz.miras.registrar.achievement.service.DebtQueries;
import kz.miras.registrar.achievement.service.summary.FigureQueries;
import kz.miras.registrar.achievement.summary.Figure;
import kz.miras.registrar.frame.web.Download;
import kz.miras.registrar.frame.web.KeptAddress;
import kz.miras.registrar.frame.web.LanguageChoice;
import kz.miras.registrar.frame.web.May;
import kz.miras.registrar.frame.web.OnceKey;
import kz.miras.registrar.office.service.ListQueries;
import kz.miras.registrar.registration.service.OfferingQueries;
import kz.miras.registrar.registration.service.OfferingQueries.EnrolmentView;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.ListQuery;
import kz.miras.registrar.shared.service.ListView;
import kz.miras.registrar.student.service.StudentQueries;
import kz.miras.registrar.student.service.StudentQueries.Card;
import kz.miras.registrar.student.service.StudentQueries.Change;
import kz.miras.registrar.transcript.TranscriptPeriod;
import kz.miras.registrar.transcript.service.DocumentDesk;

/** The whole story of a student on one page; the office sees all capabilities together. */
@Named("student")
@ViewScoped
public class StudentCard implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final int MOST = 50;

  @Inject private StudentQueries queries;
  @Inject private FigureQueries figures;
  @Inject private OfferingQueries offerings;
  @Inject private DocumentDesk documents;
  @Inject private May may;
  @Inject private ListQueries lists;
  @Inject private LanguageChoice language;
  @Inject private OnceKey once;

  private String id = KeptAddress.parameter("id");
  private String figure = KeptAddress.parameter("why");
  private String of = KeptAddress.parameter("of");
  private LocalDate asOf;
  private String[] languages = {"kk", "ru", "en"};
  private int copies = 1;
  private String purpose;
  private String fromYear;
  private String toYear;
  private Boolean distribution;
  private transient Card card;
  private transient FigureQueries.View view;
  private transient List<EnrolmentView> enrolments;

  /** Without an id in the address a student sees the own card. */
  public void load() {
    if (id == null || id.isBlank()) {
      id = queries.own();
    }
  }

  public Card getCard() {
    if (card == null) {
      card = queries.card(id);
    }
    return card;
  }

  public boolean isRecordVisible() {
    return may.can(Permissions.ACHIEVEMENT_READ) || may.can(Permissions.TRANSCRIPT_READ);
  }

  /** All figures of the chosen day, read at once. */
  public FigureQueries.View getView() {
    if (view == null) {
      view = figures.view(id, asOf, Figure.named(figure).orElse(null), of);
    }
    return view;
  }

  public StudyRecord getRecord() {
    return getView().record();
  }

  /** Debts and open results of the chosen day. */
  public DebtQueries.Owed getOwed() {
    return getView().owed();
  }

  public List<EnrolmentView> getEnrolments() {
    if (enrolments == null) {
      enrolments = offerings.ofStudent(getCard().key());
    }
    return enrolments;
  }

  /**
   * A document of the student.
   *
   * @param title its number
   * @param cells what else the register shows of it
   */
  public record Issued(String id, String title, List<String> cells) implements Serializable {}

  /** Documents in the register, the newest first; none where the reader may not see them. */
  public List<Issued> getDocuments() {
    // the list itself is unknown to whoever may not read it
    if (!may.can(Permissions.REGISTER_READ)) {
      return List.of();
    }
    ListView view = lists.view("documents");
    ListQuery own =
        new ListQuery(
            0, MOST, "issued_on", false, Map.of("student_no", getCard().studentNo()), null);
    return lists.page("documents", own).rows().stream().map(row -> issued(view, row)).toList();
  }

  private Issued issued(ListView view, ListQueries.Row row) {
    List<String> cells = new ArrayList<>();
    for (String column : List.of("number", "issued_on", "kind", "languages", "purpose", "status")) {
      int index = view.columns().indexOf(view.column(column));
      cells.add(
          ListRows.shown(
              view.columns().get(index), row.values().get(index), language.getLanguage()));
    }
    return new Issued(row.id(), cells.get(0), List.copyOf(cells.subList(1, cells.size())));
  }

  /** The last step of the history on the chosen day; null for the present, and before the first. */
  public Change getThen() {
    return asOf == null
        ? null
        : getCard().changes().stream()
            .filter(change -> !change.on().isAfter(asOf))
            .reduce((earlier, later) -> later)
            .orElse(null);
  }

  /** Shows the record as it stood on the chosen day. */
  public void look() {
    view = null;
  }

  /** Shows a transcript as it would be now. */
  public void preview() throws IOException {
    Download.pdf(getCard().studentNo(), documents.preview(id, chosen(), years()));
  }

  /** Prepares a transcript for signature and goes to it. */
  public String prepare() {
    UUID document = documents.prepare(id, chosen(), copies, purpose, years(), once.getKey());
    return "/transcript/document.xhtml?faces-redirect=true&id=" + document;
  }

  /** Whether the distribution of grades goes with a transcript: of who is on mobility it does. */
  public boolean isDistribution() {
    return distribution == null ? getCard().onMobility() : distribution;
  }

  public void setDistribution(boolean distribution) {
    this.distribution = distribution;
  }

  private TranscriptPeriod years() {
    return new TranscriptPeriod(fromYear, toYear, isDistribution());
  }

  private List<Language> chosen() {
    return java.util.Arrays.stream(languages).map(Language::of).toList();
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }

  /** The day of the address, as figures link to it; null for none. */
  public String getOn() {
    return asOf == null ? null : asOf.toString();
  }

  /** A text that is no day is as good as none. */
  public void setOn(String day) {
    try {
      asOf = day == null || day.isBlank() ? null : LocalDate.parse(day);
    } catch (DateTimeParseException e) {
      asOf = null;
    }
  }

  /** The figure whose explanation is open; null for none. */
  public String getFigure() {
    return figure;
  }

  public void setFigure(String figure) {
    this.figure = figure;
  }

  /** Year or term of the figure. */
  public String getOf() {
    return of;
  }

  public void setOf(String of) {
    this.of = of;
  }

  public LocalDate getAsOf() {
    return asOf;
  }

  public void setAsOf(LocalDate asOf) {
    this.asOf = asOf;
  }

  public String[] getLanguages() {
    return languages.clone();
  }

  public void setLanguages(String[] languages) {
    this.languages = languages.clone();
  }

  public int getCopies() {
    return copies;
  }

  public void setCopies(int copies) {
    this.copies = copies;
  }

  public String getPurpose() {
    return purpose;
  }

  public void setPurpose(String purpose) {
    this.purpose = purpose;
  }

  /** DOC-12. First academic year of the transcript; null for the beginning. */
  public String getFromYear() {
    return fromYear;
  }

  public void setFromYear(String fromYear) {
    this.fromYear = fromYear;
  }

  /** Its last academic year; null for the end. */
  public String getToYear() {
    return toYear;
  }

  public void setToYear(String toYear) {
    this.toYear = toYear;
  }
}
