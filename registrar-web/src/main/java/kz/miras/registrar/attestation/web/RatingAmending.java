package kz.miras.registrar.attestation.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.miras.registrar.attestation.BasisDocument;
import kz.miras.registrar.attestation.rating.RatingCell;
import kz.miras.registrar.attestation.rating.RatingGrid;
import kz.miras.registrar.attestation.service.rating.RatingAmendDesk;
import kz.miras.registrar.attestation.service.rating.RatingAmendQueries;
import kz.miras.registrar.attestation.service.rating.RatingAmendQueries.Amended;
import kz.miras.registrar.frame.web.Notice;
import kz.miras.registrar.frame.web.Words;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;

/** Mending named rows of a closed journal: cells are gathered, then asked for on one document. */
@Named("ratingAmending")
@ViewScoped
public class RatingAmending implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private RatingScreen page;
  @Inject private RatingAmendDesk desk;
  @Inject private RatingAmendQueries queries;
  @Inject private Notice notice;
  @Inject private Words words;

  private TypedBasis basis = new TypedBasis(BasisDocument.Type.MEMO);
  private final List<RatingCell> cells = new ArrayList<>();
  private final Map<String, String> notes = new HashMap<>();
  private Long row;
  private String column = "rk";
  private String text;
  private boolean begun;
  private Map<String, String> problems = Map.of();
  private transient Amended amended;

  /** What is known of the journal of the page; null while it is not closed. */
  public Amended getAmended() {
    if (amended == null && page.getGrid().status().isPosted()) {
      amended = queries.of(page.getId());
    }
    return amended;
  }

  /** Students of the journal who have not left, by name. */
  public Map<String, Long> getRows() {
    Map<String, Long> rows = new LinkedHashMap<>();
    page.getGrid().rows().stream()
        .filter(one -> !one.withdrawn())
        .forEach(one -> rows.put(one.student() + " · " + one.studentNo(), one.id()));
    return rows;
  }

  /** Columns by heading. */
  public Map<String, String> getColumns() {
    Map<String, String> columns = new LinkedHashMap<>();
    columns.put(heading("rk"), "rk");
    page.getGrid().weeks().forEach(week -> columns.put(heading("w" + week), "w" + week));
    columns.put(heading("total"), "total");
    columns.put(heading("valid"), "valid");
    return columns;
  }

  /** Heading of a column of the journal. */
  public String heading(String name) {
    return switch (name) {
      case "rk" ->
          words.get(
              page.getGrid().period().number() == 1
                  ? "attestation.col.first"
                  : "attestation.col.second");
      case "total" -> words.get("attestation.rating.total");
      case "valid" -> words.get("attestation.rating.valid");
      default -> words.of("attestation.rating.week", Integer.valueOf(name.substring(1)));
    };
  }

  /** Puts the cell typed to those asked for; one named before is replaced. */
  public void add() {
    begun = true;
    if (row != null) {
      RatingCell cell = new RatingCell(row, column, text, null);
      cells.removeIf(one -> one.row() == cell.row() && one.column().equals(cell.column()));
      cells.add(cell);
      text = null;
    }
  }

  /** Takes a cell out again. */
  public void drop(RatingCell cell) {
    cells.remove(cell);
  }

  /** Name of the student of a cell. */
  public String student(RatingCell cell) {
    return page.getGrid().rows().stream()
        .filter(one -> one.id() == cell.row())
        .map(RatingGrid.Row::student)
        .findFirst()
        .orElse("");
  }

  /** Asks for what was gathered; one that was typed and not put to it yet counts too. */
  public void ask() {
    if (text != null && !text.isBlank()) {
      add();
    }
    Verdict verdict = desk.request(page.getId(), basis.document(), cells);
    problems = notice.show(verdict);
    begun = !verdict.isAllowed();
    if (verdict.isAllowed()) {
      cells.clear();
      basis = new TypedBasis(BasisDocument.Type.MEMO);
      notice.say("attestation.rating.amend.asked");
      amended = null;
    }
  }

  /** Approves a request. */
  public void approve(String id) {
    decide(id, true);
  }

  /** Rejects it. */
  public void reject(String id) {
    decide(id, false);
  }

  /** Takes an own request back. */
  public void withdraw(String id) {
    told(
        () -> desk.withdraw(page.getId(), UUID.fromString(id)),
        "attestation.rating.amend.taken-back");
  }

  private void decide(String id, boolean approved) {
    told(
        () -> desk.decide(page.getId(), UUID.fromString(id), approved, notes.get(id)),
        approved ? "attestation.rating.amend.approved" : "attestation.rating.amend.rejected");
  }

  private void told(Runnable act, String done) {
    try {
      act.run();
      notice.say(done);
      page.anew();
    } catch (RegistrarException.Refused refused) {
      notice.tell(refused);
    }
    amended = null;
  }

  /** Whether a request has been begun and not been sent yet: its form is not folded away. */
  public boolean isBegun() {
    return begun;
  }

  public List<RatingCell> getCells() {
    return cells;
  }

  public TypedBasis getBasis() {
    return basis;
  }

  /** Remarks on decisions, by request. */
  public Map<String, String> getNotes() {
    return notes;
  }

  public Map<String, String> getProblems() {
    return problems;
  }

  public Long getRow() {
    return row;
  }

  public void setRow(Long row) {
    this.row = row;
  }

  public String getColumn() {
    return column;
  }

  public void setColumn(String column) {
    this.column = column;
  }

  public String getText() {
    return text;
  }

  public void setText(String text) {
    this.text = text;
  }
}
