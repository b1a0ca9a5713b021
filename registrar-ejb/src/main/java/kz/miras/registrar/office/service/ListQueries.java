package kz.miras.registrar.office.service;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import kz.miras.registrar.access.Actor;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.shared.ListQuery;
import kz.miras.registrar.shared.Page;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.Due;
import kz.miras.registrar.shared.service.ListSource;
import kz.miras.registrar.shared.service.ListView;
import kz.miras.registrar.shared.service.UniversityTime;

/**
 * Every list of the screens: found by name, narrowed by the caller's live rights, two statements
 * whatever its length.
 */
@Stateless
@Guarded
@PermitAll
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class ListQueries {

  private static final int MOST = 100_000;

  /**
   * A row of a list.
   *
   * @param id key for the link
   * @param values in the order of the columns; texts, numbers, dates, instants, booleans or null
   */
  public record Row(String id, List<Serializable> values) implements Serializable {}

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private Access access;
  @Inject private UniversityTime time;
  @Inject @Any private Instance<ListSource> sources;

  /**
   * The definition of a list the caller may read.
   *
   * @throws RegistrarException.NotFound where there is none, or it is not the caller's to see
   */
  public ListView view(String code) {
    return visible(code)
        .orElseThrow(() -> new RegistrarException.NotFound("list", String.valueOf(code)));
  }

  /** Whether the caller may read a list. */
  public boolean isVisible(String code) {
    return visible(code).isPresent();
  }

  private Optional<ListView> visible(String code) {
    return sources.stream()
        .flatMap(source -> source.lists().stream())
        .filter(view -> view.code().equals(code) && access.may(view.permission()))
        .findFirst();
  }

  /** A page of a list. */
  public Page<Row> page(String code, ListQuery query) {
    ListView view = view(code);
    ListStatement statement = statement(view, query);
    try (Connection connection = database.getConnection();
        PreparedStatement count = statement.count(connection);
        PreparedStatement rows = statement.rows(connection, query)) {
      long total;
      try (ResultSet result = count.executeQuery()) {
        result.next();
        total = result.getLong(1);
      }
      List<Row> page = new ArrayList<>();
      if (total > 0) {
        try (ResultSet result = rows.executeQuery()) {
          while (result.next()) {
            page.add(row(view, result));
          }
        }
      }
      return new Page<>(page, total);
    } catch (SQLException e) {
      throw new IllegalStateException("list " + code + " cannot be read", e);
    }
  }

  /**
   * A count of rows that agree in some columns.
   *
   * @param values in the order of the columns asked for; null where a row has none
   */
  public record Tally(List<String> values, long count) {}

  /** How the rows of a list that match a query are spread over the values of some columns. */
  public List<Tally> tally(String code, ListQuery query, String... by) {
    ListView view = view(code);
    List<ListView.Column> columns = Arrays.stream(by).map(view::column).toList();
    ListStatement statement = statement(view, query);
    try (Connection connection = database.getConnection();
        PreparedStatement select = statement.tally(connection, columns);
        ResultSet result = select.executeQuery()) {
      List<Tally> tallies = new ArrayList<>();
      while (result.next()) {
        List<String> values = new ArrayList<>();
        for (int i = 1; i <= by.length; i++) {
          values.add(result.getString(i));
        }
        tallies.add(new Tally(values, result.getLong(by.length + 1)));
      }
      return tallies;
    } catch (SQLException e) {
      throw new IllegalStateException("list " + code + " cannot be counted", e);
    }
  }

  /** How many rows of a list wait under a name. */
  public long count(Due due) {
    ListView view = view(due.list());
    ListQuery query = new ListQuery(0, 1, null, true, Map.of(ListQuery.ONLY, due.name()), null);
    try (Connection connection = database.getConnection();
        PreparedStatement count = statement(view, query).count(connection);
        ResultSet result = count.executeQuery()) {
      result.next();
      return result.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException("list " + due.list() + " cannot be counted", e);
    }
  }

  /** All lists the caller may read. */
  public List<ListView> views() {
    List<ListView> views = new ArrayList<>();
    for (ListSource source : sources) {
      source.lists().stream().filter(view -> access.may(view.permission())).forEach(views::add);
    }
    return views;
  }

  /** What may wait for the caller, whether anything does or not; in the order of the desk. */
  public List<Due> dues() {
    Set<String> readable = new HashSet<>();
    views().forEach(view -> readable.add(view.code()));
    List<Due> dues = new ArrayList<>();
    for (ListSource source : sources) {
      source.dues().stream()
          .filter(due -> readable.contains(due.list()) && access.may(due.permission()))
          .forEach(dues::add);
    }
    dues.sort(Comparator.comparing(Due::urgency).thenComparing(Due::key));
    return dues;
  }

  private Due due(String list, String name) {
    for (ListSource source : sources) {
      for (Due due : source.dues()) {
        if (due.list().equals(list) && due.name().equals(name) && access.may(due.permission())) {
          return due;
        }
      }
    }
    throw new RegistrarException.NotFound("list", list + "/" + name);
  }

  /** All matching rows, for an export; at most {@value #MOST}. */
  public Page<Row> all(String code, ListQuery query) {
    return page(
        code,
        new ListQuery(0, MOST, query.sort(), query.ascending(), query.filters(), query.text()));
  }

  private ListStatement statement(ListView view, ListQuery query) {
    Actor actor = access.current();
    ListStatement statement = new ListStatement(view, time.zone());
    statement.narrow(actor, view.permission(), time.today());
    String only = query.filters().get(ListQuery.ONLY);
    if (only != null) {
      Due due = due(view.code(), only);
      statement.only(due.condition());
      statement.narrow(actor, due.permission(), time.today());
    }
    statement.filter(query);
    return statement;
  }

  private static Row row(ListView view, ResultSet result) throws SQLException {
    List<Serializable> values = new ArrayList<>();
    for (int i = 0; i < view.columns().size(); i++) {
      values.add(value(view.columns().get(i).kind(), result, i + 2));
    }
    return new Row(result.getString(1), java.util.Collections.unmodifiableList(values));
  }

  private static Serializable value(ListView.Kind kind, ResultSet result, int index)
      throws SQLException {
    return switch (kind) {
      case NUMBER -> result.getBigDecimal(index);
      case DATE -> result.getObject(index, java.time.LocalDate.class);
      case MOMENT -> moment(result, index);
      case FLAG -> {
        boolean flag = result.getBoolean(index);
        yield result.wasNull() ? null : flag;
      }
      case TEXT, CHOICE, CHOICES, NAMES -> result.getString(index);
    };
  }

  private static Instant moment(ResultSet result, int index) throws SQLException {
    Timestamp stamp = result.getTimestamp(index);
    return stamp == null
        ? null
        : result.getObject(index, LocalDateTime.class).toInstant(ZoneOffset.UTC);
  }
}
