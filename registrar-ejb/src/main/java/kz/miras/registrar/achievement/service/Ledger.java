package kz.miras.registrar.achievement.service;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import javax.sql.DataSource;
import kz.miras.registrar.access.ChainHead;
import kz.miras.registrar.access.SealChain;
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.access.service.SealKey;
import kz.miras.registrar.achievement.LedgerEntry;
import kz.miras.registrar.curriculum.Grade;
import kz.miras.registrar.registration.service.StandingChanged;
import kz.miras.registrar.shared.service.Batches;
import kz.miras.registrar.shared.service.Statements;

/**
 * Writes the history of achievements: batches of inserts on the connection of the current
 * transaction, chained per student. The head row of each student is locked first, in order of key,
 * so that two postings neither fork a chain nor wait for each other in a circle.
 */
@ApplicationScoped
public class Ledger {

  private static final int BLOCK = 50;
  private static final int HEADS = 500;
  private static final String INSERT =
      "INSERT INTO achievement (id, uuid, student_id, position, discipline_id, discipline_code,"
          + " name_kk, name_ru, name_en, credits, cycle, component, term_id, kind, sheet_kind,"
          + " attempt_no, rating, score, percent, letter, mark, digital, result_on,"
          + " excluded_from_gpa, additional, final_attestation, sheet_id, source_document,"
          + " corrects_id, reason, migrated, rule_set_code, author, recorded_at, seal) VALUES (?, ?,"
          + " ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
          + " ?, ?, ?, ?)";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private SealKey seals;
  @Inject private AuditTrail audit;
  @Inject private Event<StandingChanged> standings;
  @Inject private Event<ResultsRecorded> recordings;

  /**
   * A result to be recorded.
   *
   * @param studentId whose
   */
  public record Posting(
      long studentId,
      LedgerEntry.Studied discipline,
      LedgerEntry.Outcome result,
      LedgerEntry.Source source) {}

  /**
   * Records results in the current transaction, in the order given.
   *
   * @return their places in the histories of their students, in this order
   */
  public List<Long> post(List<Posting> postings) {
    List<Long> positions = new ArrayList<>();
    try (Connection connection = database.getConnection()) {
      SortedSet<Long> students = new TreeSet<>();
      postings.forEach(posting -> students.add(posting.studentId()));
      Map<Long, ChainHead> heads = lock(connection, students);
      CorrectedKeys corrected = CorrectedKeys.of(connection, postings);
      List<ResultsRecorded.Recorded> recorded = new ArrayList<>();
      try (PreparedStatement insert = Batches.prepare(connection, INSERT)) {
        Ids ids = new Ids(connection, postings.size());
        for (Posting posting : postings) {
          UUID id = UUID.randomUUID();
          long student = posting.studentId();
          LedgerEntry.Source source = precise(posting.source());
          ChainHead head =
              chain(student)
                  .next(
                      heads.get(student),
                      LedgerEntry.content(
                          id, student, posting.discipline(), posting.result(), source));
          heads.put(student, head);
          positions.add(head.position());
          recorded.add(new ResultsRecorded.Recorded(student, head.position(), source.corrects()));
          bind(insert, ids.next(), id, posting, source, corrected.of(posting), head);
          insert.addBatch();
        }
        insert.executeBatch();
      }
      store(connection, heads);
      LedgerHeads.note(audit, postings, heads.values());
      recordings.fire(new ResultsRecorded(recorded));
      standings.fire(changed(postings));
      return positions;
    } catch (SQLException e) {
      throw new IllegalStateException("results cannot be recorded", e);
    }
  }

  private static StandingChanged changed(List<Posting> postings) {
    return new StandingChanged(
        postings.stream()
            .filter(posting -> posting.discipline().disciplineId() != null)
            .map(
                posting ->
                    new StandingChanged.Standing(
                        posting.studentId(), posting.discipline().disciplineId()))
            .toList());
  }

  /** What the database keeps: microseconds. */
  private static LedgerEntry.Source precise(LedgerEntry.Source source) {
    return new LedgerEntry.Source(
        source.sheetId(),
        source.sheetKind(),
        source.document(),
        source.corrects(),
        source.reason(),
        source.migrated(),
        source.author(),
        source.recordedAt().truncatedTo(ChronoUnit.MICROS));
  }

  private SealChain chain(long student) {
    return seals.chain("achievement-" + student);
  }

