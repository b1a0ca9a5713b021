package kz.miras.registrar.office.service;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.access.Actor;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.office.service.ListQueries.Row;
import kz.miras.registrar.office.service.ListQueries.Tally;
import kz.miras.registrar.shared.ListQuery;
import kz.miras.registrar.shared.Page;
import kz.miras.registrar.shared.service.Due;
import kz.miras.registrar.shared.service.ListView;

/**
 * What a person finds on coming to work, and what they look for. One transaction each, so that the
 * caller's grants are read once; every row passes the scope of its own list.
 */
@Stateless
@Guarded
@PermitAll
public class DeskQueries {

  /** What a search looks into, in the order of its answer. */
  private static final List<String> SEARCHED =
      List.of(
          "students",
          "groups",
          "orders",
          "sheets",
          "documents",
          "document-requests",
          "offerings",
          "disciplines",
          "programmes",
          "teachers",
          "accounts");

  /**
   * Something that waits.
   *
   * @param due what
   * @param count how many rows, at least 1
   */
  public record Waiting(Due due, long count) implements Serializable {}

  /**
   * Hits in one list.
   *
   * @param view the list
   * @param rows the first of them
   * @param total how many there are
   */
  public record Found(ListView view, List<Row> rows, long total) {}

  @Inject private ListQueries lists;
  @Inject private Access access;

  /** Everything that waits for the caller; the late first. */
  public List<Waiting> waiting() {
    List<Waiting> waiting = new ArrayList<>();
    for (Due due : lists.dues()) {
      long count = lists.count(due);
      if (count > 0) {
        waiting.add(new Waiting(due, count));
      }
    }
    return waiting;
  }

  /**
   * How far the mark sheets of a term are, by school and status; none where the caller sees none.
   *
   * @param term code of the term
   */
  public List<Tally> sheets(String term) {
    return tally("sheets", Map.of("term", term), "school", "status");
  }

  /** How many students the caller sees are in which status. */
  public List<Tally> students() {
    return tally("students", Map.of(), "status");
  }

  private List<Tally> tally(String list, Map<String, String> filters, String... by) {
    boolean readable = lists.views().stream().anyMatch(view -> view.code().equals(list));
    ListQuery query = new ListQuery(0, 1, null, true, filters, null);
    return readable ? lists.tally(list, query, by) : List.of();
  }

  /** Sheets the caller, a teacher, still has to fill in; the earliest exam first. */
  public Page<Row> ownSheets(int most) {
    return lists.page(
        "sheets",
        new ListQuery(0, most, "exam_date", true, Map.of("status", "CREATED,OPEN,OVERDUE"), null));
  }

  /** The caller. */
  public Actor self() {
    return access.current();
  }

  /**
   * Looks into every list the caller may read.
   *
   * @param text words that must all occur in a row
   * @param most rows of each list at most
   */
  public List<Found> find(String text, int most) {
    List<Found> found = new ArrayList<>();
    List<ListView> readable =
        lists.views().stream()
            .filter(view -> SEARCHED.contains(view.code()))
            .sorted(Comparator.comparing(view -> SEARCHED.indexOf(view.code())))
            .toList();
    for (ListView view : readable) {
      Page<Row> page = lists.page(view.code(), new ListQuery(0, most, null, true, Map.of(), text));
      if (page.total() > 0) {
        found.add(new Found(view, page.rows(), page.total()));
      }
    }
    return found;
  }
}
