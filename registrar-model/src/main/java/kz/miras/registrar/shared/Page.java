package kz.miras.registrar.shared;

import java.io.Serializable;
import java.util.List;

/**
 * Some rows of a longer list.
 *
 * @param rows the rows asked for
 * @param total number of all rows that match
 */
public record Page<T>(List<T> rows, long total) implements Serializable {

  public Page {
    rows = List.copyOf(rows);
  }
}
