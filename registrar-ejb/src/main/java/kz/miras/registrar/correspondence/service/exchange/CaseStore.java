package kz.miras.registrar.correspondence.service.exchange;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import kz.miras.registrar.access.partner.PartnerFile;
import kz.miras.registrar.correspondence.exchange.CaseKind;
import kz.miras.registrar.correspondence.exchange.CaseSide;
import kz.miras.registrar.correspondence.exchange.CaseStatus;
import kz.miras.registrar.shared.Fitted;
import kz.miras.registrar.shared.service.Json;
import kz.miras.registrar.shared.service.TableRows;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.transcript.service.RegisterNumbers;

/** Cases in their tables, in the transaction of the caller. */
@ApplicationScoped
class CaseStore {

  private static final int SUBJECT = 300;
  private static final int NAME = 200;
  private static final String CASE =
      "SELECT c.*, p.uuid AS partner, p.name_kk, p.name_ru, p.name_en, l.uuid AS letter,"
          + " l.letter_index FROM exchange_case c JOIN partner p ON p.id = c.partner_id LEFT JOIN"
          + " letter l ON l.id = c.letter_id WHERE ";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private TableRows rows;
  @Inject private UniversityTime time;

  /**
   * A case as it is stored.
   *
   * @param contents what was submitted; empty where it is not kept any more
   * @param forgotten since when it is not kept; null where it is (PRT-21)
   * @param letter public id of the letter it has become; null for none
   * @param letterIndex number of that letter
   */
  record Stored(
      long id,
      String uuid,
      long partnerId,
      String partner,
      String nameKk,
      String nameRu,
      String nameEn,
      CaseKind kind,
      String receipt,
      String subject,
      Map<String, String> contents,
      Map<String, String> decision,
      CaseStatus status,
      String reason,
      Instant receivedAt,
      Instant forgotten,
      String letter,
      String letterIndex)
      implements Serializable {}

  /** A new case as it comes. */
  record Fresh(
      long partner,
      CaseKind kind,
      UUID message,
      String subject,
      Map<String, String> contents,
      List<PartnerFile> files,
      String by) {}

  Optional<Stored> byMessage(long partner, UUID message) {
    return rows.one(
        CASE + "c.partner_id = ? AND c.message_id = ?",
        CaseStore::stored,
        partner,
        message.toString());
  }

  /** A case, which nobody else changes until the end of the transaction. */
  Optional<Stored> byReceipt(String receipt) {
    return locked("receipt = ?", receipt);
  }

  /** A case, which nobody else changes until the end of the transaction. */
  Optional<Stored> byUuid(String uuid) {
    return locked("uuid = ?", uuid);
  }

  private Optional<Stored> locked(String condition, String value) {
    // the case alone is locked: two cases of one partner do not wait for each other
    return rows.one(
            "SELECT id FROM exchange_case WHERE " + condition + " FOR UPDATE",
            row -> row.getLong(1),
            value)
        .flatMap(id -> rows.one(CASE + "c.id = ?", CaseStore::stored, id));
  }

  private static Stored stored(ResultSet row) throws SQLException {
    String contents = row.getString("contents");
    String decision = row.getString("decision");
    return new Stored(
        row.getLong("id"),
        row.getString("uuid"),
        row.getLong("partner_id"),
        row.getString("partner"),
        row.getString("name_kk"),
        row.getString("name_ru"),
        row.getString("name_en"),
        CaseKind.valueOf(row.getString("kind")),
        row.getString("receipt"),
        row.getString("subject"),
        contents == null ? Map.of() : Json.texts(contents),
        decision == null ? Map.of() : Json.texts(decision),
        CaseStatus.valueOf(row.getString("status")),
        row.getString("reason"),
        TableRows.instant(row, "received_at"),
        TableRows.instant(row, "forgotten_at"),
        row.getString("letter"),
        row.getString("letter_index"));
  }

  /** The case that has become a letter; empty for a letter no partner has sent. */
  Optional<Stored> byLetter(long letter) {
    return rows.one(CASE + "c.letter_id = ?", CaseStore::stored, letter);
  }

