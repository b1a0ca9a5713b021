package kz.miras.registrar.office.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.Scope;
import kz.miras.registrar.access.Target;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.office.service.ImportStore.StagedRow;
import kz.miras.registrar.shared.Checksum;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.RecordList;
import kz.miras.registrar.shared.service.UniversityTime;

/** Bringing lists in by file: template, dry run, findings, applying. */
@Stateless
@Guarded
public class ImportDesk {

  private static final int SHOWN = 500;
  private static final int NAME = 200;

  @Inject private RecordLists lists;
  @Inject private ImportStore store;
  @Inject private ImportStep step;
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

  /** The table of a list as XLSX, with its columns explained and an example on other sheets. */
  @RolesAllowed(Permissions.IMPORT_RUN)
  public byte[] template(String code, Language language) {
    return ImportTemplate.xlsx(importable(code), language);
  }

  /** The headings of a list as a CSV with a byte order mark, semicolons between them. */
  @RolesAllowed(Permissions.IMPORT_RUN)
  public byte[] csvTemplate(String code, Language language) {
    return ImportTemplate.csv(importable(code), language);
  }

  /** What the columns of a list hold. */
  @RolesAllowed(Permissions.IMPORT_RUN)
  public List<ImportTemplate.Column> columns(String code, Language language) {
    return ImportTemplate.columns(importable(code), language);
  }

  /**
   * Takes a file and begins its dry run; {@link #run} tells how far it is.
   *
   * @param language whose names of columns a refusal uses
   * @throws RegistrarException.Refused where the file cannot be read as a table, or its headings
   *     are not those of the list
   */
  @RolesAllowed(Permissions.IMPORT_RUN)
  public UUID upload(String code, String fileName, byte[] content, Language language) {
    RecordList list = importable(code);
    String name = shortened(fileName);
    TableFile file = TableFile.read(name, content);
    ImportHeadings headings = ImportHeadings.of(list);
    List<RecordList> others =
        lists.all().stream().filter(other -> !other.code().equals(code)).toList();
    List<Refusal> refusals = headings.judge(file.headings(), others, language);
    if (!refusals.isEmpty()) {
      throw new RegistrarException.Refused(refusals);
    }
    List<TableRow> rows = file.rows().stream().map(headings::byField).toList();
    UUID run =
        store.begin(
            list,
            name,
            Checksum.sha256(content),
            rows.size(),
            access.current().login(),
            time.now());
    runner.check(run, code, rows);
    return run;
  }

  /** A name without its folders, no longer than its column. */
  private static String shortened(String fileName) {
    String name = fileName == null ? "" : fileName.replaceAll("^.*[/\\\\]", "");
    name = name.replaceAll("\\p{Cntrl}", "").strip();
    return name.length() <= NAME ? name : name.substring(name.length() - NAME);
  }

  /** How far an import is. */
  @RolesAllowed({Permissions.IMPORT_RUN, Permissions.GRADE_CORRECTION_APPROVE})
  public Optional<ImportRun> run(UUID id) {
    return store.run(id).filter(this::isMine);
  }

  /** The latest imports. */
  @RolesAllowed(Permissions.IMPORT_RUN)
  public List<ImportRun> latest() {
    return store.latest(30).stream().filter(this::isMine).toList();
  }

  /** The office sees every import, who approves files those, others the own ones. */
  private boolean isMine(ImportRun run) {
    return run.needsApproval() && access.may(Permissions.GRADE_CORRECTION_APPROVE, Target.nobodys())
        || access.scopes(Permissions.IMPORT_RUN).contains(Scope.ALL)
        || run.uploadedBy().equals(access.current().login());
  }

  /** The first findings of an import, row by row. */
  @RolesAllowed({Permissions.IMPORT_RUN, Permissions.GRADE_CORRECTION_APPROVE})
  public List<Finding> findings(UUID id, Language language) {
    ImportRun run = known(id);
    RecordList list =
        run.needsApproval() && access.may(Permissions.GRADE_CORRECTION_APPROVE, Target.nobodys())
            ? lists.named(run.list())
            : importable(run.list());
    List<Finding> findings = new ArrayList<>();
    for (StagedRow row : store.rows(id, true, SHOWN)) {
      findings.addAll(ImportFindings.shown(list, row.number(), row.findings(), language));
    }
    return findings;
  }

  private ImportRun known(UUID id) {
    return run(id).orElseThrow(() -> new RegistrarException.NotFound("import", id));
  }

  /**
   * Stores the rows of a checked import.
   *
   * @param goodRowsOnly whether the user accepts that bad rows are left out
   * @throws RegistrarException.Refused where there are bad rows and the user has not accepted that,
   *     or a second person has to approve the file first
   */
  @RolesAllowed(Permissions.IMPORT_RUN)
  public void apply(UUID id, boolean goodRowsOnly) {
    ImportRun run = known(id);
    RecordList list = importable(run.list());
    if (run.needsApproval()) {
      throw new RegistrarException.Refused(Refusal.of("office.import.needs-approval", "IMP-6"));
    }
    ImportJudge.refusal(run.bad(), goodRowsOnly)
        .ifPresent(
            refusal -> {
              throw new RegistrarException.Refused(refusal);
            });
    if (!moved(id, list, "CHECKED")) {
      throw new RegistrarException.Conflict("office.import.not-checked", run.status());
    }
    runner.apply(id, run.list());
  }

  private boolean moved(UUID id, RecordList list, String from) {
    return list.isStoredInSteps() ? step.goOn(id, from) : store.move(id, from, "APPLYING");
  }

  /** Whether an import stores its rows one by one, so that some are stored where it broke off. */
  @RolesAllowed({Permissions.IMPORT_RUN, Permissions.GRADE_CORRECTION_APPROVE})
  public boolean isInSteps(ImportRun run) {
    return lists.named(run.list()).isStoredInSteps();
  }

  /**
   * Whether an import that broke off while it was being stored can go on with the rows that are
   * left: all of them where it stores its rows at once. What needs approval goes on as it was
   * approved: its rows have not changed since.
   */
  @RolesAllowed({Permissions.IMPORT_RUN, Permissions.GRADE_CORRECTION_APPROVE})
  public boolean mayGoOn(ImportRun run) {
    return run.status().equals("FAILED")
        && run.fresh() + run.changed() > 0
        && access.may(lists.named(run.list()).permission());
  }

  /**
   * Goes on storing the rows of an import that broke off.
   *
   * @throws RegistrarException.Conflict where somebody else goes on with it already
   */
  @RolesAllowed(Permissions.IMPORT_RUN)
  public void goOn(UUID id) {
    ImportRun run = known(id);
    RecordList list = importable(run.list());
    if (!mayGoOn(run) || !moved(id, list, "FAILED")) {
      throw new RegistrarException.Conflict("office.import.not-checked", run.status());
    }
    runner.apply(id, run.list());
  }

  /** Gives up an import that is checked or waits for approval; nothing of it has been stored. */
  @RolesAllowed(Permissions.IMPORT_RUN)
  public void reject(UUID id) {
    importable(known(id).list());
    if (!store.move(id, "CHECKED", "REJECTED")) {
      store.move(id, "WAITING", "REJECTED");
    }
  }

  private RecordList importable(String code) {
    RecordList list = lists.named(code);
    access.require(list.permission(), Target.nobodys(), "list", code);
    return list;
  }
}
