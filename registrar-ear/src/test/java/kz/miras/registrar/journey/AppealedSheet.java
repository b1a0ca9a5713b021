package kz.miras.registrar.journey;

import java.sql.Connection;
import java.sql.SQLException;

/** The sheet of a failed student, with teachers enough for a commission. */
final class AppealedSheet {

  private static final String CODE = "APPEAL";

  private AppealedSheet() {}

  /**
   * Lays it.
   *
   * @param login of the student
   */
  static void lay(Connection database, String login) throws SQLException {
    SubmittedSheet.student(database, login);
    SubmittedSheet.lay(database, CODE, 2140, "Емтиханов", login);
    for (String name : new String[] {"Төленов", "Беков", "Далиев", "Кимов"}) {
      SubmittedSheet.teacher(database, CODE, name);
    }
  }
}
