package kz.miras.registrar.office.service;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.miras.registrar.access.Actor;
import kz.miras.registrar.access.Scope;
import kz.miras.registrar.shared.ListQuery;
import kz.miras.registrar.shared.SearchText;
import kz.miras.registrar.shared.service.ListView;
import kz.miras.registrar.shared.service.ListView.Column;
import kz.miras.registrar.shared.service.Statements;

/** Builds the one statement of a list: fixed SQL of the list, parameters of the user. */
final class ListStatement {

  private static final Pattern NUMBER =
      Pattern.compile(
          "(<=|>=|<|>|=)?(-?\\d{1,18}(?:\\.\\d{1,9})?)(?:\\.\\.(-?\\d{1,18}(?:\\.\\d{1,9})?))?");

  private final ListView view;
  private final ZoneId zone;
  private final StringBuilder where = new StringBuilder();
  private final List<Object> parameters = new ArrayList<>();

  /**
   * The statement of a list.
   *
   * @param zone where the days of moments begin
   */
  ListStatement(ListView view, ZoneId zone) {
    this.view = view;
    this.zone = zone;
  }

  /** Narrows to what the caller may see. */
  void narrow(Actor actor, String permission, LocalDate today) {
    Set<Scope> scopes = actor.scopes(permission, today);
    if (scopes.contains(Scope.ALL)) {
      return;
    }
    StringJoiner any = new StringJoiner(" OR ", " AND (", ")").setEmptyValue(" AND 1 = 0");
    for (Scope scope : scopes.isEmpty() ? EnumSet.noneOf(Scope.class) : EnumSet.copyOf(scopes)) {
      String condition = view.scopes().get(scope.name());
      if (condition != null) {
        any.add("(" + bound(condition, actor, actor.targets(permission, scope, today)) + ")");
      }
    }
    where.append(any);
  }

  /** Narrows by a condition of the list's own. */
  void only(String condition) {
    where.append(" AND (").append(condition).append(')');
  }

  private String bound(String condition, Actor actor, Set<Long> targets) {
    StringBuilder sql = new StringBuilder();
    int at = 0;
    while (true) {
      int mark = condition.indexOf(':', at);
      if (mark < 0) {
        return sql.append(condition.substring(at)).toString();
      }
      sql.append(condition, at, mark);
      String rest = condition.substring(mark);
      String many = rest.startsWith(":schools") ? ":schools" : ":commissions";
      if (rest.startsWith(many)) {
        List<Long> ids = targets.isEmpty() ? List.of(-1L) : List.copyOf(targets);
        sql.append(Statements.places(ids.size()));
        parameters.addAll(ids);
        at = mark + many.length();
      } else {
        String name =
            rest.startsWith(":student")
                ? ":student"
                : rest.startsWith(":teacher") ? ":teacher" : ":account";
        sql.append('?');
        Long value =
            switch (name) {
              case ":student" -> actor.studentId();
              case ":teacher" -> actor.teacherId();
              default -> actor.accountId();
            };
        parameters.add(value == null ? -1L : value);
        at = mark + name.length();
      }
    }
  }

  /** Applies filters and free text. */
  void filter(ListQuery query) {
    query.filters().forEach(this::filter);
    if (query.text() != null && !query.text().isBlank()) {
      for (String word : query.text().strip().split("\\s+")) {
        StringJoiner any = new StringJoiner(" OR ", " AND (", ")").setEmptyValue("");
        for (Column column : view.columns()) {
          if (column.searched()) {
            any.add(column.sql() + " LIKE ?");
            parameters.add("%" + escaped(column.folded() ? SearchText.fold(word) : word) + "%");
          }
        }
        where.append(any);
      }
    }
  }

