package kz.miras.registrar.registration.service;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import kz.miras.registrar.access.ChainHead;
import kz.miras.registrar.access.ChainReport;
import kz.miras.registrar.access.SealChain;
import kz.miras.registrar.access.service.ChainCommand;
import kz.miras.registrar.registration.log.PlanEntry;
import kz.miras.registrar.registration.service.RegistrationChecking.Finding;

/**
 * AUD-3, REG-32. Verifies the sealed histories of all plans in one pass, one plan in memory at a
 * time.
 */
final class PlanChecking {

  private static final int FETCH = 1000;
  private static final String STEPS =
      "SELECT "
          + PlanLog.COLUMNS
          + " FROM study_plan_event v FORCE INDEX (uq_study_plan_event_position) WHERE v.position >"
          + " 0 ORDER BY v.plan_id, v.position";
  private static final String HEADS =
      "SELECT id, log_position, log_seal FROM study_plan WHERE log_position > 0";
  // what was brought in before the chain has the smaller keys
  private static final String UNSEALED =
      "SELECT v.plan_id, COUNT(*) FROM study_plan_event v JOIN (SELECT plan_id, MIN(id) AS first"
          + " FROM study_plan_event WHERE position > 0 GROUP BY plan_id) s ON s.plan_id = v.plan_id"
          + " WHERE v.position IS NULL AND v.id > s.first GROUP BY v.plan_id";
  private static final String NAME =
      "SELECT CONCAT_WS(' ', s.student_no, y.start_year) FROM study_plan p JOIN student s ON s.id ="
          + " p.student_id JOIN academic_year y ON y.id = p.academic_year_id WHERE p.id = ?";

  private final Connection connection;
  private final Function<String, SealChain> chains;
  private final ReceiptChecking receipts;
  private final Map<Long, ChainHead> heads = new TreeMap<>();
  private final Map<Long, ChainReport> broken = new TreeMap<>();
  private long plans;
  private long steps;

  /**
   * Will verify.
   *
   * @param receipts are told of every step
   */
  PlanChecking(
      Connection connection, Function<String, SealChain> chains, ReceiptChecking receipts) {
    this.connection = connection;
    this.chains = chains;
    this.receipts = receipts;
  }

  /** Reads every step. */
  void run() throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(HEADS);
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        heads.put(row.getLong(1), PlanLog.head(row.getLong(1), row.getLong(2), row.getBytes(3)));
      }
    }
    List<PlanEntry> ofPlan = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(STEPS)) {
      select.setFetchSize(FETCH);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          PlanEntry entry = PlanLog.entry(row);
          if (!ofPlan.isEmpty() && ofPlan.get(0).plan() != entry.plan()) {
            check(ofPlan.get(0).plan(), ofPlan);
            ofPlan.clear();
          }
          steps++;
          ofPlan.add(entry);
          receipts.see(entry);
        }
      }
    }
    if (!ofPlan.isEmpty()) {
      check(ofPlan.get(0).plan(), ofPlan);
    }
    // whoever has a head but no step any more
    for (long plan : List.copyOf(heads.keySet())) {
      check(plan, List.of());
    }
  }

  private void check(long plan, List<PlanEntry> entries) {
    plans++;
    SealChain seals = chains.apply(PlanEntry.chain(plan));
    ChainHead head = heads.remove(plan);
    Iterator<PlanEntry> each = entries.iterator();
    ChainReport report = PlanLog.verify(seals, each, head == null ? seals.empty() : head);
    if (!report.isIntact()) {
      broken.put(plan, report);
    }
  }

  /** How many plans have a history. */
  long plans() {
    return plans;
  }

  /** How many steps they have. */
  long steps() {
    return steps;
  }

  /** Plans whose history does not hold, by number of the student and year. */
  List<Finding> findings() throws SQLException {
    List<Finding> findings = new ArrayList<>();
    for (Map.Entry<Long, ChainReport> one : broken.entrySet()) {
      findings.add(new Finding(name(one.getKey()), one.getValue()));
    }
    return findings;
  }

  /** Plans that were given steps without a seal although they had sealed ones already. */
  List<ChainCommand.Said> unsealed() throws SQLException {
    List<ChainCommand.Said> said = new ArrayList<>();
    Map<Long, Long> found = new TreeMap<>();
    try (PreparedStatement select = connection.prepareStatement(UNSEALED);
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        found.put(row.getLong(1), row.getLong(2));
      }
    }
    for (Map.Entry<Long, Long> one : found.entrySet()) {
      said.add(
          new ChainCommand.Said(
              "registration.plans.unsealed", List.of(name(one.getKey()), one.getValue())));
    }
    return said;
  }

  private String name(long plan) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(NAME)) {
      select.setLong(1, plan);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? row.getString(1) : "study-plan-" + plan;
      }
    }
  }
}
