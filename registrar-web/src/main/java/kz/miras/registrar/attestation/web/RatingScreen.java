package kz.miras.registrar.attestation.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.attestation.rating.RatingCell;
import kz.miras.registrar.attestation.rating.RatingGrid;
import kz.miras.registrar.attestation.service.rating.DispositionDesk;
import kz.miras.registrar.attestation.service.rating.RatingDesk;
import kz.miras.registrar.attestation.service.rating.RatingFile;
import kz.miras.registrar.attestation.service.rating.RatingQueries;
import kz.miras.registrar.attestation.service.rating.RatingTyping.Typed;
import kz.miras.registrar.curriculum.MissedWeek;
import kz.miras.registrar.frame.web.Download;
import kz.miras.registrar.frame.web.LanguageChoice;
import kz.miras.registrar.frame.web.Notice;
import kz.miras.registrar.frame.web.Words;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.Json;

/** The journal of a period: changed cells come as they are typed, the derived columns go back. */
@Named("rating")
@ViewScoped
public class RatingScreen extends AloneTyping {

  private static final long serialVersionUID = 1L;

  @Inject private RatingQueries queries;
  @Inject private RatingDesk desk;
  @Inject private RatingFile file;
  @Inject private LanguageChoice language;
  @Inject private Notice notice;
  @Inject private Words words;

  private String id;
  private String remark;
  private transient RatingGrid grid;

  public RatingGrid getGrid() {
    if (grid == null) {
      grid = queries.grid(id);
      getDisposition().propose(grid.usualUntil());
    }
    return grid;
  }

  /** Lets the journal be read anew: something else on the page has changed it. */
  void anew() {
    grid = null;
  }

  /** Stores the cells the browser sent and answers with what follows from them. */
  public void store() {
    List<RatingCell> cells = List.of(Json.read(GridAnswer.sent(), RatingCell[].class));
    List<Map<String, Object>> typed = new ArrayList<>();
    for (Typed one : desk.type(id, cells)) {
      typed.add(
          GridAnswer.cell(
              one.row(), one.column(), one.refusal(), one.version(), language.getLanguage()));
    }
    grid = null;
    List<Long> rows = cells.stream().map(RatingCell::row).distinct().toList();
    GridAnswer.tell(
        typed,
        getGrid().rows().stream().filter(r -> rows.contains(r.id())).map(this::derived).toList(),
        getGrid().missing());
  }

  private Map<String, Object> derived(RatingGrid.Row row) {
    Map<String, Object> derived = new LinkedHashMap<>();
    derived.put("id", row.id());
    getGrid().weeks().forEach(week -> derived.put("w" + week, row.points(week)));
    derived.put("rk", row.control());
    derived.put("total", row.total());
    derived.put("valid", row.valid());
    // as text: a number would lose the zeros
    derived.put("percent", row.current() == null ? null : row.current().toPlainString());
    derived.put("rating", row.rating() == null ? null : row.rating().toPlainString());
    derived.put("traditional", remarks(row));
    derived.put("failed", false);
    return derived;
  }

  /** What there is to say of a line: its disposition, weeks without points, or the departure. */
  public String remarks(RatingGrid.Row row) {
    List<String> remarks = new ArrayList<>();
    if (row.withdrawn()) {
      remarks.add(words.get("attestation.reason.WITHDRAWN"));
    }
    if (row.disposition() != null) {
      remarks.add(words.of("attestation.rating.alone", row.disposition()));
    }
    boolean zero = getGrid().missed() == MissedWeek.ZERO;
    if (!row.gaps().isEmpty()) {
      boolean open = zero && row.disposition() == null;
      remarks.add(
          words.of(
              open ? "attestation.rating.gaps-open" : "attestation.rating.gaps",
              weeks(row.gaps())));
    }
    if (!row.missed().isEmpty()) {
      remarks.add(
          words.of(
              zero ? "attestation.rating.missed-zero" : "attestation.rating.missed-out",
              weeks(row.missed())));
    }
    return String.join("; ", remarks);
  }

  private static String weeks(Collection<Integer> weeks) {
    return String.join(", ", weeks.stream().map(String::valueOf).toList());
  }

  /** Why nothing is typed today; empty where it is the time. */
  public String getUntimely() {
    return getGrid().untimely() == null ? "" : notice.text(getGrid().untimely());
  }

  /** The journal on paper, in the reader's language. */
  public void print() throws IOException {
    Download.pdf(getGrid().number(), file.print(id, language.getLanguage()));
  }

  public void open() {
    desk.open(id);
    grid = null;
  }

  public void submit() {
    desk.submit(id);
    grid = null;
  }

  /** Gives it back with the remark typed. */
  public void giveBack() {
    desk.giveBack(id, remark);
    remark = null;
    grid = null;
  }

  public void close() {
    int written = desk.close(id);
    grid = null;
    notice.say("attestation.rating.closed", written);
  }

  @Override
  protected String place() {
    return id;
  }

  @Override
  protected Verdict decided(DispositionDesk by, Disposition typed) {
    return by.decide(id, typed.getStudent(), typed.basis());
  }

  @Override
  protected void changed() {
    grid = null;
  }

  public String getRemark() {
    return remark;
  }

  public void setRemark(String remark) {
    this.remark = remark;
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }
}
