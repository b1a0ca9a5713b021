package kz.miras.registrar.correspondence.service;

import java.io.Serializable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import kz.miras.registrar.correspondence.LetterCategory;
import kz.miras.registrar.correspondence.LetterChannel;
import kz.miras.registrar.correspondence.LetterDirection;
import kz.miras.registrar.correspondence.LetterFacts;
import kz.miras.registrar.correspondence.LetterKind;
import kz.miras.registrar.correspondence.LetterState;
import kz.miras.registrar.shared.Language;

/**
 * A letter.
 *
 * @param index null until it is registered, as are case and day
 * @param replyTo key of the letter it answers; null for none
 * @param drafter login of who wrote it; null for one that came, as is the signatory
 * @param asked login of who is asked by an enquiry; null for others
 * @param voided whether it was registered wrongly
 * @param createdBy login of who registered or wrote it
 */
record StoredLetter(
    long id,
    UUID uuid,
    LetterDirection direction,
    LetterState state,
    Long caseId,
    String index,
    LocalDate registeredOn,
    LetterChannel channel,
    String sender,
    LetterFacts facts,
    boolean controlled,
    LocalDate dueOn,
    Long replyTo,
    String basis,
    String address,
    String drafter,
    String signatory,
    String asked,
    String executedNote,
    LocalDate executedOn,
    String deliveryNote,
    Long mail,
    Long outbox,
    String voidReason,
    String createdBy)
    implements Serializable {

  boolean voided() {
    return voidReason != null;
  }

  /** A reply that is nowhere kept, to see how it would look. */
  static StoredLetter reply(long to, LetterFacts facts, String drafter) {
    return new StoredLetter(
        0,
        UUID.randomUUID(),
        LetterDirection.OUTGOING,
        LetterState.DRAFT,
        null,
        null,
        null,
        LetterChannel.PAPER,
        null,
        facts,
        false,
        null,
        to,
        null,
        null,
        drafter,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        drafter);
  }

  /** The letter of a row of {@link Letters}. */
  static StoredLetter read(ResultSet row) throws SQLException {
    return new StoredLetter(
        row.getLong("id"),
        UUID.fromString(row.getString("uuid")),
        LetterDirection.valueOf(row.getString("direction")),
        LetterState.valueOf(row.getString("state")),
        LetterRows.key(row, "case_id"),
        row.getString("letter_index"),
        row.getObject("registered_on", LocalDate.class),
        LetterChannel.valueOf(row.getString("channel")),
        row.getString("sender"),
        facts(row),
        row.getBoolean("controlled"),
        row.getObject("due_on", LocalDate.class),
        LetterRows.key(row, "reply_to"),
        row.getString("basis"),
        row.getString("address"),
        row.getString("drafter"),
        row.getString("signatory"),
        row.getString("asked"),
        row.getString("executed_note"),
        row.getObject("executed_on", LocalDate.class),
        row.getString("delivery_note"),
        LetterRows.key(row, "mail_id"),
        LetterRows.key(row, "outbox_id"),
        row.getString("void_reason"),
        row.getString("created_by"));
  }

  private static LetterFacts facts(ResultSet row) throws SQLException {
    return new LetterFacts(
        LetterRows.key(row, "correspondent_id"),
        row.getString("correspondent"),
        row.getString("their_no"),
        row.getObject("their_date", LocalDate.class),
        LetterKind.valueOf(row.getString("kind")),
        LetterCategory.valueOf(row.getString("category")),
        row.getString("subject"),
        row.getString("body"),
        Language.of(row.getString("language")),
        row.getInt("sheets"),
        row.getInt("enclosures"),
        row.getBoolean("restricted"));
  }
}
