package kz.miras.registrar.correspondence.service.ministry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.correspondence.ministry.PlatformField;
import kz.miras.registrar.correspondence.ministry.PlatformFields;
import kz.miras.registrar.correspondence.ministry.PlatformMapping.Mapped;
import kz.miras.registrar.correspondence.ministry.PlatformNames;
import kz.miras.registrar.correspondence.ministry.PlatformRecord;
import kz.miras.registrar.correspondence.ministry.PlatformSound;
import kz.miras.registrar.correspondence.ministry.PlatformType;
import kz.miras.registrar.correspondence.ministry.RecordDifference;
import kz.miras.registrar.correspondence.ministry.RecordOutcome;
import kz.miras.registrar.shared.Iin;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.TableRows;
import kz.miras.registrar.shared.service.UniversityTime;

/** Reads how the exchange stands, by type and of one record. */
@ApplicationScoped
class MinistryFigures {

  private static final Set<String> IDENTITY = Set.of("iin", "birthDate", "phone");

  @Inject private MinistryRows rows;
  @Inject private RecordReader reader;
  @Inject private Access access;
  @Inject private UniversityTime time;

  List<MinistryDesk.TypeView> types() {
    Map<String, Integer> records =
        counted(
            "SELECT p.type, p.total FROM ministry_part p JOIN (SELECT type, MAX(run_id) AS last FROM"
                + " ministry_part GROUP BY type) x ON x.type = p.type AND x.last = p.run_id");
    Map<String, Integer> taken = counted("SELECT type, COUNT(*) FROM ministry_sent GROUP BY type");
    Map<String, Integer> blocked =
        counted(
            "SELECT type, COUNT(DISTINCT number) FROM ministry_finding WHERE blocks GROUP BY type");
    Map<String, Integer> noted =
        counted(
            "SELECT type, COUNT(DISTINCT number) FROM ministry_finding WHERE NOT blocks GROUP BY"
                + " type");
    Map<String, Integer> differing =
        counted(
            "SELECT f.type, COUNT(DISTINCT f.number) FROM ministry_difference f WHERE "
                + ComparedRows.STANDING
                + " GROUP BY f.type");
    return Stream.of(PlatformType.values())
        .map(
            type ->
                new MinistryDesk.TypeView(
                    type,
                    records.getOrDefault(type.name(), 0),
                    taken.getOrDefault(type.name(), 0),
                    blocked.getOrDefault(type.name(), 0),
                    noted.getOrDefault(type.name(), 0),
                    differing.getOrDefault(type.name(), 0)))
        .toList();
  }

  private Map<String, Integer> counted(String sql) {
    Map<String, Integer> counted = new HashMap<>();
    rows.list(sql, List.of(), row -> Map.entry(row.getString(1), row.getInt(2)))
        .forEach(one -> counted.put(one.getKey(), one.getValue()));
    return counted;
  }

  Optional<RecordView> record(PlatformType type, long number) {
    Mapped mapped = reader.byNumbers(type, List.of(number), rows.codes()).get(number);
    List<RecordDifference> differences =
        rows.list(
            "SELECT f.kind, f.field, f.ours, f.theirs FROM ministry_difference f WHERE f.type = ? AND"
                + " f.number = ? AND "
                + ComparedRows.STANDING
                + " ORDER BY f.id",
            List.of(type.name(), number),
            row ->
                new RecordDifference(
                    RecordDifference.Kind.valueOf(row.getString(1)),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4)));
    if (mapped == null && differences.isEmpty()) {
      return Optional.empty();
    }
    Verdict verdict =
        mapped == null ? Verdict.allowed() : PlatformSound.judge(mapped, time.today());
    return Optional.of(
        new RecordView(
            type,
            number,
            mapped == null ? null : mapped.facts().text("label"),
            page(type, mapped),
            mapped == null ? List.of() : fields(mapped.record()),
            verdict.refusals(),
            verdict.warnings(),
            differences,
            rows.list(
                "SELECT r.uuid, r.begun_at, o.outcome, o.reason FROM ministry_outcome o JOIN"
                    + " ministry_run r ON r.id = o.run_id WHERE o.type = ? AND o.number = ? ORDER BY"
                    + " r.begun_at DESC, r.id DESC LIMIT 10",
                List.of(type.name(), number),
                row ->
                    new RecordView.Past(
                        UUID.fromString(row.getString(1)),
                        TableRows.instant(row, "begun_at"),
                        RecordOutcome.valueOf(row.getString(3)),
                        row.getString(4))),
            rows
                .list(
                    "SELECT at FROM ministry_sent WHERE type = ? AND number = ?",
                    List.of(type.name(), number),
                    row -> TableRows.instant(row, "at"))
                .stream()
                .findFirst()
                .orElse(null)));
  }

  private static String page(PlatformType type, Mapped mapped) {
    String key = mapped == null ? null : mapped.facts().text("link_key");
    return type.page() == null || key == null ? null : type.page() + key;
  }

  private List<RecordView.Field> fields(PlatformRecord record) {
    PlatformNames names = rows.names();
    PlatformRecord whole =
        record.carrying(rows.carried(record.type(), List.of(record.id())).get(record.id()));
    // what identifies a person beside the name is for those who may see it
    boolean identity = access.may(Permissions.STUDENT_READ_IDENTITY);
    List<RecordView.Field> fields = new ArrayList<>();
    for (PlatformField field : PlatformFields.of(record.type())) {
      Object value = whole.get(field.name());
      boolean hidden = value != null && IDENTITY.contains(field.name()) && !identity;
      fields.add(
          new RecordView.Field(
              field.name(),
              names.sent(record.type(), field.name()),
              field.manual(),
              value == null ? null : hidden ? masked(value.toString()) : value.toString(),
              !field.isKept()));
    }
    return fields;
  }

  private static String masked(String value) {
    return Iin.judge(value).isAllowed() ? Iin.parse(value).masked() : "******";
  }
}
