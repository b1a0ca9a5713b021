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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import kz.miras.registrar.access.service.AuditContext;
import kz.miras.registrar.office.service.ImportStore.StagedRow;
import kz.miras.registrar.office.service.ImportStore.State;
import kz.miras.registrar.shared.Field;
import kz.miras.registrar.shared.RecordReader;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.RecordList;

/**
 * IMP-1 to IMP-3. Judges and applies a file. The dry run writes every good row in a transaction and
 * takes it back, so that it says exactly what applying will do, rows that build on one another
 * included.
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
      List<StagedRow> staged = judged(run, list, rows);
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
      judged(run, list, rows);
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

  private List<StagedRow> judged(UUID run, RecordList list, List<Map<String, String>> rows) {
    RecordList.Sheet sheet = list.open();
    Set<String> keys = new HashSet<>();
    StagedRow[] judged = new StagedRow[rows.size()];
    List<Integer> waiting = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      waiting.add(i);
    }
    int before;
    int done = 0;
    // a row may need one further down; whoever found nothing to build on tries again
    do {
      before = waiting.size();
      List<Integer> again = new ArrayList<>();
      for (int i : waiting) {
        judged[i] = judge(list, sheet, keys, i + 2, rows.get(i));
        if (judged[i].state() == State.BAD && judged[i].findings().contains("field.unknown")) {
          again.add(i);
        } else if (++done % STEP == 0) {
          store.progress(run, done);
        }
      }
      waiting = again;
    } while (!waiting.isEmpty() && waiting.size() < before);
    entities.flush();
    return List.of(judged);
  }

  private StagedRow judge(
      RecordList list,
      RecordList.Sheet sheet,
      Set<String> keys,
      int number,
      Map<String, String> typed) {
    RecordReader.Reading reading = RecordReader.read(list.fields(), typed);
    Verdict verdict = reading.verdict();
    Map<String, String> values = new LinkedHashMap<>(reading.values());
    State state = State.BAD;
    if (verdict.isAllowed()) {
      verdict = verdict.and(sheet.check(values));
    }
    if (verdict.isAllowed()) {
      String key =
          String.join("\u0000", list.key().stream().map(values::get).map(String::valueOf).toList());
      if (keys.add(key)) {
        Map<String, String> stored = sheet.stored(values).orElse(null);
        state = stored == null ? State.NEW : stored.equals(values) ? State.SAME : State.CHANGED;
        if (state != State.SAME) {
          sheet.write(values);
        }
        if (state == State.NEW && !verdict.warnings().isEmpty()) {
          state = State.WARN;
        }
      } else {
        verdict = Verdict.refused(Refusal.of("office.import.twice", "IMP-3").at(list.key().get(0)));
      }
    }
    return new StagedRow(number, JSON.toJson(typed), state, findings(verdict));
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
