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
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import kz.miras.registrar.access.service.AuditContext;
import kz.miras.registrar.office.service.ImportJudge.Judged;
import kz.miras.registrar.office.service.ImportStore.StagedRow;
import kz.miras.registrar.office.service.ImportStore.State;
import kz.miras.registrar.shared.Field;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;
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
  private static final int STEP = 200;
  private static final Jsonb JSON = JsonbBuilder.create();

  @Resource private UserTransaction transaction;

  @PersistenceContext(unitName = "registrar")
  private EntityManager entities;

  @Inject private ImportStore store;
  @Inject private RecordLists lists;
  @Inject private AuditContext audit;

  /** Reads and judges the rows; nothing stays stored but the findings. */
  @Asynchronous
  public void check(UUID run, String code, List<Map<String, String>> rows) {
    try {
      RecordList list = lists.named(code);
      store.total(run, rows.size());
      begin();
      List<StagedRow> staged = staged(rows, judged(run, list, rows));
      transaction.rollback();
      store.checked(run, staged);
    } catch (RuntimeException | SystemException | NotSupportedException e) {
      fail(run, "READING", e);
    }
  }

  /** Stores the good rows of a checked import. */
  @Asynchronous
  public void apply(UUID run, String code) {
    try {
      RecordList list = lists.named(code);
      List<Map<String, String>> rows = new ArrayList<>();
      for (StagedRow row : store.rows(run, false, Integer.MAX_VALUE)) {
        if (row.state() != State.BAD && row.state() != State.SAME) {
          rows.add(texts(row.content()));
        }
      }
      begin();
      audit.begin("import " + run);
      if (judged(run, list, rows).stream().anyMatch(Judged::isBad)) {
        throw new IllegalStateException("rows that were good when checked are bad by now");
      }
      transaction.commit();
      store.move(run, "APPLYING", "APPLIED");
    } catch (RuntimeException
        | SystemException
        | NotSupportedException
        | RollbackException
        | HeuristicMixedException
        | HeuristicRollbackException e) {
      fail(run, "APPLYING", e);
    } finally {
      audit.end();
    }
  }

  private void begin() throws SystemException, NotSupportedException {
    transaction.setTransactionTimeout(LIMIT_SECONDS);
    transaction.begin();
  }

  private List<Judged> judged(UUID run, RecordList list, List<Map<String, String>> rows) {
    List<Judged> judged =
        new ImportJudge(list)
            .judge(
                rows,
                done -> {
                  if (done % STEP == 0) {
                    store.progress(run, done);
                  }
                });
    entities.flush();
    return judged;
  }

  private static List<StagedRow> staged(List<Map<String, String>> rows, List<Judged> judged) {
    List<StagedRow> staged = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      // the first row of the file are the headings
      staged.add(
          new StagedRow(
              i + 2,
              JSON.toJson(rows.get(i)),
              judged.get(i).state(),
              findings(judged.get(i).verdict())));
    }
    return staged;
  }

  private static String findings(Verdict verdict) {
    List<Map<String, Object>> findings = new ArrayList<>();
    verdict.refusals().forEach(refusal -> findings.add(finding("ERROR", refusal)));
    verdict.warnings().forEach(warning -> findings.add(finding("WARNING", warning)));
    return findings.isEmpty() ? null : JSON.toJson(findings);
  }

  private static Map<String, Object> finding(String severity, Refusal refusal) {
    Map<String, Object> finding = new LinkedHashMap<>();
    finding.put("severity", severity);
    finding.put("field", refusal.field());
    finding.put("code", refusal.code());
    finding.put("rule", refusal.rule());
    finding.put("args", refusal.args().stream().map(String::valueOf).toList());
    return finding;
  }

  /** Headings are field keys, or the field's name in one of the three languages. */
  static Map<String, String> byField(Map<String, String> row, List<Field> fields, String code) {
    Map<String, String> names = ImportHeadings.of(code, fields);
    Map<String, String> values = new HashMap<>();
    row.forEach(
        (heading, value) -> {
          String field = names.get(ImportHeadings.folded(heading));
          if (field != null) {
            values.put(field, value);
          }
        });
    return values;
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
    LOG.log(Level.SEVERE, e, () -> "import " + run + " failed");
    try {
      if (transaction.getStatus() != jakarta.transaction.Status.STATUS_NO_TRANSACTION) {
        transaction.rollback();
      }
    } catch (SystemException again) {
      LOG.log(Level.WARNING, "and could not be rolled back", again);
    }
    store.move(run, from, "FAILED");
  }
}
