package kz.miras.registrar.office.service.consultation;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.service.Messages;

/**
 * How many consultations there were in some time, by what they were about and by whom.
 *
 * @param from first day they were asked on
 * @param to last day they were asked on
 * @param total all of them
 */
public record ConsultationFigures(LocalDate from, LocalDate to, Counts total, List<Part> parts)
    implements Serializable {

  public ConsultationFigures {
    parts = List.copyOf(parts);
  }

  /** By what they are counted. */
  public enum Cut {
    TOPIC,
    MONTH,
    KIND,
    ASKER,
    ANSWERED_BY
  }

  /** One way to count them. */
  public record Part(Cut cut, List<Line> lines) implements Serializable {

    public Part {
      lines = List.copyOf(lines);
    }

    /** What a line of it is called. */
    public String named(Line line, Language language) {
      if (line.name() == null) {
        return Messages.text(language, "office.consultation.figures.nobody");
      }
      return switch (cut) {
        case TOPIC, KIND, ASKER -> Messages.text(language, line.name());
        case MONTH ->
            DateTimeFormatter.ofPattern("LLLL yyyy", language.locale())
                .format(YearMonth.parse(line.name()));
        case ANSWERED_BY -> line.name();
      };
    }
  }

  /**
   * A line of it.
   *
   * @param name message key, month as {@code yyyy-MM}, or name of a person; null where nobody has
   *     answered yet
   */
  public record Line(String name, Counts counts) implements Serializable {}

  /**
   * Counts.
   *
   * @param all how many were asked or booked
   * @param answered how many were answered
   * @param inTime how many of those by their day
   * @param open how many wait
   * @param missed to how many appointments nobody came
   * @param takenBack how many were cancelled or called off
   */
  public record Counts(long all, long answered, long inTime, long open, long missed, long takenBack)
      implements Serializable {}
}
