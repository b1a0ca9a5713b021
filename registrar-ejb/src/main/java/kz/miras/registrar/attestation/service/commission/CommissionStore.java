package kz.miras.registrar.attestation.service.commission;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.Serializable;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import kz.miras.registrar.attestation.appeal.CommissionOffice;
import kz.miras.registrar.attestation.commission.AttestationOrder;
import kz.miras.registrar.attestation.commission.AttestationSeat;
import kz.miras.registrar.attestation.commission.ReportApproval;
import kz.miras.registrar.shared.PublicId;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.Statements;

/** Attestation commissions and their members, in the transaction of the caller. */
@ApplicationScoped
class CommissionStore {

  private static final String SELECT =
      "SELECT id, uuid, designation, start_year, order_no, order_date, council_no, council_date,"
          + " valid_from, valid_to, remarks, report_no, report_on, registered_by, registered_at FROM"
          + " attestation_commission WHERE ";

  private static final String INSERT =
      "INSERT INTO attestation_commission (id, uuid, designation, start_year, order_no, order_date,"
          + " council_no, council_date, valid_from, valid_to, registered_by, registered_at) VALUES"
          + " (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  private static final String MEMBERS =
      "SELECT m.id, m.office, m.teacher_id, m.account_id, b.login, COALESCE(m.person_name,"
          + " NULLIF(CONCAT_WS(' ', t.last_name, t.first_name, t.patronymic), ''), b.display_name)"
          + " AS name, COALESCE(m.post, t.position, '') AS post, m.person_name IS NULL AND"
          + " (m.account_id IS NOT NULL OR EXISTS (SELECT 1 FROM account a WHERE a.teacher_id ="
          + " m.teacher_id AND (a.valid_to IS NULL OR a.valid_to >= university_today()))) AS"
          + " signs_in FROM attestation_commission_member m LEFT JOIN teacher t ON t.id ="
          + " m.teacher_id LEFT JOIN account b ON b.id = m.account_id WHERE m.commission_id = ?"
          + " ORDER BY FIELD(m.office, 'CHAIR', 'MEMBER', 'SECRETARY'), name";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  /**
   * A commission.
   *
   * @param year academic year by the calendar year it begins in
   * @param remarks what its chair recommends; null for nothing
   * @param report decision of the council on the report of the chair; null for none yet
   */
  record Commission(
      long id,
      UUID uuid,
      String designation,
      int year,
      String orderNo,
      LocalDate orderDate,
      String council,
      LocalDate councilDate,
      LocalDate from,
      LocalDate to,
      String remarks,
      ReportApproval report,
      String registeredBy,
      Instant registeredAt)
      implements Serializable {

    boolean worksOn(LocalDate day) {
      return !day.isBefore(from) && !day.isAfter(to);
    }
  }

  /**
   * Somebody of a commission, by name.
   *
   * @param teacher key of the teacher; null for others
   * @param account key of the account named; null for others
   * @param login of that account; null for others
   * @param signsIn whether an account is there to work with
   */
  record Member(
      long id,
      CommissionOffice office,
      Long teacher,
      Long account,
      String login,
      String name,
      String post,
      boolean signsIn)
      implements Serializable {

    /** Whether this is the person behind an account. */
    boolean is(long actor, Long teacherOfActor) {
      return account != null ? account == actor : teacher != null && teacher.equals(teacherOfActor);
    }
  }

  Commission require(String id) {
    return PublicId.parse(id)
        .flatMap(uuid -> read("uuid = ?", uuid.toString()).stream().findFirst())
        .orElseThrow(() -> new RegistrarException.NotFound("commission", String.valueOf(id)));
  }

  Optional<Commission> byUuid(UUID id) {
    return read("uuid = ?", id.toString()).stream().findFirst();
  }

  Commission byId(long id) {
    return read("id = ?", id).get(0);
  }

  /** The same, kept from others until the transaction ends: its protocols are numbered. */
  Commission locked(long id) {
    return read("id = ? FOR UPDATE", id).get(0);
  }

  boolean hasOrder(AttestationOrder order) {
    return !list(
            "SELECT id FROM attestation_commission WHERE order_no = ? AND order_date = ? AND"
                + " designation = ?",
            row -> row.getLong(1),
            order.orderNo(),
            order.orderDate(),
            order.designation())
        .isEmpty();
  }

