package kz.miras.registrar.registration.service;

import java.io.Serializable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.registration.Duty;
import kz.miras.registrar.registration.SectionSlot;

/** Who teaches the sections of an offering, and when and where they meet; two statements in all. */
public final class SectionDetails {

  private static final String APPOINTMENTS =
      "SELECT x.section_id, t.id, t.personnel_no, CONCAT_WS(' ', t.last_name, t.first_name,"
          + " t.patronymic), x.duty, x.valid_from, x.valid_to, x.basis FROM section_teacher x JOIN"
          + " teacher t ON t.id = x.teacher_id JOIN section s ON s.id = x.section_id WHERE"
          + " s.offering_id = ? ORDER BY x.duty, x.valid_from, x.id";
  private static final String SLOTS =
      "SELECT x.section_id, x.day_of_week, x.starts_at, x.ends_at, x.weeks, x.room,"
          + " x.first_week, x.last_week FROM section_slot x JOIN section s ON s.id = x.section_id"
          + " WHERE s.offering_id = ? ORDER BY x.day_of_week, x.starts_at, x.weeks, x.first_week";

  private SectionDetails() {}

  /**
   * An appointment, also one that is over or yet to come.
   *
   * @param to its last day; null while it has none
   * @param basis order it rests on; null for none
   */
  public record AppointmentView(
      long teacher,
      String number,
      String name,
      Duty duty,
      LocalDate from,
      LocalDate to,
      String basis)
      implements Serializable {

    /** Whether it can be ended by a replacement. */
    public boolean isOpen() {
      return to == null;
    }
  }

  /**
   * When and where a section meets.
   *
   * @param firstWeek the first week of the term with it, from 1
   * @param lastWeek the last week of the term with it
   */
  public record SlotView(
      DayOfWeek day,
      LocalTime from,
      LocalTime to,
      SectionSlot.Weeks weeks,
      String room,
      int firstWeek,
      int lastWeek)
      implements Serializable {

    /** Whether it fills only a part of the term. */
    public boolean isPart() {
      return firstWeek > 1 || lastWeek < SectionSlot.LAST_WEEK;
    }
  }

  static Map<Long, List<AppointmentView>> appointments(Connection connection, long offering)
      throws SQLException {
    Map<Long, List<AppointmentView>> found = new HashMap<>();
    try (PreparedStatement select = connection.prepareStatement(APPOINTMENTS)) {
      select.setLong(1, offering);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          found
              .computeIfAbsent(row.getLong(1), section -> new ArrayList<>())
              .add(
                  new AppointmentView(
                      row.getLong(2),
                      row.getString(3),
                      row.getString(4),
                      Duty.valueOf(row.getString(5)),
                      row.getObject(6, LocalDate.class),
                      row.getObject(7, LocalDate.class),
                      row.getString(8)));
        }
      }
    }
    return found;
  }

  static Map<Long, List<SlotView>> slots(Connection connection, long offering) throws SQLException {
    Map<Long, List<SlotView>> found = new HashMap<>();
    try (PreparedStatement select = connection.prepareStatement(SLOTS)) {
      select.setLong(1, offering);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          found
              .computeIfAbsent(row.getLong(1), section -> new ArrayList<>())
              .add(
                  new SlotView(
                      DayOfWeek.of(row.getInt(2)),
                      row.getObject(3, LocalTime.class),
                      row.getObject(4, LocalTime.class),
                      SectionSlot.Weeks.valueOf(row.getString(5)),
                      row.getString(6),
                      row.getInt(7),
                      row.getInt(8)));
        }
      }
    }
    return found;
  }
}
