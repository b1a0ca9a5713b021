package kz.miras.registrar.office.web;

import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Serializable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import kz.miras.registrar.frame.web.LanguageChoice;
import kz.miras.registrar.office.service.ListQueries;
import kz.miras.registrar.office.service.ListQueries.Row;
import kz.miras.registrar.office.service.RecordDesk;
import kz.miras.registrar.shared.ListQuery;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.ListView;
import kz.miras.registrar.shared.service.ListView.Column;

/** Any list of the system: filter, sort, choice of columns, export of all that matches. */
@Named("list")
@ViewScoped
public class ListScreen implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private ListQueries queries;
  @Inject private RecordDesk records;
  @Inject private LanguageChoice language;

  private String code;
  private String only;
  private String text;
  private List<String> chosen = new ArrayList<>();
  private ListRows rows;

  /** Opens the list named in the address; not there is a 404. */
  public void load() {
    ListView view = view();
    if (chosen.isEmpty()) {
      view.columns().stream().filter(this::isShownFirst).map(Column::key).forEach(chosen::add);
    }
    rows = new ListRows(code, only, text);
  }

  private boolean isShownFirst(Column column) {
    return ListRows.shownFirst(view(), column, language.getTag());
  }

  public List<Column> getColumns() {
    return view().columns().stream().filter(column -> chosen.contains(column.key())).toList();
  }

  public List<Column> getAllColumns() {
    return view().columns().stream().filter(column -> !column.key().equals("search")).toList();
  }

  /** Asked for every cell, so found once in a request; never longer, as rights may end. */
  private ListView view() {
    return (ListView)
        FacesContext.getCurrentInstance()
            .getAttributes()
            .computeIfAbsent(ListScreen.class, key -> queries.view(code));
  }

  /** Heading of a column. */
  public String heading(String column) {
    return ListRows.heading(code, column, language.getLanguage());
  }

  /** A cell as people read it. */
  public String cell(Row row, String column) {
    ListView view = view();
    int index = view.columns().indexOf(view.column(column));
    return ListRows.shown(
        view.columns().get(index), row.values().get(index), language.getLanguage());
  }

  /** Address of a row's own page; null where it has none. */
  public String link(Row row) {
    String link = view().link();
    return link == null
        ? null
        : link.replace("{id}", URLEncoder.encode(row.id(), StandardCharsets.UTF_8));
  }

  /** Whether the caller may add a record to this list by a form. */
  public boolean isWritable() {
    try {
      return !records.fields(code).isEmpty();
    } catch (RegistrarException e) {
      return false;
    }
  }

  /** Sends all matching rows as a file. */
  public void export(String format) throws IOException {
    ListQuery query = rows.lastQuery();
    ListFile file =
        new ListFile(
            code, getColumns(), view(), queries.all(code, query).rows(), language.getLanguage());
    FacesContext faces = FacesContext.getCurrentInstance();
    ExternalContext external = faces.getExternalContext();
    external.responseReset();
    external.setResponseContentType(
        format.equals("csv")
            ? "text/csv; charset=UTF-8"
            : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    external.setResponseHeader(
        "Content-Disposition", "attachment; filename=\"" + code + "." + format + "\"");
    try (OutputStream out = external.getResponseOutputStream()) {
      file.write(format, out);
    }
    faces.responseComplete();
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }

  public String getOnly() {
    return only;
  }

  public void setOnly(String only) {
    this.only = only;
  }

  public String getText() {
    return text;
  }

  public void setText(String text) {
    this.text = text;
    if (rows != null) {
      rows.search(text);
    }
  }

  public List<String> getChosen() {
    return chosen;
  }

  public void setChosen(List<String> chosen) {
    this.chosen = chosen.isEmpty() ? this.chosen : new ArrayList<>(chosen);
  }

  public ListRows getRows() {
    return rows;
  }
}
