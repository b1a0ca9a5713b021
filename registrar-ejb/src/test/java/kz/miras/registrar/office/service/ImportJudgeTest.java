package kz.miras.registrar.office.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.miras.registrar.office.service.ImportJudge.Judged;
import kz.miras.registrar.office.service.ImportStore.State;
import kz.miras.registrar.shared.Field;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.Checks;
import kz.miras.registrar.shared.service.RecordList;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ImportJudgeTest {

  /** Units that may lie in one another, as they stand between two files. */
  private final Map<String, Map<String, String>> units = new LinkedHashMap<>();

  private int written;

  /** Fields the file has no column for. */
  private Set<String> absent = Set.of();

  @Test
  @DisplayName("IMP-1 nothing is stored unless every row is right or the good ones are accepted")
  void allOrAccepted() {
    assertThat(ImportJudge.refusal(0, false)).isEmpty();
    assertThat(ImportJudge.refusal(3, true)).isEmpty();
    assertThat(ImportJudge.refusal(3, false))
        .contains(Refusal.of("office.import.bad-rows", "IMP-1", 3));
  }

  @Test
  @DisplayName("IMP-2 the same file a second time writes nothing")
  void twiceChangesNothing() {
    List<Map<String, String>> file = List.of(row("A", "5", null), row("B", " 6,0 ", "a"));
    assertThat(states(file)).containsExactly(State.NEW, State.BAD);
    file = List.of(row("A", "5", null), row("B", " 6,0 ", "A"));
    assertThat(states(file)).containsExactly(State.SAME, State.NEW);
    written = 0;
    assertThat(states(file)).containsExactly(State.SAME, State.SAME);
    assertThat(written).isZero();
    assertThat(states(List.of(row("B", "7", "A")))).containsExactly(State.CHANGED);
    assertThat(written).isEqualTo(1);
  }

  @Test
  @DisplayName("IMP-3 a key occurs once in a file; the second row is told")
  void aKeyOccursOnce() {
    List<Judged> judged = judge(List.of(row("A", "5", null), row("A", "6", null)));
    assertThat(judged).extracting(Judged::state).containsExactly(State.NEW, State.BAD);
    assertThat(judged.get(1).verdict().refusals())
        .containsExactly(Refusal.of("office.import.twice", "IMP-3").at("code"));
    assertThat(units.get("A")).containsEntry("seats", "5");
  }

  @Test
  @DisplayName("IMP-1 a row may build on one further down, in any depth")
  void rowsBuildOnOneAnother() {
    assertThat(
            states(
                List.of(
                    row("D", "1", "C"),
                    row("C", "1", "B"),
                    row("B", "1", "A"),
                    row("A", "1", null))))
        .containsExactly(State.NEW, State.NEW, State.NEW, State.NEW);
  }

  @Test
  @DisplayName("IMP-1 rows that wait for each other are bad, and the rest is not held up")
  void circlesAreBad() {
    assertThat(states(List.of(row("A", "1", "B"), row("B", "1", "A"), row("C", "1", null))))
        .containsExactly(State.BAD, State.BAD, State.NEW);
    assertThat(units).containsOnlyKeys("C");
  }

  @Test
  @DisplayName("IMP-1 a warning stores the row and shows")
  void warnings() {
    List<Judged> judged = judge(List.of(row("A", "1000", null)));
    assertThat(judged.get(0).state()).isEqualTo(State.WARN);
    assertThat(units).containsKey("A");
  }

  @Test
  @DisplayName("IMP-1 DAT-1 a row that cannot be read is bad, with every field named")
  void unreadableRows() {
    List<Judged> judged = judge(List.of(row("", "many", null)));
    assertThat(judged.get(0).isBad()).isTrue();
    assertThat(judged.get(0).verdict().refusals())
        .extracting(Refusal::field)
        .containsExactly("code", "seats");
    assertThat(units).isEmpty();
  }

  @Test
  @DisplayName("IMP-1 a formula or a spreadsheet's error is told beside its field, not as empty")
  void cellsWithoutValue() {
    List<Judged> judged =
        judge(new Units(), Set.of())
            .judge(
                List.of(
                    new TableRow(7, row("A", "", null), Map.of("seats", "office.import.formula"))),
                done -> {});
    assertThat(judged.get(0).verdict().refusals())
        .containsExactly(Refusal.of("office.import.formula", "DAT-1").at("seats"));
    assertThat(units).isEmpty();
  }

  @Test
  @DisplayName("IMP-2 what the file has no column for stays; an empty cell empties")
  void absentColumnsSayNothing() {
    states(List.of(row("A", "1", null), row("B", "5", "A")));
    absent = Set.of("parent");
    assertThat(states(List.of(row("B", "5", null)))).containsExactly(State.SAME);
    assertThat(states(List.of(row("B", "6", null)))).containsExactly(State.CHANGED);
    assertThat(units.get("B")).containsEntry("parent", "A").containsEntry("seats", "6");
    absent = Set.of();
    assertThat(states(List.of(row("B", "6", null)))).containsExactly(State.CHANGED);
    assertThat(units.get("B")).doesNotContainKey("parent");
  }

  private List<State> states(List<Map<String, String>> file) {
    return judge(file).stream().map(Judged::state).toList();
  }

  private List<Judged> judge(List<Map<String, String>> file) {
    List<TableRow> rows = new ArrayList<>();
    for (int i = 0; i < file.size(); i++) {
      rows.add(new TableRow(i + 2, file.get(i), Map.of()));
    }
    List<Integer> progress = new ArrayList<>();
    List<Judged> judged = judge(new Units(), absent).judge(rows, progress::add);
    assertThat(progress).isSorted();
    return judged;
  }

  private static Map<String, String> row(String code, String seats, String parent) {
    Map<String, String> row = new LinkedHashMap<>();
    row.put("code", code);
    row.put("seats", seats);
    row.put("parent", parent);
    return row;
  }

  private final class Units implements RecordList {

    @Override
    public String code() {
      return "units";
    }

    @Override
    public String permission() {
      return "catalogue.edit";
    }

    @Override
    public List<Field> fields() {
      return List.of(
          Field.text("code", 10), Field.number("seats"), Field.text("parent", 10).optional());
    }

    @Override
    public List<String> key() {
      return List.of("code");
    }

    @Override
    public Sheet open() {
      return new Sheet() {
        @Override
        public Optional<Map<String, String>> stored(Map<String, String> values) {
          return Optional.ofNullable(units.get(values.get("code")));
        }

        @Override
        public Verdict check(Map<String, String> values) {
          String parent = values.get("parent");
          Verdict verdict =
              parent == null
                  ? Verdict.allowed()
                  : Checks.known("parent", parent, units.get(parent));
          return Integer.parseInt(values.get("seats")) > 500
              ? verdict.and(Verdict.warning(Refusal.of("unit.large", "DAT-2")))
              : verdict;
        }

        @Override
        public Verdict write(Map<String, String> values) {
          written++;
          units.put(values.get("code"), values);
          return Verdict.allowed();
        }
      };
    }
  }

  private static ImportJudge judge(RecordList list, Set<String> absent) {
    return new ImportJudge(list, list.open(), absent);
  }
}