  private void filter(String key, String typed) {
    Column column = view.column(key);
    if (column == null || typed == null || typed.isBlank()) {
      return;
    }
    String text = typed.strip();
    switch (column.kind()) {
      case CHOICE -> anyOf(column.sql(), List.of(text.split(",")));
      case CHOICES -> amongThem(column.sql(), List.of(text.split(",")));
      case FLAG -> and(column.sql() + " = ?", Boolean.valueOf(text) ? 1 : 0);
      case NUMBER -> number(column.sql(), text.replace(',', '.').replace(" ", ""));
      case TEXT, NAMES ->
          and("CAST(" + column.sql() + " AS CHAR) LIKE ?", "%" + escaped(text) + "%");
      case DATE -> {
        DayRange days = DayRange.of(text);
        and(column.sql() + " >= ?", days.from());
        and(column.sql() + " <= ?", days.to());
      }
      case MOMENT -> {
        DayRange days = DayRange.of(text);
        and(column.sql() + " >= ?", utc(days.from()));
        and(column.sql() + " < ?", utc(days.to().plusDays(1)));
      }
    }
  }

  private void anyOf(String sql, List<String> values) {
    where
        .append(" AND ")
        .append(sql)
        .append(" IN (")
        .append(Statements.places(values.size()))
        .append(')');
    parameters.addAll(values);
  }

  private void amongThem(String sql, List<String> values) {
    StringJoiner any = new StringJoiner(" OR ", " AND (", ")");
    for (String value : values) {
      any.add("CONCAT(' ', REPLACE(" + sql + ", ',', ' '), ' ') LIKE ?");
      parameters.add("% " + escaped(value) + " %");
    }
    where.append(any);
  }

  /** {@code 5}, {@code >=5}, {@code <5} or {@code 3..5}; what is no number matches nothing. */
  private void number(String sql, String text) {
    Matcher asked = NUMBER.matcher(text);
    if (!asked.matches()) {
      where.append(" AND 1 = 0");
    } else if (asked.group(3) != null) {
      and(sql + " >= ?", new BigDecimal(asked.group(2)));
      and(sql + " <= ?", new BigDecimal(asked.group(3)));
    } else {
      String how = asked.group(1) == null ? "=" : asked.group(1);
      and(sql + " " + how + " ?", new BigDecimal(asked.group(2)));
    }
  }

  private LocalDateTime utc(LocalDate day) {
    return LocalDateTime.ofInstant(day.atStartOfDay(zone).toInstant(), ZoneOffset.UTC);
  }

  private void and(String condition, Object parameter) {
    where.append(" AND ").append(condition);
    parameters.add(parameter);
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
  }

  PreparedStatement count(Connection connection) throws SQLException {
    return bind(
        connection.prepareStatement("SELECT COUNT(*) FROM " + view.from() + where), List.of());
  }

  /** How many rows there are of each combination of values. */
  PreparedStatement tally(Connection connection, List<Column> by) throws SQLException {
    String columns = String.join(", ", by.stream().map(Column::sql).toList());
    return bind(
        connection.prepareStatement(
            "SELECT "
                + columns
                + ", COUNT(*) FROM "
                + view.from()
                + where
                + " GROUP BY "
                + columns),
        List.of());
  }

  PreparedStatement rows(Connection connection, ListQuery query) throws SQLException {
    StringJoiner columns = new StringJoiner(", ", "SELECT " + view.id() + ", ", " FROM ");
    view.columns().forEach(column -> columns.add(column.sql()));
    Column sort = query.sort() == null ? null : view.column(query.sort());
    String order =
        sort == null
            ? view.order()
            : sort.sql() + (query.ascending() ? " ASC" : " DESC") + ", " + view.id();
    return bind(
        connection.prepareStatement(
            columns + view.from() + where + " ORDER BY " + order + " LIMIT ? OFFSET ?"),
        List.of(query.size(), query.first()));
  }

  private PreparedStatement bind(PreparedStatement statement, List<Object> more)
      throws SQLException {
    int index = 1;
    for (Object parameter : parameters) {
      statement.setObject(index++, parameter);
    }
    for (Object parameter : more) {
      statement.setObject(index++, parameter);
    }
    return statement;
  }
}
