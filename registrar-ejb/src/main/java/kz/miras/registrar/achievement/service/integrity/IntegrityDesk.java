package kz.miras.registrar.achievement.service.integrity;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import javax.sql.DataSource;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.achievement.integrity.IntegrityOutcome;
import kz.miras.registrar.achievement.integrity.RemarkPolicy;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.Json;
import kz.miras.registrar.shared.service.UniversityTime;

/** INT-7, INT-8. Makes a report that is missing and keeps what the office says of its flags. */
@Stateless
@Guarded
public class IntegrityDesk {

  private static final String REMARK =
      "INSERT INTO integrity_remark (id, flag_id, outcome, words, made_by, made_at) VALUES (NEXT"
          + " VALUE FOR achievement_seq, ?, ?, ?, ?, ?)";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private IntegrityReports reports;
  @Inject private ReportReader reader;
  @Inject private Access access;
  @Inject private AuditTrail audit;
  @Inject private UniversityTime time;

  /** Makes the report of a month that is over, where nobody has. */
  @RolesAllowed(Permissions.INTEGRITY_REMARK)
  public void make(String month) {
    reports.make(Month.parse(month));
  }

  /**
   * Remarks on a flag; earlier remarks stay.
   *
   * @param flag its outside id
   * @param outcome null where nothing was chosen
   * @param words may be null where there is nothing in it
   * @throws RegistrarException.Refused by INT-7, INT-8
   */
  @RolesAllowed(Permissions.INTEGRITY_REMARK)
  public void remark(String flag, IntegrityOutcome outcome, String words) {
    ReportReader.Concerned concerned = reader.concerned(flag);
    if (concerned.key() == 0) {
      throw new RegistrarException.NotFound("flag", flag);
    }
    String login = access.current().login();
    Verdict verdict = RemarkPolicy.judge(outcome, words, login, concerned.logins());
    if (!verdict.isAllowed()) {
      throw new RegistrarException.Refused(verdict.refusals());
    }
    String written = words == null || words.isBlank() ? null : words.strip();
    try (Connection connection = database.getConnection();
        PreparedStatement insert = connection.prepareStatement(REMARK)) {
      insert.setLong(1, concerned.key());
      insert.setString(2, outcome.name());
      insert.setString(3, written);
      insert.setString(4, login);
      insert.setObject(5, LocalDateTime.ofInstant(time.now(), ZoneOffset.UTC));
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("a remark cannot be kept", e);
    }
    audit.record(
        "integrity.remark",
        "IntegrityFlag",
        flag,
        null,
        Json.write(Map.of("outcome", outcome.name())));
  }
}
