package kz.miras.registrar.office.service;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import kz.miras.registrar.office.service.ImportStore.State;
import kz.miras.registrar.shared.RecordReader;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.RecordList;

/**
 * IMP-1 to IMP-3. Judges the rows of a file one by one and writes the good ones into the list as it
 * stands in the caller's transaction; a row that says what is stored already is not written.
 */
final class ImportJudge {

  private final RecordList list;
  private final RecordList.Sheet sheet;
  private final Set<String> absent;
  private final ChoiceWords words;
  private final Set<List<String>> keys = new HashSet<>();

  /**
   * Judges into an open list.
   *
   * @param absent fields the file has no column for; what is stored in them stays
   */
  ImportJudge(RecordList list, RecordList.Sheet sheet, Set<String> absent) {
    this.list = list;
    this.sheet = sheet;
    this.absent = Set.copyOf(absent);
    this.words = new ChoiceWords(list);
  }

  /** What became of a row. */
  record Judged(State state, Verdict verdict) {

    boolean isBad() {
      return state == State.BAD;
    }

    /** Names a record that may come further down in the same file. */
    private boolean waits() {
      return isBad()
          && verdict.refusals().stream()
              .anyMatch(refusal -> refusal.code().equals("field.unknown"));
    }
  }

  /** IMP-1. Bad rows are left out only if the user accepts that. */
  static Optional<Refusal> refusal(int bad, boolean goodRowsOnly) {
    return bad > 0 && !goodRowsOnly
        ? Optional.of(Refusal.of("office.import.bad-rows", "IMP-1", bad))
        : Optional.empty();
  }

  /**
   * Judges all rows; one that names a record further down is tried again when that is written.
   *
   * @param rows typed values by field
   * @param progress told how many rows are done
   */
  List<Judged> judge(List<TableRow> rows, IntConsumer progress) {
    Judged[] judged = new Judged[rows.size()];
    List<Integer> waiting = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      waiting.add(i);
    }
    int before;
    int done = 0;
    do {
      before = waiting.size();
      List<Integer> again = new ArrayList<>();
      for (int i : waiting) {
        judged[i] = judge(rows.get(i));
        if (judged[i].waits()) {
          again.add(i);
        } else {
          progress.accept(++done);
        }
      }
      waiting = again;
    } while (!waiting.isEmpty() && waiting.size() < before);
    sheet.finish();
    return List.of(judged);
  }

  /** Judges one row and writes it where it is good. */
  Judged judge(TableRow row) {
    RecordReader.Reading reading = RecordReader.read(list.fields(), words.coded(row.values()));
    if (!row.problems().isEmpty()) {
      return new Judged(State.BAD, problems(row, reading.verdict()));
    }
    if (!reading.verdict().isAllowed()) {
      return new Judged(State.BAD, reading.verdict());
    }
    Map<String, String> values = new LinkedHashMap<>(reading.values());
    keepAbsent(values);
    Verdict verdict = sheet.check(values);
    if (!verdict.isAllowed()) {
      return new Judged(State.BAD, verdict);
    }
    if (!keys.add(list.key().stream().map(key -> String.valueOf(values.get(key))).toList())) {
      return new Judged(
          State.BAD,
          verdict.and(
              Verdict.refused(Refusal.of("office.import.twice", "IMP-3").at(list.key().get(0)))));
    }
    Map<String, String> stored = sheet.stored(values).orElse(null);
    if (values.equals(stored)) {
      return new Judged(State.SAME, verdict);
    }
    Verdict written = sheet.write(values);
    if (!written.isAllowed()) {
      return new Judged(State.BAD, verdict.and(written));
    }
    boolean warned = stored == null && !verdict.warnings().isEmpty();
    return new Judged(stored != null ? State.CHANGED : warned ? State.WARN : State.NEW, verdict);
  }

  /** A cell without a value is told as such, not as an empty one. */
  private static Verdict problems(TableRow row, Verdict read) {
    List<Refusal> refusals = new ArrayList<>();
    row.problems().forEach((field, code) -> refusals.add(Refusal.of(code, "DAT-1").at(field)));
    read.refusals().stream()
        .filter(refusal -> !row.problems().containsKey(refusal.field()))
        .forEach(refusals::add);
    return new Verdict(refusals, List.of(), false);
  }

  /** A column the file does not have says nothing; only an empty cell empties a field. */
  private void keepAbsent(Map<String, String> values) {
    if (!absent.isEmpty()) {
      sheet
          .stored(values)
          .ifPresent(
              stored ->
                  absent.stream()
                      .filter(stored::containsKey)
                      .forEach(field -> values.put(field, stored.get(field))));
    }
  }
}
