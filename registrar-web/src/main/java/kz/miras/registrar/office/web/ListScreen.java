package kz.miras.registrar.office.web;

import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import kz.miras.registrar.frame.web.Download;
import kz.miras.registrar.frame.web.LanguageChoice;
import kz.miras.registrar.frame.web.Notice;
import kz.miras.registrar.frame.web.Words;
import kz.miras.registrar.office.service.ListColumns;
import kz.miras.registrar.office.service.ListQueries;
import kz.miras.registrar.office.service.ListQueries.Row;
import kz.miras.registrar.shared.ListQuery;
import kz.miras.registrar.shared.service.ListView;
import kz.miras.registrar.shared.service.ListView.Column;
import kz.miras.registrar.shared.service.Messages;
import kz.miras.registrar.shared.service.ReportFiles;
import org.primefaces.component.datatable.DataTable;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.MatchMode;
import org.primefaces.model.SortMeta;
import org.primefaces.model.SortOrder;

/** Any list of the system: filter, sort, choice of columns, export of all that matches. */
@Named("list")
@ViewScoped
public class ListScreen implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final Set<String> CODES =
      Set.of("number", "code", "term", "group", "section", "offering", "student_no", "programme");

  @Inject private ListQueries queries;
  @Inject private RowLinks links;
  @Inject private ListColumns kept;
  @Inject private LanguageChoice language;
  @Inject private Words words;
  @Inject private Notice notice;
  @Inject private ReportFiles papers;

  private String code;
  private String only;
  private String text;
  private List<String> chosen = new ArrayList<>();
  private ListRows rows;
  private ListQuery start = ListQuery.first(50);

  /** Opens the list named in the address as the address says; not there is a 404. */
  public void load() {
    ListView view = view();
    start =
        ListAddress.read(
                FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap())
            .filtered(
                (key, typed) -> ListRows.inWords(view.column(key), typed, language.getLanguage()));
    chosen = new ArrayList<>(kept.chosen(code));
    if (chosen.isEmpty()) {
      view.columns().stream().filter(this::isShownFirst).map(Column::key).forEach(chosen::add);
    }
    // what is filtered or sorted by is seen
    Stream.concat(Stream.ofNullable(start.sort()), start.filters().keySet().stream())
        .filter(key -> view.column(key) != null && !chosen.contains(key))
        .forEach(chosen::add);
    rows = new ListRows(code, only, start);
  }

  /** The order the address asks for. */
  public SortMeta getSortBy() {
    return start.sort() == null || view().column(start.sort()) == null
        ? null
        : SortMeta.builder()
            .field(start.sort())
            .order(start.ascending() ? SortOrder.ASCENDING : SortOrder.DESCENDING)
            .build();
  }

  /** The filters the address asks for. */
  public List<FilterMeta> getFilterBy() {
    return start.filters().entrySet().stream()
        .filter(filter -> view().column(filter.getKey()) != null)
        .map(
            filter ->
                FilterMeta.builder()
                    .field(filter.getKey())
                    .filterValue(filter.getValue())
                    .matchMode(MatchMode.CONTAINS)
                    .build())
        .toList();
  }

  /** Keeps the chosen columns for the next time; none at all means the usual ones. */
  public void keepColumns() throws IOException {
    kept.choose(code, chosen);
    FacesContext.getCurrentInstance()
        .getExternalContext()
        .redirect("list.xhtml" + ListAddress.write(code, only, withoutHidden(rows.typed())));
  }

  /** The usual columns again. */
  public void usualColumns() throws IOException {
    chosen = new ArrayList<>();
    keepColumns();
  }

  private ListQuery withoutHidden(ListQuery query) {
    Map<String, String> filters = new LinkedHashMap<>(query.filters());
    if (!chosen.isEmpty()) {
      filters.keySet().retainAll(chosen);
    }
    String sort = chosen.isEmpty() || chosen.contains(query.sort()) ? query.sort() : null;
    return new ListQuery(0, query.size(), sort, query.ascending(), filters, query.text());
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

  /** Heading of a column; a name in the reader's language needs no language beside it. */
  public String heading(String column) {
    boolean plain = column.equals("name_" + language.getTag());
    return ListRows.heading(code, plain ? "name" : column, language.getLanguage());
  }

  /** A cell as people read it. */
  public String cell(Row row, String column) {
    ListView view = view();
    int index = view.columns().indexOf(view.column(column));
    return ListRows.shown(
        view.columns().get(index), row.values().get(index), language.getLanguage());
  }

  /** Address of a row's own page; null where it has none for the caller. */
  public String link(Row row) {
    return links.of(view(), row.id());
  }

  /** Other words were typed: the first page of what they find. */
  public void searched() {
    DataTable table =
        (DataTable) FacesContext.getCurrentInstance().getViewRoot().findComponent("f:table");
    table.setFirst(0);
  }

  /** Whether the caller may add a record to this list by a form. */
  public boolean isWritable() {
    return links.isWritable(code);
  }

  /** True where nothing narrows the list: then it has no rows at all. */
  public boolean isWhole() {
    ListQuery last = rows.lastQuery();
    return last.filters().isEmpty() && (text == null || text.isBlank());
  }

  /** What an empty list tells: how its first record comes in, or that the filters find nothing. */
  public String getEmptyText() {
    String own = "office.list.none." + code;
    if (!isWhole()) {
      return words.get("office.list.empty");
    }
    return Messages.has(language.getLanguage(), own)
        ? words.get(own)
        : words.get("office.list.none");
  }

  /** How a column's cells are set: numbers to the right, codes and days unbroken, sets broad. */
  public String style(Column column) {
    return switch (column.kind()) {
      case NUMBER -> "num";
      case DATE, MOMENT -> "code";
      case CHOICES -> "long";
      default -> CODES.contains(column.key()) ? "code" : "";
    };
  }

  /** Shows all matching rows on paper. */
  public void print() throws IOException {
    ListFile file = file(rows.lastQuery());
    if (file.rows().size() > ListFile.MOST_ON_PAPER) {
      notice.warn("office.list.paper-long", file.rows().size(), ListFile.MOST_ON_PAPER);
      return;
    }
    String title = words.get("frame.list." + code);
    Download.pdf(
        title,
        papers.pdf(
            file.paper(title, words.of("office.list.paper-rows", file.rows().size())),
            language.getLanguage()));
  }

  private ListFile file(ListQuery query) {
    return new ListFile(
        code, getColumns(), view(), queries.all(code, query).rows(), language.getLanguage());
  }

  /** Sends all matching rows as a file. */
  public void export(String format) throws IOException {
    ListFile file = file(rows.lastQuery());
    FacesContext faces = FacesContext.getCurrentInstance();
    ExternalContext external = faces.getExternalContext();
    external.responseReset();
    external.setResponseContentType(
        format.equals("csv") ? "text/csv; charset=UTF-8" : Download.XLSX);
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
    this.chosen = new ArrayList<>(chosen);
  }

  public int getFirst() {
    return start.first();
  }

  public int getSize() {
    return start.size();
  }

  public ListRows getRows() {
    return rows;
  }
}
