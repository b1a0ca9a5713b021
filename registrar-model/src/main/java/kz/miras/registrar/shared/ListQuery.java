package kz.miras.registrar.shared;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BinaryOperator;

/**
 * What a list screen asks for.
 *
 * @param first index of the first row wanted, from 0
 * @param size number of rows wanted, at least 1
 * @param sort column key to sort by; null for the list's own order
 * @param ascending direction of the sort
 * @param filters typed text by column key
 * @param text free text over the list's search columns; null or blank for none
 */
public record ListQuery(
    int first, int size, String sort, boolean ascending, Map<String, String> filters, String text)
    implements Serializable {

  /** Key among the filters that narrows to rows waiting for somebody, by name. */
  public static final String ONLY = "only";

  public ListQuery {
    filters = Map.copyOf(filters);
  }

  /** The first rows, unfiltered. */
  public static ListQuery first(int size) {
    return new ListQuery(0, size, null, true, Map.of(), null);
  }

  /** The same with each filter said otherwise, by column key and what is typed. */
  public ListQuery filtered(BinaryOperator<String> otherwise) {
    Map<String, String> said = new HashMap<>();
    filters.forEach((key, typed) -> said.put(key, otherwise.apply(key, typed)));
    return new ListQuery(first, size, sort, ascending, said, text);
  }
}
