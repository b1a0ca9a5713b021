package kz.miras.registrar.achievement.service;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Notices;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.service.RuleBook;
import kz.miras.registrar.shared.service.UniversityTime;

/**
 * INC-3, INC-4. Tells students that the last day of an I is near, and the office that it has passed
 * and the failure is to be asked for, once for each last day.
 */
@Stateless
@PermitAll
public class IncompleteWatch {

  // of two nodes that look at once one writes the row, and only who wrote it tells
  private static final String TOLD =
      "INSERT IGNORE INTO incomplete_told (student_id, position, last_day, told_at, about) VALUES"
          + " (?, ?, ?, ?, ?)";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private OpenIncompletes incompletes;
  @Inject private RuleBook rules;
  @Inject private Notices notices;
  @Inject private UniversityTime time;

  /**
   * Tells whoever has not been told yet.
   *
   * @return how many
   */
  public int tell() {
    LocalDate today = time.today();
    int told = 0;
    int over = 0;
    for (OpenIncompletes.Open open : incompletes.all()) {
      int days =
          rules
              .named(open.entry().result().ruleSetCode())
              .integer(RuleParameter.INCOMPLETE_NOTICE_DAYS);
      if (open.clock().isNear(today, days) && isFirst(open, "NEAR")) {
        notices.tellStudent(
            open.student().getId(),
            "achievement.notice.incomplete",
            "/achievement/my-session.xhtml",
            open.entry().discipline().code(),
            open.clock().lastDay());
        told++;
      } else if (open.clock().isExpired(today) && isFirst(open, "OVER")) {
        over++;
      }
    }
    if (over > 0) {
      notices.tellHolders(
          Permissions.GRADE_CORRECTION_REQUEST,
          "achievement.notice.expired-many",
          "/achievement/incompletes.xhtml",
          over);
    }
    return told;
  }

  private boolean isFirst(OpenIncompletes.Open open, String about) {
    try (Connection connection = database.getConnection();
        PreparedStatement insert = connection.prepareStatement(TOLD)) {
      insert.setLong(1, open.student().getId());
      insert.setLong(2, open.entry().position());
      insert.setObject(3, open.clock().lastDay());
      insert.setObject(4, LocalDateTime.ofInstant(time.now(), ZoneOffset.UTC));
      insert.setString(5, about);
      return insert.executeUpdate() == 1;
    } catch (SQLException e) {
      throw new IllegalStateException("a notice cannot be remembered", e);
    }
  }
}
