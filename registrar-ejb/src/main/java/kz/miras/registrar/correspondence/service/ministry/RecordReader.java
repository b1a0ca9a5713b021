package kz.miras.registrar.correspondence.service.ministry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import kz.miras.registrar.achievement.CountedLine;
import kz.miras.registrar.achievement.CountedResults;
import kz.miras.registrar.achievement.LedgerEntry;
import kz.miras.registrar.achievement.service.LedgerReader;
import kz.miras.registrar.achievement.service.StudyRules;
import kz.miras.registrar.correspondence.ministry.PlatformCodes;
import kz.miras.registrar.correspondence.ministry.PlatformFacts;
import kz.miras.registrar.correspondence.ministry.PlatformMapping;
import kz.miras.registrar.correspondence.ministry.PlatformMapping.Mapped;
import kz.miras.registrar.correspondence.ministry.PlatformType;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.service.Messages;
import kz.miras.registrar.shared.service.Statements;
import kz.miras.registrar.shared.service.TableRows;
import kz.miras.registrar.shared.service.UniversityTime;

/**
 * Reads records part by part in the order of their numbers, so that a hundred thousand take no more
 * memory than a few hundred, and a run goes on after the last number it is done with.
 */
@ApplicationScoped
class RecordReader {

  @Inject private TableRows table;
  @Inject private LedgerReader ledgers;
  @Inject private StudyRules study;
  @Inject private UniversityTime time;

  /**
   * Some records in the order of their numbers.
   *
   * @param last number of the last thing looked at, which may be no record of the type any more
   */
  record Part(List<Mapped> records, long last) {}

  /** The next records after a number; empty where no number follows. */
  Optional<Part> after(PlatformType type, long number, int most, PlatformCodes codes) {
    // found by the index first: whatever is joined, only these are read
    List<Long> numbers =
        table.list(
            "SELECT number FROM ministry_number WHERE type = ? AND number > ? ORDER BY number LIMIT "
                + most,
            row -> row.getLong(1),
            type.numbers().name(),
            number);
    return numbers.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Part(
                read(type, numbers, new PlatformMapping(codes)), numbers.get(numbers.size() - 1)));
  }

  /** Records by their numbers; what is no more is left out. */
  Map<Long, Mapped> byNumbers(PlatformType type, Collection<Long> numbers, PlatformCodes codes) {
    if (numbers.isEmpty()) {
      return Map.of();
    }
    return read(type, numbers, new PlatformMapping(codes)).stream()
        .collect(Collectors.toMap(mapped -> mapped.record().id(), Function.identity()));
  }

  /** How many records there are. */
  int count(PlatformType type) {
    return table.one(RecordSources.of(type).count(), row -> row.getInt(1)).orElseThrow();
  }

  private List<Mapped> read(PlatformType type, Collection<Long> numbers, PlatformMapping mapping) {
    List<Map<String, Object>> rows =
        table.list(
            RecordSources.of(type)
                .select("e.number IN (" + Statements.places(numbers.size()) + ")"),
            RecordReader::facts,
            numbers.toArray());
    if (type.numbers() == PlatformType.TRANSCRIPT) {
      return results(type, rows, mapping);
    }
    if (type == PlatformType.STUDY_FORMS) {
      rows.forEach(RecordReader::named);
    }
    List<Mapped> mapped = new ArrayList<>();
    rows.forEach(row -> mapped.add(mapping.map(type, id(row), new PlatformFacts(row))));
    return mapped;
  }

  private static long id(Map<String, Object> row) {
    return ((Number) row.get("id")).longValue();
  }

  private static Map<String, Object> facts(ResultSet row) throws SQLException {
    ResultSetMetaData columns = row.getMetaData();
    Map<String, Object> facts = new HashMap<>();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      facts.put(
          columns.getColumnLabel(i),
          columns.getColumnType(i) == Types.DATE
              ? row.getObject(i, LocalDate.class)
              : row.getObject(i));
    }
    return facts;
  }

  private static void named(Map<String, Object> row) {
    for (Language language : Language.values()) {
      row.put("name_" + language.tag(), Messages.text(language, "student.form." + row.get("form")));
    }
  }

  /** Whether a result counts is asked of the whole history of its student. */
  private List<Mapped> results(
      PlatformType type, List<Map<String, Object>> rows, PlatformMapping mapping) {
    Set<Long> students = new LinkedHashSet<>();
    rows.forEach(row -> students.add(((Number) row.get("student_key")).longValue()));
    Map<Long, List<LedgerEntry>> histories = ledgers.ofAll(students);
    Map<Long, Map<Long, CountedLine>> counted = new HashMap<>();
    List<Mapped> mapped = new ArrayList<>();
    for (Map<String, Object> row : rows) {
      long student = ((Number) row.get("student_key")).longValue();
      long position = ((Number) row.get("position")).longValue();
      List<LedgerEntry> history = histories.get(student);
      CountedLine line =
          counted
              .computeIfAbsent(
                  student, key -> lines(history, Level.valueOf((String) row.get("level"))))
              .get(position);
      LedgerEntry entry =
          history.stream().filter(one -> one.position() == position).findFirst().orElseThrow();
      mapped.add(mapping.map(type, id(row), new PlatformFacts(row).with(entry, line)));
    }
    return mapped;
  }

  private Map<Long, CountedLine> lines(List<LedgerEntry> history, Level level) {
    return CountedResults.of(
            history.stream().map(LedgerEntry::toResult).toList(), study.on(level, time.today()))
        .lines()
        .stream()
        .collect(Collectors.toMap(line -> line.result().position(), Function.identity()));
  }
}
