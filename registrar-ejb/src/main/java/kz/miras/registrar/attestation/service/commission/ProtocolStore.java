package kz.miras.registrar.attestation.service.commission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kz.miras.registrar.attestation.commission.Appearance;
import kz.miras.registrar.attestation.commission.DefenceKind;
import kz.miras.registrar.attestation.commission.FinalDecision;
import kz.miras.registrar.attestation.commission.PresentedPapers;
import kz.miras.registrar.attestation.commission.ProtocolQuestion;
import kz.miras.registrar.attestation.commission.ProtocolText;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.PublicId;
import kz.miras.registrar.shared.RegistrarException;

/** Protocols of attestation commissions, in the transaction of the caller. */
@ApplicationScoped
class ProtocolStore {

  private static final String SELECT =
      "SELECT p.*, NOT EXISTS (SELECT 1 FROM attestation_commission_protocol n WHERE n.corrects_id ="
          + " p.id AND n.signed_by IS NOT NULL) AS latest FROM attestation_commission_protocol p"
          + " WHERE ";

  private static final String INSERT =
      "INSERT INTO attestation_commission_protocol (id, uuid, meeting_id, commission_id,"
          + " student_id, discipline_id, place, kind, prepared_by, prepared_at, corrects_id,"
          + " reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  private static final String UPDATE =
      "UPDATE attestation_commission_protocol SET appearance = ?, topic_kk = ?, topic_ru = ?,"
          + " topic_en = ?, supervisor = ?, reviewer = ?, pages = ?, opinion = ?, review = ?,"
          + " originality = ?, characteristic = ?, percent = ?, against = ?, dissent = ?, honours ="
          + " ?, prepared_by = ?, prepared_at = ?, version = version + 1 WHERE id = ? AND signed_by"
          + " IS NULL";

  private static final String SIGN =
      "UPDATE attestation_commission_protocol SET signed_by = ?, signed_at = ?, number = ?, sign ="
          + " ?, decision = ?, position = ?, version = version + 1 WHERE id = ? AND signed_by IS"
          + " NULL";

  @Inject private CommissionStore rows;

  /**
   * A protocol.
   *
   * @param student key
   * @param discipline key of the part of the final attestation
   * @param place among those of its meeting
   * @param preparedBy login of who wrote it last
   * @param number within its commission; null before it is signed, as are decision and signer
   * @param sign of the grade; null where there is none
   * @param position in the student's history; null where nothing was recorded
   * @param corrects key of the protocol it stands in place of; null for none
   * @param latest whether no signed protocol stands in its place
   */
  record Stored(
      long id,
      UUID uuid,
      long meeting,
      long commission,
      long student,
      long discipline,
      int place,
      ProtocolText text,
      String preparedBy,
      Instant preparedAt,
      String signedBy,
      Instant signedAt,
      Integer number,
      String sign,
      FinalDecision decision,
      Long position,
      Long corrects,
      String reason,
      boolean latest)
      implements Serializable {

    boolean isSigned() {
      return signedBy != null;
    }
  }

  /** Begins a protocol. */
  UUID add(
      MeetingStore.Meeting meeting,
      long student,
      long discipline,
      int place,
      String by,
      Instant at) {
    return add(meeting, student, discipline, place, by, at, null, null);
  }

  private UUID add(
      MeetingStore.Meeting meeting,
      long student,
      long discipline,
      int place,
      String by,
      Instant at,
      Long corrects,
      String reason) {
    UUID uuid = UUID.randomUUID();
    rows.change(
        INSERT,
        rows.next(),
        uuid.toString(),
        meeting.id(),
        meeting.commission(),
        student,
        discipline,
        place,
        meeting.kind().name(),
        by,
        utc(at),
        corrects,
        reason);
    return uuid;
  }

  /** Begins one that is to stand in the place of another, with all that one says. */
  UUID correct(MeetingStore.Meeting meeting, Stored stored, String reason, String by, Instant at) {
    UUID uuid =
        add(
            meeting,
            stored.student(),
            stored.discipline(),
            stored.place(),
            by,
            at,
            stored.id(),
            reason);
    write(byUuid(uuid).orElseThrow(), stored.text(), by, at);
    return uuid;
  }

  Stored require(String id) {
    return PublicId.parse(id)
        .flatMap(this::byUuid)
        .orElseThrow(() -> new RegistrarException.NotFound("protocol", String.valueOf(id)));
  }

  Optional<Stored> byUuid(UUID id) {
    return read("p.uuid = ?", id.toString()).stream().findFirst();
  }

