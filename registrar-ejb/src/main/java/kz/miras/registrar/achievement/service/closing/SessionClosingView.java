package kz.miras.registrar.achievement.service.closing;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kz.miras.registrar.attestation.GradeCount;
import kz.miras.registrar.attestation.service.SessionSheets.Waiting;
import kz.miras.registrar.shared.LocalizedText;

/**
 * The submitted sheets of a session as they stand for whoever would close them.
 *
 * @param term code
 * @param sheets all of them
 */
public record SessionClosingView(String term, List<Waiting> sheets) implements Serializable {

  public SessionClosingView {
    sheets = List.copyOf(sheets);
  }

  /** What the sheets of a department come to that would be closed now. */
  public record Part(String code, LocalizedText name, int sheets, GradeCount count)
      implements Serializable {}

  /** Sheets nothing stands against. */
  public List<Waiting> ready() {
    return sheets.stream().filter(Waiting::ready).toList();
  }

  /** Sheets that are left out unless asked for. */
  public List<Waiting> leftOut() {
    return sheets.stream().filter(Waiting::leftOut).toList();
  }

  /** Sheets that cannot be closed as they are. */
  public List<Waiting> refused() {
    return sheets.stream().filter(Waiting::refused).toList();
  }

  /**
   * Sheets that would be closed.
   *
   * @param leftOutToo those that are left out too
   */
  public List<Waiting> closed(boolean leftOutToo) {
    return sheets.stream().filter(one -> one.ready() || leftOutToo && one.leftOut()).toList();
  }

  /** The same by department, in order of code. */
  public List<Part> parts(boolean leftOutToo) {
    Map<String, List<Waiting>> byCode = new TreeMap<>();
    closed(leftOutToo)
        .forEach(
            one -> byCode.computeIfAbsent(one.department(), key -> new ArrayList<>()).add(one));
    return byCode.values().stream()
        .map(
            some ->
                new Part(
                    some.get(0).department(),
                    some.get(0).departmentName(),
                    some.size(),
                    count(some)))
        .toList();
  }

  /** What they come to together. */
  public GradeCount count(boolean leftOutToo) {
    return count(closed(leftOutToo));
  }

  private static GradeCount count(List<Waiting> sheets) {
    return sheets.stream().map(Waiting::count).reduce(GradeCount.none(), GradeCount::plus);
  }
}