  /** Keeps an order the rules allow; the key of its commission. */
  long add(UUID uuid, AttestationOrder order, String by, Instant at) {
    long id = next();
    change(
        INSERT,
        id,
        uuid.toString(),
        order.designation(),
        order.year(),
        order.orderNo(),
        order.orderDate(),
        order.council(),
        order.councilDate(),
        order.from(),
        order.to(),
        by,
        LocalDateTime.ofInstant(at, ZoneOffset.UTC));
    for (Long programme : order.programmes()) {
      change(
          "INSERT INTO attestation_commission_programme (commission_id, programme_id) VALUES (?, ?)",
          id,
          programme);
    }
    for (AttestationSeat seat : order.seats()) {
      change(
          "INSERT INTO attestation_commission_member (id, commission_id, office, teacher_id,"
              + " account_id, person_name, post) VALUES (?, ?, ?, ?, ?, ?, ?)",
          next(),
          id,
          seat.office().name(),
          seat.teacher(),
          seat.account(),
          seat.person(),
          seat.post());
    }
    return id;
  }

  List<Member> members(long commission) {
    return list(
        MEMBERS,
        row ->
            new Member(
                row.getLong("id"),
                CommissionOffice.valueOf(row.getString("office")),
                row.getObject("teacher_id", Long.class),
                row.getObject("account_id", Long.class),
                row.getString("login"),
                row.getString("name"),
                row.getString("post"),
                row.getBoolean("signs_in")),
        commission);
  }

  /** Keys of the programmes a commission attests. */
  Set<Long> programmes(long commission) {
    return new HashSet<>(
        list(
            "SELECT programme_id FROM attestation_commission_programme WHERE commission_id = ?",
            row -> row.getLong(1),
            commission));
  }

  void end(long commission, LocalDate lastDay) {
    change(
        "UPDATE attestation_commission SET valid_to = ?, version = version + 1 WHERE id = ?",
        lastDay,
        commission);
  }

  /** AK-13. Keeps by what decision the report was approved. */
  void reported(long commission, ReportApproval approval) {
    change(
        "UPDATE attestation_commission SET report_no = ?, report_on = ?, version = version + 1 WHERE"
            + " id = ?",
        approval.number(),
        approval.date(),
        commission);
  }

  void remark(long commission, String remarks) {
    change(
        "UPDATE attestation_commission SET remarks = ?, version = version + 1 WHERE id = ?",
        remarks,
        commission);
  }

  /** The next number of a protocol; whoever asks has locked the commission. */
  int nextProtocol(long commission) {
    change(
        "UPDATE attestation_commission SET last_protocol = last_protocol + 1, version = version + 1"
            + " WHERE id = ?",
        commission);
    return list(
            "SELECT last_protocol FROM attestation_commission WHERE id = ?",
            row -> row.getInt(1),
            commission)
        .get(0);
  }

  private List<Commission> read(String where, Object value) {
    return list(
        SELECT + where,
        row ->
            new Commission(
                row.getLong("id"),
                UUID.fromString(row.getString("uuid")),
                row.getString("designation"),
                row.getInt("start_year"),
                row.getString("order_no"),
                row.getObject("order_date", LocalDate.class),
                row.getString("council_no"),
                row.getObject("council_date", LocalDate.class),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                row.getString("remarks"),
                row.getString("report_no") == null
                    ? null
                    : new ReportApproval(
                        row.getString("report_no"), row.getObject("report_on", LocalDate.class)),
                row.getString("registered_by"),
                instant(row, "registered_at")),
        value);
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    LocalDateTime utc = row.getObject(column, LocalDateTime.class);
    return utc == null ? null : utc.toInstant(ZoneOffset.UTC);
  }

  /** The next key of the capability. */
  long next() {
    return list("SELECT NEXT VALUE FOR attestation_seq", row -> row.getLong(1)).get(0);
  }

  <T> List<T> list(String sql, Statements.Reader<T> reader, Object... values) {
    try (Connection connection = database.getConnection()) {
      return Statements.list(connection, sql, Arrays.asList(values), reader);
    } catch (SQLException e) {
      throw new IllegalStateException("attestation commissions cannot be read", e);
    }
  }

  int change(String sql, Object... values) {
    try (Connection connection = database.getConnection()) {
      return Statements.change(connection, sql, Arrays.asList(values));
    } catch (SQLException e) {
      throw new IllegalStateException("an attestation commission cannot be written", e);
    }
  }
}
