package kz.miras.registrar.office.service;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.Logger;
import kz.miras.registrar.access.service.AuditContext;
import kz.miras.registrar.office.service.ImportJudge.Judged;
import kz.miras.registrar.office.service.ImportStore.StagedRow;
import kz.miras.registrar.shared.service.Again;
import kz.miras.registrar.shared.service.RecordList;

/**
 * IMP-1. Judges and applies a file. The dry run writes every good row in a transaction and takes it
 * back, so that it says exactly what applying will do, rows that build on one another included.
 */
@Stateless
@PermitAll
@TransactionManagement(TransactionManagementType.BEAN)
public class ImportRunner {

  private static final Logger LOG = Logger.getLogger(ImportRunner.class.getName());
  private static final int LIMIT_SECONDS = 900;
  private static final int STEP = 500;
  private static final int KEPT = 500;
  private static final Jsonb JSON = JsonbBuilder.create();

  @Resource private UserTransaction transaction;

  @PersistenceContext(unitName = "registrar")
  private EntityManager entities;

  @Inject private ImportStore store;
  @Inject private ImportStep step;
  @Inject private RecordLists lists;
  @Inject private AuditContext audit;

  /** Judges the rows; nothing stays stored but the findings. */
  @Asynchronous
  public void check(UUID run, String code, List<TableRow> rows) {
    try {
      begin();
      RecordList list = lists.named(code);
      List<Judged> judged = judged(run, list, list.openToCheck(), rows);
      transaction.rollback();
      store.checked(run, staged(rows, judged));
    } catch (RuntimeException | SystemException | NotSupportedException e) {
      fail(run, "READING", e);
    }
  }

  /**
   * Stores the good rows of a checked import. The import is marked as stored in the same
   * transaction. Rows that others made bad since the check bring it back to checked, with what is
   * wrong now; where somebody is quicker while it is being stored, it is judged and stored anew. A
   * list that is stored in steps goes on from the first row that is not stored.
   */
  @Asynchronous
  public void apply(UUID run, String code) {
    try {
      RecordList list = lists.named(code);
      List<TableRow> rows = new ArrayList<>();
      for (StagedRow row : store.unstored(run)) {
        rows.add(new TableRow(row.number(), texts(row.content()), Map.of()));
      }
      if (list.isStoredInSteps()) {
        inSteps(run, list, rows);
      } else {
        Again.race(() -> atOnce(run, list, rows));
      }
    } catch (RuntimeException e) {
      fail(run, "APPLYING", e);
    } finally {
      audit.end();
    }
  }

  private void atOnce(UUID run, RecordList list, List<TableRow> rows) {
    try {
      begin();
      audit.begin("import " + run);
      List<Judged> judged = judged(run, list, list.open(), rows);
      if (judged.stream().anyMatch(Judged::isBad)) {
        transaction.rollback();
        store.checkedAgain(run, staged(rows, judged));
      } else {
        store.applied(run);
        transaction.commit();
      }
    } catch (SystemException
        | NotSupportedException
        | RollbackException
        | HeuristicMixedException
        | HeuristicRollbackException e) {
      takeBack();
      throw new IllegalStateException("the import could not be stored", e);
    } catch (RuntimeException e) {
      takeBack();
      throw e;
    }
  }

  private void inSteps(UUID run, RecordList list, List<TableRow> rows) {
    AtomicReference<RecordList.Sheet> sheet = new AtomicReference<>(list.open());
    for (TableRow row : rows) {
      Again.race(
          () -> {
            // the reason of one row is not that of the next
            audit.begin("import " + run);
            try {
              step.store(run, list, sheet.get(), absent(list, row), row);
            } catch (RuntimeException e) {
              // what it knows may be what somebody else has changed
              sheet.set(list.open());
              throw e;
            }
          });
    }
    step.finish(run);
  }

  private void begin() throws SystemException, NotSupportedException {
    transaction.setTransactionTimeout(LIMIT_SECONDS);
    transaction.begin();
  }

  /** A row counts as done when the database has it, so that the progress shown is true. */
  private List<Judged> judged(
      UUID run, RecordList list, RecordList.Sheet sheet, List<TableRow> rows) {
    List<Judged> judged =
        new ImportJudge(list, sheet, rows.isEmpty() ? Set.of() : absent(list, rows.get(0)))
            .judge(
                rows,
                done -> {
                  if (done % STEP == 0) {
                    entities.flush();
                    store.progress(run, done);
                  }
                });
    entities.flush();
    store.progress(run, rows.size());
    return judged;
  }

  private static Set<String> absent(RecordList list, TableRow row) {
    Set<String> absent = new java.util.HashSet<>();
    list.fields().forEach(field -> absent.add(field.key()));
    absent.removeAll(row.values().keySet());
    return absent;
  }

  private static List<StagedRow> staged(List<TableRow> rows, List<Judged> judged) {
    List<StagedRow> staged = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      Judged one = judged.get(i);
      Map<String, String> values = rows.get(i).values();
      staged.add(
          new StagedRow(
              rows.get(i).number(),
              JSON.toJson(one.isBad() ? shortened(values) : values),
              one.state(),
              ImportFindings.stored(one.verdict())));
    }
    return staged;
  }

  /** A row that is never stored need not be kept with a novel in one of its cells. */
  private static Map<String, String> shortened(Map<String, String> values) {
    Map<String, String> shortened = new LinkedHashMap<>();
    values.forEach(
        (field, text) ->
            shortened.put(field, text.length() <= KEPT ? text : text.substring(0, KEPT)));
    return shortened;
  }

  private static Map<String, String> texts(String json) {
    Map<String, String> values = new LinkedHashMap<>();
    Map<?, ?> read = JSON.fromJson(json, Map.class);
    read.forEach(
        (key, value) ->
            values.put(String.valueOf(key), value == null ? "" : String.valueOf(value)));
    return values;
  }

  private void fail(UUID run, String from, Exception e) {
    String incident = UUID.randomUUID().toString().substring(0, 8);
    LOG.log(Level.SEVERE, e, () -> "incident " + incident + ": import " + run + " failed");
    takeBack();
    store.failed(run, from, incident);
  }

  private void takeBack() {
    try {
      if (transaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
        transaction.rollback();
      }
    } catch (SystemException again) {
      LOG.log(Level.WARNING, "and could not be rolled back", again);
    }
  }
}
