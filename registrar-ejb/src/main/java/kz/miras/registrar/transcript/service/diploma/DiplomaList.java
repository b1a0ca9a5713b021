package kz.miras.registrar.transcript.service.diploma;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.shared.Field;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.Checks;
import kz.miras.registrar.shared.service.Json;
import kz.miras.registrar.shared.service.RecordList;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.service.Students;
import kz.miras.registrar.transcript.diploma.DiplomaDraft;
import kz.miras.registrar.transcript.diploma.DiplomaSeries;
import kz.miras.registrar.transcript.service.diploma.DiplomaStore.Stored;

/** Diplomas as the office drafts them: what the supplement prints beside person and results. */
@ApplicationScoped
public class DiplomaList implements RecordList {

  private static final List<String> COLUMNS =
      List.of(
          "series",
          "qualification_kk",
          "qualification_ru",
          "qualification_en",
          "protocol",
          "decided_on",
          "topic_kk",
          "topic_ru",
          "topic_en",
          "thesis_code",
          "previous_kk",
          "previous_en",
          "entrance_kk",
          "entrance_en",
          "at_distance",
          "additional_application");

  private static final String INSERT =
      "INSERT INTO diploma (id, uuid, student_id, status, drafted_by, drafted_at, "
          + String.join(", ", COLUMNS)
          + ") VALUES (NEXT VALUE FOR diploma_seq, ?, ?, 'DRAFT', ?, UTC_TIMESTAMP(6)"
          + ", ?".repeat(16)
          + ")";

  private static final String UPDATE =
      "UPDATE diploma SET drafted_by = ?, version = version + 1, "
          + String.join(" = ?, ", COLUMNS)
          + " = ? WHERE uuid = ? AND status IN ('DRAFT', 'NUMBERED')";

  @Inject private DiplomaStore store;
  @Inject private DiplomaChecking checking;
  @Inject private Students students;
  @Inject private Access access;
  @Inject private AuditTrail audit;
  @Inject private UniversityTime time;

  @Override
  public String code() {
    return "diplomas";
  }

  @Override
  public String permission() {
    return Permissions.DIPLOMA_DRAFT;
  }

  @Override
  public List<Field> fields() {
    return List.of(
        Field.text("student_no", 32),
        Field.choice("series", DiplomaSeries.class),
        Field.text("qualification_kk", 300),
        Field.text("qualification_ru", 300),
        Field.text("qualification_en", 300),
        Field.text("protocol", 64),
        Field.date("decided_on"),
        Field.text("topic_kk", 1000).optional(),
        Field.text("topic_ru", 1000).optional(),
        Field.text("topic_en", 1000).optional(),
        Field.text("thesis_code", 32).optional(),
        Field.text("previous_kk", 500).optional(),
        Field.text("previous_en", 500).optional(),
        Field.text("entrance_kk", 500).optional(),
        Field.text("entrance_en", 500).optional(),
        Field.number("at_distance").optional(),
        Field.text("additional_application", 200).optional());
  }

  @Override
  public List<String> key() {
    return List.of("student_no");
  }

  @Override
  public Sheet open() {
    return new Records();
  }

  private final class Records implements Sheet {

    private final Map<String, Optional<Student>> found = new HashMap<>();

    private Optional<Student> student(Map<String, String> values) {
      return found.computeIfAbsent(values.get("student_no"), students::byNumber);
    }

    @Override
    public Optional<Map<String, String>> stored(Map<String, String> values) {
      return store
          .original(values.get("student_no"))
          .map(
              stored -> {
                Map<String, String> written = written(stored.draft());
                written.put("student_no", values.get("student_no"));
                written.values().removeIf(value -> value == null);
                return written;
              });
    }

    @Override
    public Verdict check(Map<String, String> values) {
      values.putIfAbsent("at_distance", "0");
      Student student = student(values).orElse(null);
      Verdict verdict =
          Checks.known("student_no", values.get("student_no"), student)
              .and(Checks.within("at_distance", values, 0, 200))
              .and(topic(values))
              .and(decided(values));
      if (student != null) {
        verdict =
            verdict.and(
                DiplomaSeries.valueOf(values.get("series"))
                    .fits(student.getProgramme().getLevel()));
      }
      boolean fixed =
          store.original(values.get("student_no")).filter(it -> !it.status().isOpen()).isPresent();
      return fixed
          ? verdict.and(
              Verdict.refused(
                  Refusal.of("diploma.draft.state", "DIP-11", values.get("student_no"))
                      .at("student_no")))
          : verdict;
    }

    private Verdict decided(Map<String, String> values) {
      return Checks.day(values, "decided_on").isAfter(time.today())
          ? Verdict.refused(
              Refusal.of("diploma.draft.decided", "DIP-9", values.get("decided_on"))
                  .at("decided_on"))
          : Verdict.allowed();
    }

    /** In all three languages or in none. */
    private Verdict topic(Map<String, String> values) {
      long told =
          List.of("topic_kk", "topic_ru", "topic_en").stream()
              .filter(field -> values.get(field) != null)
              .count();
      return told == 0 || told == 3
          ? Verdict.allowed()
          : Verdict.refused(Refusal.of("diploma.draft.topic", "DIP-9").at("topic_kk"));
    }

    @Override
    public Verdict write(Map<String, String> values) {
      Optional<Stored> before = store.original(values.get("student_no"));
      UUID uuid = before.map(Stored::uuid).orElseGet(UUID::randomUUID);
      List<Object> columns = new ArrayList<>();
      if (before.isEmpty()) {
        columns.add(uuid.toString());
        columns.add(student(values).orElseThrow().getId());
      }
      columns.add(access.current().login());
      COLUMNS.forEach(column -> columns.add(values.get(column)));
      if (before.isPresent()) {
        columns.add(uuid.toString());
      }
      store.change(before.isPresent() ? UPDATE : INSERT, columns.toArray());
      store.byUuid(uuid).ifPresent(stored -> store.keep(uuid, checking.terms(stored)));
      audit.record(
          "diploma.draft",
          "Diploma",
          uuid,
          before.map(it -> Json.write(written(it.draft()))).orElse(null),
          Json.write(values));
      return Verdict.allowed();
    }
  }

  private static Map<String, String> written(DiplomaDraft draft) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("series", draft.series().name());
    put(values, "qualification", draft.qualification());
    values.put("protocol", draft.protocol());
    values.put("decided_on", draft.decidedOn().toString());
    put(values, "topic", draft.topic());
    values.put("thesis_code", draft.thesisCode());
    translated(values, "previous", draft.previous());
    translated(values, "entrance", draft.entrance());
    values.put("at_distance", String.valueOf(draft.atDistance()));
    values.put("additional_application", draft.application());
    return values;
  }

  private static void put(Map<String, String> values, String name, LocalizedText text) {
    if (text != null) {
      values.put(name + "_kk", text.getKk());
      values.put(name + "_ru", text.getRu());
      values.put(name + "_en", text.getEn());
    }
  }

  /** What says more than the student's record does. */
  private static void translated(Map<String, String> values, String name, LocalizedText text) {
    if (text != null) {
      Arrays.asList(Map.entry("_kk", text.getKk()), Map.entry("_en", text.getEn())).stream()
          .filter(one -> !one.getValue().equals(text.getRu()))
          .forEach(one -> values.put(name + one.getKey(), one.getValue()));
    }
  }
}
