package kz.miras.registrar.correspondence.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import kz.miras.registrar.correspondence.service.LetterTable;

/** What lies on the table of whoever looks, today. */
@Named("letterTable")
@RequestScoped
public class LetterTableScreen {

  @Inject private LetterTable table;

  private List<LetterTable.Heap> heaps;

  public List<LetterTable.Heap> getHeaps() {
    if (heaps == null) {
      heaps = table.heaps();
    }
    return heaps;
  }

  /** How many letters are late, of all heaps. */
  public long getLate() {
    return count(LetterTable.Urgency.LATE);
  }

  public long getToday() {
    return count(LetterTable.Urgency.TODAY);
  }

  public long getWeek() {
    return count(LetterTable.Urgency.WEEK);
  }

  private long count(LetterTable.Urgency urgency) {
    return getHeaps().stream()
        .flatMap(heap -> heap.lines().stream())
        .filter(line -> line.urgency() == urgency)
        .map(LetterTable.Line::id)
        .distinct()
        .count();
  }

  /** How a badge of an urgency looks. */
  public String style(LetterTable.Urgency urgency) {
    return switch (urgency) {
      case LATE -> "bad";
      case TODAY -> "warn";
      case WEEK -> "info";
      case LATER, OPEN -> "";
    };
  }
}
