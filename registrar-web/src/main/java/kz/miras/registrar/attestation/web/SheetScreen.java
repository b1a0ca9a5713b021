package kz.miras.registrar.attestation.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.attestation.SheetGrid;
import kz.miras.registrar.attestation.TypedCell;
import kz.miras.registrar.attestation.service.SheetDesk;
import kz.miras.registrar.attestation.service.SheetFile;
import kz.miras.registrar.attestation.service.SheetQueries;
import kz.miras.registrar.attestation.service.SheetTyping.Typed;
import kz.miras.registrar.frame.web.Download;
import kz.miras.registrar.frame.web.LanguageChoice;
import kz.miras.registrar.frame.web.Notice;
import kz.miras.registrar.frame.web.Words;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.Json;

/** The mark grid: changed cells come as they are typed, the derived columns go back. */
@Named("sheet")
@ViewScoped
public class SheetScreen implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private SheetQueries queries;
  @Inject private SheetDesk desk;
  @Inject private SheetFile file;
  @Inject private LanguageChoice language;
  @Inject private Words words;
  @Inject private Notice notice;

  private String id;
  private String remark;
  private Long teacher;
  private Long examiner;
  private LocalDate date;
  private LocalTime time;
  private String room;
  private String basis;
  private Map<String, String> problems = Map.of();
  private transient SheetGrid grid;
  private transient Map<String, Long> teachers;

  public SheetGrid getGrid() {
    if (grid == null) {
      grid = queries.grid(id);
      SheetGrid.Sitting sitting = grid.sitting();
      teacher = sitting.teacherId();
      examiner = sitting.examinerId();
      date = grid.examDate();
      time = sitting.time();
      room = sitting.room();
    }
    return grid;
  }

  /** Lets the sheet be read anew: something else on the page has changed it. */
  void anew() {
    grid = null;
  }

  /** Stores the cells the browser sent and answers with what follows from them. */
  public void store() {
    List<TypedCell> cells = List.of(Json.read(GridAnswer.sent(), TypedCell[].class));
    List<Map<String, Object>> typed = new ArrayList<>();
    for (Typed one : desk.type(id, cells)) {
      typed.add(
          GridAnswer.cell(
              one.row(), one.column(), one.refusal(), one.version(), language.getLanguage()));
    }
    grid = null;
    List<Long> rows = cells.stream().map(TypedCell::row).distinct().toList();
    GridAnswer.tell(
        typed,
        getGrid().rows().stream().filter(r -> rows.contains(r.id())).map(this::derived).toList(),
        getGrid().missing());
  }

  private Map<String, Object> derived(SheetGrid.Row row) {
    Map<String, Object> derived = new LinkedHashMap<>();
    derived.put("id", row.id());
    derived.put("rating", row.rating());
    derived.put("percent", row.percent());
    derived.put("sign", row.sign());
    // as text: a number would lose the zeros that the scale prints
    derived.put("digital", row.digital() == null ? null : row.digital().toPlainString());
    derived.put(
        "traditional", row.traditional() == null ? reason(row) : words.get(row.traditional()));
    derived.put("failed", failed(row));
    derived.put("first", row.first());
    derived.put("second", row.second());
    derived.put("score", row.mark() == null ? row.score() : row.mark());
    return derived;
  }

  /** The explanation shown where there is no traditional mark. */
  public String reason(SheetGrid.Row row) {
    return row.reason() == null ? "" : words.get(row.reason());
  }

  public boolean failed(SheetGrid.Row row) {
    return row.sign() != null && (row.sign().startsWith("F") || row.sign().equals("NP"));
  }

  /** The sheet on paper, in the reader's language. */
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

  /** Who may be appointed, by name. */
  public Map<String, Long> getTeachers() {
    if (teachers == null) {
      teachers = queries.teachers();
    }
    return teachers;
  }

  /** Stores teacher, examiner, day and room; what is refused stands beside its field. */
  public void appoint() {
    try {
      desk.appoint(id, teacher, examiner, basis, date, time, room);
    } catch (RegistrarException.Refused refused) {
      problems = notice.show(refused);
      return;
    }
    basis = null;
    grid = null;
    notice.say("attestation.appoint.done");
  }

  /** What was refused of the last appointment, by field. */
  public Map<String, String> getProblems() {
    return problems;
  }

  public String getRemark() {
    return remark;
  }

  public void setRemark(String remark) {
    this.remark = remark;
  }

  public Long getTeacher() {
    return teacher;
  }

  public void setTeacher(Long teacher) {
    this.teacher = teacher;
  }

  public Long getExaminer() {
    return examiner;
  }

  public void setExaminer(Long examiner) {
    this.examiner = examiner;
  }

  public LocalDate getDate() {
    return date;
  }

  public void setDate(LocalDate date) {
    this.date = date;
  }

  public LocalTime getTime() {
    return time;
  }

  public void setTime(LocalTime time) {
    this.time = time;
  }

  public String getRoom() {
    return room;
  }

  public void setRoom(String room) {
    this.room = room;
  }

  public String getBasis() {
    return basis;
  }

  public void setBasis(String basis) {
    this.basis = basis;
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }
}
