package kz.miras.registrar.office.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.Target;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.office.service.ImportStore.Run;
import kz.miras.registrar.office.service.ImportStore.StagedRow;
import kz.miras.registrar.shared.Checksum;
import kz.miras.registrar.shared.Field;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.Messages;
import kz.miras.registrar.shared.service.RecordList;
import kz.miras.registrar.shared.service.UniversityTime;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Bringing lists in by file: template, dry run, findings, applying. */
@Stateless
@Guarded
public class ImportDesk {

  private static final int SHOWN = 500;
  private static final Jsonb JSON = JsonbBuilder.create();

  @Inject private RecordLists lists;
  @Inject private ImportStore store;
  @Inject private ImportRunner runner;
  @Inject private Access access;
  @Inject private UniversityTime time;

  /**
   * What is wrong with, or noteworthy of, a row.
   *
   * @param row number in the file
   * @param field name of the field in the user's language; empty for the whole row
   * @param error false for a warning
   * @param rule id of the rule
   * @param text the reason, with what would satisfy it
   */
  public record Finding(int row, String field, boolean error, String rule, String text)
      implements Serializable {}

  /** The lists the caller may import. */
  @RolesAllowed(Permissions.IMPORT_RUN)
  public List<String> lists() {
    return lists.all().stream()
        .filter(list -> access.may(list.permission()))
        .map(RecordList::code)
        .toList();
  }

  /** An empty XLSX with the headings of a list; required ones are starred. */
  @RolesAllowed(Permissions.IMPORT_RUN)
  public byte[] template(String code, Language language) {
    RecordList list = importable(code);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(out, "Registrar", "1.0")) {
      Worksheet sheet = workbook.newWorksheet(code);
      Worksheet help = workbook.newWorksheet("?");
      int column = 0;
      for (Field field : list.fields()) {
        String label = ImportHeadings.label(code, field.key(), language);
        sheet.value(0, column, field.required() ? label + " *" : label);
        sheet.style(0, column).bold().fillColor("E8EEF4").set();
        sheet.width(column, Math.max(12, Math.min(36, label.length() + 4)));
        help.value(column, 0, label);
        help.value(column, 1, Messages.text(language, "office.field-type." + field.type()));
        help.value(column, 2, String.join(", ", field.choices()));
        column++;
      }
      sheet.freezePane(0, 1);
      workbook.finish();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /**
   * Takes a file and begins its dry run; {@link #run} tells how far it is.
   *
   * @throws RegistrarException.Refused where the file cannot be read as a table, or has none of the
   *     headings
   */
  @RolesAllowed(Permissions.IMPORT_RUN)
  public UUID upload(String code, String fileName, byte[] content) {
    RecordList list = importable(code);
    List<Map<String, String>> rows = new ArrayList<>();
    for (Map<String, String> row : TableFile.read(fileName, content)) {
      rows.add(ImportRunner.byField(row, list.fields(), code));
    }
    requireHeadings(list, rows.get(0));
    UUID run =
        store.begin(code, fileName, Checksum.sha256(content), access.current().login(), time.now());
    runner.check(run, code, rows);
    return run;
  }

  private static void requireHeadings(RecordList list, Map<String, String> row) {
    List<String> missing =
        list.fields().stream()
            .filter(Field::required)
            .map(Field::key)
            .filter(field -> !row.containsKey(field))
            .toList();
    if (!missing.isEmpty()) {
      throw new RegistrarException.Refused(
          Refusal.of("office.import.headings", "DAT-1", String.join(", ", missing)));
    }
  }

  /** How far an import is. */
  @RolesAllowed(Permissions.IMPORT_RUN)
  public Optional<Run> run(UUID id) {
    return store.run(id);
  }

  /** The latest imports. */
  @RolesAllowed(Permissions.IMPORT_RUN)
  public List<Run> latest() {
    return store.latest(30);
  }

  /** The first findings of an import, row by row. */
  @RolesAllowed(Permissions.IMPORT_RUN)
  public List<Finding> findings(UUID id, Language language) {
    String code =
        store.run(id).orElseThrow(() -> new RegistrarException.NotFound("import", id)).list();
    List<Finding> findings = new ArrayList<>();
    for (StagedRow row : store.rows(id, true, SHOWN)) {
      for (Object item : JSON.fromJson(row.findings(), List.class)) {
        findings.add(finding(code, row.number(), (Map<?, ?>) item, language));
      }
    }
    return findings;
  }

  private static Finding finding(String code, int row, Map<?, ?> item, Language language) {
    String field = String.valueOf(item.get("field"));
    List<?> args = (List<?>) item.get("args");
    Refusal refusal =
        new Refusal(
            String.valueOf(item.get("code")),
            String.valueOf(item.get("rule")),
            field,
            args.stream().map(Object::toString).map(Serializable.class::cast).toList());
    return new Finding(
        row,
        field.isEmpty() ? "" : ImportHeadings.label(code, field, language),
        "ERROR".equals(item.get("severity")),
        refusal.rule(),
        Messages.text(language, refusal));
  }

  /**
   * Stores the rows of a checked import.
   *
   * @param goodRowsOnly whether the user accepts that bad rows are left out
   * @throws RegistrarException.Refused where there are bad rows and the user has not accepted that
   */
  @RolesAllowed(Permissions.IMPORT_RUN)
  public void apply(UUID id, boolean goodRowsOnly) {
    Run run = store.run(id).orElseThrow(() -> new RegistrarException.NotFound("import", id));
    importable(run.list());
    ImportJudge.refusal(run.bad(), goodRowsOnly)
        .ifPresent(
            refusal -> {
              throw new RegistrarException.Refused(refusal);
            });
    if (!store.move(id, "CHECKED", "APPLYING")) {
      throw new RegistrarException.Conflict("office.import.not-checked", run.status());
    }
    runner.apply(id, run.list());
  }

  /** Gives a checked import up; nothing of it has been stored. */
  @RolesAllowed(Permissions.IMPORT_RUN)
  public void reject(UUID id) {
    store.move(id, "CHECKED", "REJECTED");
  }

  private RecordList importable(String code) {
    RecordList list = lists.named(code);
    access.require(list.permission(), Target.nobodys(), "list", code);
    return list;
  }
}