  Stored byId(long id) {
    return read("p.id = ?", id).get(0);
  }

  /** The same, kept from others until the transaction ends. */
  Stored locked(long id) {
    return read("p.id = ? FOR UPDATE", id).get(0);
  }

  /** The protocols of a meeting, each followed by what corrects it. */
  List<Stored> ofMeeting(long meeting) {
    return read("p.meeting_id = ? ORDER BY p.place, p.id", meeting);
  }

  List<Stored> ofCommission(long commission) {
    return read("p.commission_id = ? ORDER BY p.meeting_id, p.place, p.id", commission);
  }

  /** What stands or is begun in the place of a protocol. */
  Optional<Stored> correcting(long id) {
    return read("p.corrects_id = ?", id).stream().findFirst();
  }

  /** Writes what a protocol says. */
  void write(Stored stored, ProtocolText text, String by, Instant at) {
    int changed =
        rows.change(
            UPDATE,
            text.appearance().name(),
            text.topic().getKk(),
            text.topic().getRu(),
            text.topic().getEn(),
            text.supervisor(),
            text.reviewer(),
            text.papers().pages(),
            text.papers().opinion(),
            text.papers().review(),
            text.papers().originality(),
            text.characteristic(),
            text.percent(),
            text.against(),
            text.dissent(),
            text.honours(),
            by,
            utc(at),
            stored.id());
    if (changed == 0) {
      throw new RegistrarException.Conflict("attestation.ak.signed-already");
    }
    rows.change("DELETE FROM attestation_commission_question WHERE protocol_id = ?", stored.id());
    int place = 0;
    for (ProtocolQuestion one : text.questions()) {
      rows.change(
          "INSERT INTO attestation_commission_question (id, protocol_id, place, asker, question)"
              + " VALUES (?, ?, ?, ?, ?)",
          rows.next(),
          stored.id(),
          ++place,
          one.asker(),
          one.text());
    }
  }

  /** Signs a protocol; whoever asks has locked it. */
  void sign(
      Stored stored,
      String by,
      Instant at,
      int number,
      String sign,
      FinalDecision decision,
      Long position) {
    rows.change(SIGN, by, utc(at), number, sign, decision.name(), position, stored.id());
  }

  /** Takes away one that is not signed. */
  void remove(Stored stored) {
    rows.change("DELETE FROM attestation_commission_question WHERE protocol_id = ?", stored.id());
    rows.change("DELETE FROM attestation_commission_protocol WHERE id = ?", stored.id());
  }

  private List<Stored> read(String where, Object value) {
    return rows.list(SELECT + where, this::stored, value);
  }

  private Stored stored(ResultSet row) throws SQLException {
    String decision = row.getString("decision");
    return new Stored(
        row.getLong("id"),
        UUID.fromString(row.getString("uuid")),
        row.getLong("meeting_id"),
        row.getLong("commission_id"),
        row.getLong("student_id"),
        row.getLong("discipline_id"),
        row.getInt("place"),
        text(row),
        row.getString("prepared_by"),
        CommissionStore.instant(row, "prepared_at"),
        row.getString("signed_by"),
        CommissionStore.instant(row, "signed_at"),
        row.getObject("number", Integer.class),
        row.getString("sign"),
        decision == null ? null : FinalDecision.valueOf(decision),
        row.getObject("position", Long.class),
        row.getObject("corrects_id", Long.class),
        row.getString("reason"),
        row.getBoolean("latest"));
  }

  private ProtocolText text(ResultSet row) throws SQLException {
    return new ProtocolText(
        DefenceKind.valueOf(row.getString("kind")),
        Appearance.valueOf(row.getString("appearance")),
        LocalizedText.of(
            row.getString("topic_kk"), row.getString("topic_ru"), row.getString("topic_en")),
        row.getString("supervisor"),
        row.getString("reviewer"),
        new PresentedPapers(
            row.getObject("pages", Integer.class),
            row.getBoolean("opinion"),
            row.getBoolean("review"),
            row.getObject("originality", Integer.class)),
        questions(row.getLong("id")),
        row.getString("characteristic"),
        row.getObject("percent", Integer.class),
        row.getInt("against"),
        row.getString("dissent"),
        row.getBoolean("honours"));
  }

  private List<ProtocolQuestion> questions(long protocol) {
    return rows.list(
        "SELECT asker, question FROM attestation_commission_question WHERE protocol_id = ? ORDER BY"
            + " place",
        row -> new ProtocolQuestion(row.getString(1), row.getString(2)),
        protocol);
  }

  private static LocalDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC).toLocalDateTime();
  }
}
