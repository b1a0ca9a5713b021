package kz.miras.registrar.office.web;

import jakarta.enterprise.inject.spi.CDI;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.miras.registrar.frame.web.LanguageChoice;
import kz.miras.registrar.office.service.ListQueries;
import kz.miras.registrar.office.service.ListQueries.Row;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.ListQuery;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.Page;
import kz.miras.registrar.shared.service.ListView;
import kz.miras.registrar.shared.service.ListView.Column;
import kz.miras.registrar.shared.service.ListView.Kind;
import kz.miras.registrar.shared.service.Messages;
import kz.miras.registrar.shared.service.UniversityTime;
import org.primefaces.PrimeFaces;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;

/** The rows of a list, a page at a time. */
public class ListRows extends LazyDataModel<Row> {

  private static final long serialVersionUID = 1L;
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");
  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm");

  private static final String NAMES = "\u001f";

  private final String code;
  private final String only;
  private String text;
  private ListQuery typed;
  private ListQuery last;

  ListRows(String code, String only, ListQuery first) {
    this.code = code;
    this.only = only;
    this.text = first.text();
    this.typed = first;
    this.last = understood(first);
  }

  /** Looks for other words; rows already read are forgotten. */
  void search(String wanted) {
    if (!Objects.equals(text, wanted)) {
      text = wanted;
      setWrappedData(null);
    }
  }

  /** What the user sees now, for an export. */
  ListQuery lastQuery() {
    return new ListQuery(
        last.first(), last.size(), last.sort(), last.ascending(), last.filters(), text);
  }

  /** What the user has typed, for the address. */
  ListQuery typed() {
    return typed;
  }

  @Override
  public int count(Map<String, FilterMeta> filterBy) {
    return 0;
  }

  @Override
  public List<Row> load(
      int first, int size, Map<String, SortMeta> sortBy, Map<String, FilterMeta> filterBy) {
    Map<String, String> written = new LinkedHashMap<>();
    filterBy.forEach(
        (key, meta) -> {
          if (meta.getFilterValue() != null && !meta.getFilterValue().toString().isBlank()) {
            written.put(meta.getField(), meta.getFilterValue().toString());
          }
        });
    SortMeta sort = sortBy.values().stream().filter(SortMeta::isActive).findFirst().orElse(null);
    typed =
        new ListQuery(
            first,
            Math.max(1, size),
            sort == null ? null : sort.getField(),
            sort == null || sort.getOrder().isAscending(),
            written,
            text);
    last = understood(typed);
    Page<Row> page = CDI.current().select(ListQueries.class).get().page(code, last);
    setRowCount((int) page.total());
    if (PrimeFaces.current().isAjaxRequest()) {
      PrimeFaces.current().ajax().addCallbackParam("address", ListAddress.write(code, only, typed));
    }
    return page.rows();
  }

  private ListQuery understood(ListQuery query) {
    Map<String, String> filters = new HashMap<>(query.filtered(this::asked).filters());
    if (only != null && !only.isBlank()) {
      filters.put(ListQuery.ONLY, only);
    }
    return new ListQuery(
        query.first(), query.size(), query.sort(), query.ascending(), filters, query.text());
  }

  /** What is typed above a column of choices is part of a name the user reads, not of a code. */
  private String asked(String key, String typed) {
    ListView view = CDI.current().select(ListQueries.class).get().view(code);
    Language language = CDI.current().select(LanguageChoice.class).get().getLanguage();
    Column column = view.column(key);
    if (column == null) {
      return typed;
    }
    return switch (column.kind()) {
      case CHOICE, CHOICES -> named(column, typed, language);
      case FLAG ->
          String.valueOf(
              Boolean.parseBoolean(typed)
                  || Arrays.stream(Language.values())
                      .anyMatch(any -> contains(Messages.text(any, "shared.yes"), typed)));
      default -> typed;
    };
  }

  static String named(Column column, String typed, Language language) {
    List<String> codes = choices(column, typed, language);
    return codes.isEmpty() ? typed : String.join(",", codes);
  }

  /**
   * What an address filters a column by, in the reader's words: an address is sent on, and the
   * language changed, with words of another language in it.
   */
  static String inWords(Column column, String typed, Language language) {
    if (column == null || (column.kind() != Kind.CHOICE && column.kind() != Kind.CHOICES)) {
      return typed;
    }
    List<String> codes = choices(column, typed, language);
    String word = codes.size() == 1 ? Messages.text(language, column.prefix() + codes.get(0)) : "";
    return word.isEmpty() || contains(word, typed) ? typed : word;
  }

  /** Choices whose name holds what is typed: as the reader says it, else as others do. */
  private static List<String> choices(Column column, String typed, Language language) {
    return Stream.concat(Stream.of(language), Arrays.stream(Language.values()))
        .map(
            any ->
                column.choices().stream()
                    .filter(
                        choice ->
                            choice.equals(typed.strip())
                                || contains(Messages.text(any, column.prefix() + choice), typed))
                    .toList())
        .filter(found -> !found.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private static boolean contains(String name, String typed) {
    return name.toLowerCase(Locale.ROOT).contains(typed.strip().toLowerCase(Locale.ROOT));
  }

  @Override
  public String getRowKey(Row row) {
    return row.id();
  }

  @Override
  public Row getRowData(String key) {
    return getWrappedData() == null
        ? null
        : getWrappedData().stream().filter(row -> row.id().equals(key)).findFirst().orElse(null);
  }

  /** The heading of a column: the list's own, else the common name of the field. */
  static String heading(String list, String column, Language language) {
    String own = "office.field." + list + "." + column;
    return Messages.has(language, own)
        ? Messages.text(language, own)
        : Messages.text(language, "office.field." + column);
  }

  /** Of a name in three languages the one the user reads; every other column as the list says. */
  static boolean shownFirst(ListView view, Column column, String language) {
    return column.key().matches("name_(kk|ru|en)") && view.column("name_" + language) != null
        ? column.key().endsWith(language)
        : column.shown();
  }

  /** A value as people read it. */
  static String shown(Column column, Serializable value, Language language) {
    if (value == null) {
      return "";
    }
    if (column.kind() == Kind.CHOICES) {
      return Arrays.stream(value.toString().split("[\\s,]+"))
          .map(one -> Messages.text(language, column.prefix() + one))
          .collect(Collectors.joining(", "));
    }
    if (column.kind() == Kind.NAMES) {
      String[] names = value.toString().split(NAMES, -1);
      return LocalizedText.of(names[0], names[1], names[2]).in(language);
    }
    if (column.kind() == Kind.CHOICE) {
      return Messages.text(language, column.prefix() + value);
    }
    if (value instanceof LocalDate day) {
      return day.format(DAY);
    }
    if (value instanceof Instant moment) {
      return moment.atZone(CDI.current().select(UniversityTime.class).get().zone()).format(MOMENT);
    }
    if (value instanceof Boolean flag) {
      return Messages.text(language, flag ? "shared.yes" : "shared.no");
    }
    return value.toString();
  }
}
