package kz.miras.registrar.attestation.service.entry;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kz.miras.registrar.attestation.SheetStatus;
import kz.miras.registrar.curriculum.Mark;
import kz.miras.registrar.shared.LocalizedText;

/**
 * A journal of ratings as programs read it.
 *
 * @param columns that may be filled, as marks name them
 * @param rows without names: programs know their students by number
 */
public record ExchangedJournal(Head head, List<String> columns, List<Row> rows)
    implements Serializable {

  public ExchangedJournal {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /**
   * What it is a journal of.
   *
   * @param key of the database, by which lists go on
   * @param period 1 or 2
   * @param sheet public id of the sheet its ratings go to
   * @param section public id of the group; null where there is none, as its code
   */
  public record Head(
      long key,
      String id,
      String number,
      int period,
      SheetStatus status,
      String discipline,
      LocalizedText name,
      String term,
      String sheet,
      String section,
      String sectionCode,
      int students)
      implements Serializable {}

  /**
   * A student's row.
   *
   * @param weeks points by week of the term
   * @param missed AB or AE by week, of those missed without and for a reason
   * @param control score of the control of the period; null until typed
   * @param absent whether the control was missed without a reason: its score is 0
   * @param rating of the period, two decimals; null while it is open
   * @param absences hours; null where nobody has counted, as those for a valid reason
   * @param individual whether the control is taken alone, by a disposition
   * @param withdrawn whether nothing is typed in it any more
   */
  public record Row(
      int position,
      String studentNo,
      Map<Integer, BigDecimal> weeks,
      Map<Integer, Mark> missed,
      Integer control,
      boolean absent,
      BigDecimal rating,
      Integer absences,
      Integer validAbsences,
      boolean individual,
      boolean withdrawn)
      implements Serializable {

    public Row {
      weeks = Collections.unmodifiableMap(new TreeMap<>(weeks));
      missed = Collections.unmodifiableMap(new TreeMap<>(missed));
    }
  }

  /** Changes with whatever a program reads of it. */
  public String tag() {
    return ExchangeTag.of(this);
  }
}
