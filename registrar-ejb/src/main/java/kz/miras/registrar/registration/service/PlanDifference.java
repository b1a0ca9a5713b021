package kz.miras.registrar.registration.service;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import kz.miras.registrar.registration.EnrolmentType;
import kz.miras.registrar.shared.LocalizedText;

/**
 * What differs between two versions of a plan, discipline by discipline.
 *
 * @param before the earlier version
 * @param after the later version; null for the plan as it is now
 * @param lines only those that differ, in the order of the later version, then what is gone
 */
public record PlanDifference(PlanView.Event before, PlanView.Event after, List<Line> lines)
    implements Serializable {

  public PlanDifference {
    lines = List.copyOf(lines);
  }

  /** How a line differs. */
  public enum Kind {
    ADDED,
    CHANGED,
    REMOVED
  }

  /**
   * How a discipline stands in a version.
   *
   * @param term code
   * @param discipline code
   * @param language tag
   * @param group code; null while none is chosen
   * @param stream code; null while none is chosen, and where the history does not tell it
   */
  public record Shape(
      String term,
      String discipline,
      LocalizedText name,
      int credits,
      EnrolmentType type,
      String language,
      String group,
      String stream)
      implements Serializable {

    private String key() {
      return term + ' ' + discipline;
    }

    private boolean isSame(Shape other) {
      return type == other.type
          && Objects.equals(language, other.language)
          && Objects.equals(group, other.group)
          && hears(other);
    }

    /** An older history tells of no stream: then there is nothing to compare. */
    private boolean hears(Shape other) {
      return stream == null || other.stream == null || stream.equals(other.stream);
    }
  }

  /**
   * A discipline that differs.
   *
   * @param was null where it was added
   * @param now null where it is gone
   */
  public record Line(Kind kind, Shape was, Shape now) implements Serializable {

    /** The discipline, as the version that has it tells it. */
    public Shape any() {
      return now == null ? was : now;
    }

    public boolean isTypeChanged() {
      return kind == Kind.CHANGED && was.type != now.type;
    }

    public boolean isLanguageChanged() {
      return kind == Kind.CHANGED && !Objects.equals(was.language, now.language);
    }

    public boolean isGroupChanged() {
      return kind == Kind.CHANGED && !Objects.equals(was.group, now.group);
    }

    public boolean isStreamChanged() {
      return kind == Kind.CHANGED && !was.hears(now);
    }
  }

  /** Compares two versions. */
  static List<Line> between(List<Shape> before, List<Shape> after) {
    Map<String, Shape> gone = new LinkedHashMap<>();
    before.forEach(one -> gone.put(one.key(), one));
    List<Line> lines = new ArrayList<>();
    for (Shape now : after) {
      Shape was = gone.remove(now.key());
      if (was == null) {
        lines.add(new Line(Kind.ADDED, null, now));
      } else if (!was.isSame(now)) {
        lines.add(new Line(Kind.CHANGED, was, now));
      }
    }
    gone.values().forEach(was -> lines.add(new Line(Kind.REMOVED, was, null)));
    return lines;
  }

  /** How a discipline of a term differs; empty where it does not. */
  public Optional<Line> of(String term, String discipline) {
    return lines.stream()
        .filter(line -> line.any().term().equals(term))
        .filter(line -> line.any().discipline().equals(discipline))
        .findFirst();
  }

  /** What a term had in the earlier version and has no more. */
  public List<Shape> removed(String term) {
    return lines.stream()
        .filter(line -> line.kind() == Kind.REMOVED && line.was().term().equals(term))
        .map(Line::was)
        .toList();
  }
}