  /** From now on a case is as far as its letter. */
  void becomes(Stored known, String letter) {
    rows.change(
        "UPDATE exchange_case SET letter_id = (SELECT id FROM letter WHERE uuid = ?) WHERE id = ?",
        letter,
        known.id());
  }

  /** Stores a new case with its files and its first step. */
  Stored add(Fresh fresh) {
    int year = time.today().getYear();
    String register = fresh.kind().register();
    String receipt = RegisterNumbers.written(register, year, number(register, year));
    Instant now = time.now();
    rows.change(
        "INSERT INTO exchange_case (id, uuid, partner_id, kind, receipt, message_id, subject,"
            + " contents, status, received_at, changed_at) VALUES (NEXTVAL(partner_seq), ?, ?, ?, ?,"
            + " ?, ?, ?, ?, ?, ?)",
        UUID.randomUUID().toString(),
        fresh.partner(),
        fresh.kind().name(),
        receipt,
        fresh.message().toString(),
        Fitted.to(SUBJECT, fresh.subject()),
        Json.write(fresh.contents()),
        fresh.kind().first().name(),
        TableRows.utc(now),
        TableRows.utc(now));
    Stored added = byReceipt(receipt).orElseThrow();
    step(added.id(), added.status(), CaseSide.PARTNER, fresh.by(), null);
    fresh.files().forEach(file -> attach(added.id(), file));
    return added;
  }

  private int number(String register, int year) {
    try (Connection connection = database.getConnection()) {
      return RegisterNumbers.next(connection, register, year);
    } catch (SQLException e) {
      throw new IllegalStateException("a receipt cannot be given", e);
    }
  }

  void attach(long id, PartnerFile file) {
    rows.change(
        "INSERT INTO exchange_case_file (id, uuid, case_id, name, media_type, sha256, content,"
            + " added_at) VALUES (NEXTVAL(partner_seq), ?, ?, ?, ?, ?, ?, ?)",
        UUID.randomUUID().toString(),
        id,
        Fitted.to(NAME, file.name()),
        file.mediaType(),
        file.sha256(),
        file.content(),
        TableRows.utc(time.now()));
  }

  /** The file added last; empty where there is none that is kept. */
  Optional<PartnerFile> latest(long id) {
    return rows.one(
        "SELECT name, media_type, sha256, content FROM exchange_case_file WHERE case_id = ? AND"
            + " forgotten_at IS NULL ORDER BY added_at DESC, id DESC LIMIT 1",
        CaseStore::file,
        id);
  }

  static PartnerFile file(ResultSet row) throws SQLException {
    return new PartnerFile(
        row.getString("name"),
        row.getString("media_type"),
        row.getBytes("sha256"),
        row.getBytes("content"));
  }

  /** Brings a case to a state. */
  void move(Stored known, CaseStatus to, CaseSide side, String by, String reason) {
    rows.change(
        "UPDATE exchange_case SET status = ?, reason = ?, changed_at = ? WHERE id = ?",
        to.name(),
        reason,
        TableRows.utc(time.now()),
        known.id());
    step(known.id(), to, side, by, reason);
  }

  private void step(long id, CaseStatus to, CaseSide side, String by, String reason) {
    rows.change(
        "INSERT INTO exchange_case_step (id, case_id, status, side, taken_by, taken_at, reason)"
            + " VALUES (NEXTVAL(partner_seq), ?, ?, ?, ?, ?, ?)",
        id,
        to.name(),
        side.name(),
        by,
        TableRows.utc(time.now()),
        reason);
  }

  /** Replaces what was submitted. */
  void contents(Stored known, Map<String, String> contents) {
    rows.change(
        "UPDATE exchange_case SET contents = ?, changed_at = ? WHERE id = ?",
        Json.write(contents),
        TableRows.utc(time.now()),
        known.id());
  }

  void decide(Stored known, Map<String, String> decision) {
    rows.change(
        "UPDATE exchange_case SET decision = ? WHERE id = ?", Json.write(decision), known.id());
  }
}
