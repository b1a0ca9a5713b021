package kz.miras.registrar.office.service;

import static kz.miras.registrar.shared.RegistrarException.refuse;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.Target;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.office.ImportApproval;
import kz.miras.registrar.office.service.ImportApprovalStore.Course;
import kz.miras.registrar.shared.Field;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.RecordList;
import kz.miras.registrar.shared.service.UniversityTime;

/**
 * IMP-6. Files that are stored only when a second person has approved them: submitted by who
 * brought them, looked at row by row, approved or rejected with a reason by somebody else.
 */
@Stateless
@Guarded
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ImportApprovals {

  private static final int SHOWN = 1000;
  private static final Jsonb JSON = JsonbBuilder.create();

  @Inject private ImportDesk desk;
  @Inject private ImportStore store;
  @Inject private ImportApprovalStore approvals;
  @Inject private ImportRunner runner;
  @Inject private RecordLists lists;
  @Inject private Access access;
  @Inject private UniversityTime time;

  /**
   * What a file would store.
   *
   * @param headings of the fields any row fills
   * @param rows number in the file first; the first thousand
   */
  public record Contents(List<String> headings, List<List<String>> rows) implements Serializable {}

  /** How far a file has come on its way to approval. */
  @RolesAllowed({Permissions.IMPORT_RUN, Permissions.GRADE_CORRECTION_APPROVE})
  public Course course(UUID run) {
    return approvals.course(known(run).id());
  }

  /**
   * Sends a checked file to be approved.
   *
   * @param goodRowsOnly whether the user accepts that bad rows are left out
   * @throws RegistrarException.Refused where there are bad rows and the user has not accepted that
   */
  @RolesAllowed(Permissions.IMPORT_RUN)
  public void submit(UUID id, boolean goodRowsOnly) {
    ImportRun run = known(id);
    access.require(lists.named(run.list()).permission(), Target.nobodys(), "list", run.list());
    ImportJudge.refusal(run.bad(), goodRowsOnly)
        .ifPresent(
            refusal -> {
              throw new RegistrarException.Refused(refusal);
            });
    if (!run.needsApproval() || !approvals.submit(id, access.current().login(), time.now())) {
      throw new RegistrarException.Conflict("office.import.not-checked", run.status());
    }
  }

  /** Whether the caller is the one to decide about a file that waits. */
  @RolesAllowed({Permissions.IMPORT_RUN, Permissions.GRADE_CORRECTION_APPROVE})
  public boolean mayDecide(UUID id) {
    ImportRun run = known(id);
    return run.status().equals("WAITING")
        && access.may(Permissions.GRADE_CORRECTION_APPROVE, Target.nobodys())
        && ImportApproval.decides(access.current().login(), brought(run)).isAllowed();
  }

  /**
   * Approves a file, which is stored then, or rejects it.
   *
   * @throws RegistrarException.Refused where the caller brought or submitted it, or rejects it
   *     without a reason
   * @throws RegistrarException.Conflict where it waits no longer
   */
  @RolesAllowed(Permissions.GRADE_CORRECTION_APPROVE)
  public void decide(UUID id, boolean approved, String note) {
    ImportRun run = known(id);
    access.require(Permissions.GRADE_CORRECTION_APPROVE, Target.nobodys(), "import", id);
    String by = access.current().login();
    refuse(ImportApproval.decides(by, brought(run)).and(ImportApproval.complete(approved, note)));
    String because = note == null || note.isBlank() ? null : note.strip();
    String submittedBy = approvals.course(id).submittedBy();
    if (!approvals.decide(run, approved, because, by, time.now(), submittedBy)) {
      throw new RegistrarException.Conflict("office.import.not-waiting", run.status());
    }
    if (approved) {
      runner.apply(id, run.list());
    }
  }

  private Set<String> brought(ImportRun run) {
    String submitted = approvals.course(run.id()).submittedBy();
    return submitted == null || submitted.equals(run.uploadedBy())
        ? Set.of(run.uploadedBy())
        : Set.of(run.uploadedBy(), submitted);
  }

  /** What a file would store, for who decides. */
  @RolesAllowed({Permissions.IMPORT_RUN, Permissions.GRADE_CORRECTION_APPROVE})
  public Contents contents(UUID id, Language language) {
    RecordList list = lists.named(known(id).list());
    List<ImportStore.StagedRow> rows = store.rows(id, false, SHOWN);
    List<Map<?, ?>> values = new ArrayList<>();
    for (ImportStore.StagedRow row : rows) {
      values.add(JSON.fromJson(row.content(), Map.class));
    }
    List<String> fields =
        list.fields().stream()
            .map(Field::key)
            .filter(key -> values.stream().anyMatch(row -> !text(row, key).isEmpty()))
            .toList();
    List<List<String>> shown = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      List<String> cells = new ArrayList<>();
      cells.add(String.valueOf(rows.get(i).number()));
      for (String field : fields) {
        cells.add(text(values.get(i), field));
      }
      shown.add(cells);
    }
    return new Contents(
        fields.stream().map(key -> ImportHeadings.label(list.code(), key, language)).toList(),
        shown);
  }

  private static String text(Map<?, ?> row, String field) {
    Object value = row.get(field);
    return value == null ? "" : String.valueOf(value);
  }

  private ImportRun known(UUID id) {
    return desk.run(id).orElseThrow(() -> new RegistrarException.NotFound("import", id));
  }
}
