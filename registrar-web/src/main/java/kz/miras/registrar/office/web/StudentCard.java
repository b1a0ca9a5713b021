package kz.miras.registrar.office.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.achievement.StudyRecord;
import kz.miras.registrar.achievement.service.DebtQueries;
import kz.miras.registrar.achievement.service.summary.FigureQueries;
import kz.miras.registrar.achievement.summary.Figure;
import kz.miras.registrar.frame.web.KeptAddress;
import kz.miras.registrar.frame.web.LanguageChoice;
import kz.miras.registrar.frame.web.May;
import kz.miras.registrar.office.service.ListQueries;
import kz.miras.registrar.registration.service.OfferingQueries;
import kz.miras.registrar.registration.service.OfferingQueries.EnrolmentView;
import kz.miras.registrar.shared.ListQuery;
import kz.miras.registrar.shared.service.ListView;
import kz.miras.registrar.student.service.StudentQueries;
import kz.miras.registrar.student.service.StudentQueries.Card;
import kz.miras.registrar.student.service.StudentQueries.Change;

/** The whole story of a student on one page; the office sees all capabilities together. */
@Named("student")
@ViewScoped
public class StudentCard implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final int MOST = 50;

  @Inject private StudentQueries queries;
  @Inject private FigureQueries figures;
  @Inject private OfferingQueries offerings;
  @Inject private May may;
  @Inject private ListQueries lists;
  @Inject private LanguageChoice language;

  private String id = KeptAddress.parameter("id");
  private String figure = KeptAddress.parameter("why");
  private String of = KeptAddress.parameter("of");
  private LocalDate asOf;
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
    for (String column :
        List.of("number", "issued_on", "kind", "part", "languages", "purpose", "status")) {
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
}