  private Map<Long, ChainHead> lock(Connection connection, SortedSet<Long> students)
      throws SQLException {
    // one statement makes the row or takes its lock for writing; ignoring a row that is there would
    // take a lock for reading first, and two closings that raise it wait for each other
    try (PreparedStatement make =
        Batches.prepare(
            connection,
            "INSERT INTO achievement_head (student_id, position, seal) VALUES (?, 0, ?)"
                + " ON DUPLICATE KEY UPDATE position = position")) {
      for (long student : students) {
        make.setLong(1, student);
        make.setBytes(2, new byte[SealChain.SEAL_LENGTH]);
        make.addBatch();
      }
      make.executeBatch();
    }
    Map<Long, ChainHead> heads = new HashMap<>();
    List<Long> locked = List.copyOf(students);
    for (int from = 0; from < locked.size(); from += HEADS) {
      read(connection, locked.subList(from, Math.min(from + HEADS, locked.size())), heads);
    }
    return heads;
  }

  /** Reads heads whose rows are locked; by their key only, so that no other row is waited for. */
  private static void read(Connection connection, List<Long> students, Map<Long, ChainHead> heads)
      throws SQLException {
    String places = Statements.places(students.size());
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT student_id, position, seal FROM achievement_head FORCE INDEX (PRIMARY)"
                + " WHERE student_id IN ("
                + places
                + ") FOR UPDATE")) {
      for (int i = 0; i < students.size(); i++) {
        select.setLong(i + 1, students.get(i));
      }
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          long student = row.getLong(1);
          heads.put(
              student, new ChainHead("achievement-" + student, row.getLong(2), row.getBytes(3)));
        }
      }
    }
  }

  private static void store(Connection connection, Map<Long, ChainHead> heads) throws SQLException {
    try (PreparedStatement update =
        Batches.prepare(
            connection,
            "UPDATE achievement_head SET position = ?, seal = ? WHERE student_id = ?")) {
      for (Map.Entry<Long, ChainHead> head : new java.util.TreeMap<>(heads).entrySet()) {
        update.setLong(1, head.getValue().position());
        update.setBytes(2, head.getValue().seal());
        update.setLong(3, head.getKey());
        update.addBatch();
      }
      update.executeBatch();
    }
  }

  private static void bind(
      PreparedStatement insert,
      long key,
      UUID id,
      Posting posting,
      LedgerEntry.Source source,
      Long corrects,
      ChainHead head)
      throws SQLException {
    LedgerEntry.Studied studied = posting.discipline();
    LedgerEntry.Outcome outcome = posting.result();
    Grade grade = outcome.grade();
    List<Object> values = new ArrayList<>();
    values.add(key);
    values.add(id.toString());
    values.add(posting.studentId());
    values.add(head.position());
    values.add(studied.disciplineId());
    values.add(studied.code());
    values.add(studied.name().getKk());
    values.add(studied.name().getRu());
    values.add(studied.name().getEn());
    values.add(studied.credits());
    values.add(name(studied.cycle()));
    values.add(name(studied.component()));
    values.add(outcome.termId());
    values.add(outcome.kind().name());
    values.add(name(source.sheetKind()));
    values.add(outcome.attemptNo());
    values.add(outcome.rating());
    values.add(outcome.score());
    values.add(grade.percent());
    values.add(grade.letter() == null ? null : grade.letter().sign());
    values.add(name(grade.mark()));
    values.add(grade.digital().orElse(null));
    values.add(outcome.date());
    values.add(studied.excludedFromGpa());
    values.add(studied.additional());
    values.add(studied.finalAttestation());
    values.add(source.sheetId());
    values.add(source.document());
    values.add(corrects);
    values.add(source.reason());
    values.add(source.migrated());
    values.add(outcome.ruleSetCode());
    values.add(source.author());
    values.add(LocalDateTime.ofInstant(source.recordedAt(), ZoneOffset.UTC));
    values.add(head.seal());
    for (int i = 0; i < values.size(); i++) {
      if (values.get(i) == null) {
        insert.setNull(i + 1, Types.NULL);
      } else {
        insert.setObject(i + 1, values.get(i));
      }
    }
  }

  private static String name(Enum<?> constant) {
    return constant == null ? null : constant.name();
  }

  /** Keys from the sequence, a block at a time. */
  private static final class Ids {

    private final Connection connection;
    private final java.util.ArrayDeque<Long> free = new java.util.ArrayDeque<>();

    Ids(Connection connection, int wanted) throws SQLException {
      this.connection = connection;
      for (int i = 0; i < wanted; i += BLOCK) {
        fetch();
      }
    }

    private void fetch() throws SQLException {
      try (PreparedStatement next =
              connection.prepareStatement("SELECT NEXT VALUE FOR achievement_seq");
          ResultSet row = next.executeQuery()) {
        row.next();
        for (long i = 0; i < BLOCK; i++) {
          free.add(row.getLong(1) + i);
        }
      }
    }

    long next() {
      return free.removeFirst();
    }
  }
}
