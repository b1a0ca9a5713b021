package kz.miras.registrar.shared.service;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import kz.miras.registrar.shared.LocalizedText;

/** Dated settings of the university: names, signatories, texts. */
@ApplicationScoped
public class Settings {

  private static final String SELECT =
      "SELECT value FROM university_setting WHERE code = ? AND valid_from <= ?"
          + " ORDER BY valid_from DESC LIMIT 1";

  private static final String THREE =
      "SELECT code, value FROM university_setting WHERE code IN (?, ?, ?) AND valid_from <= ?"
          + " ORDER BY valid_from";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  /** The value in force on a day; the fallback where none is set. */
  public String text(String code, LocalDate day, String fallback) {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(SELECT)) {
      select.setString(1, code);
      select.setObject(2, day);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? row.getString(1) : fallback;
      }
    } catch (SQLException e) {
      throw new IllegalStateException("settings cannot be read", e);
    }
  }

  /**
   * Several of them at once, for what shows more than one: each is a text or a trilingual value.
   * They are as of this call; who asks again is told anew.
   */
  public SettingsOfDay of(LocalDate day, String... names) {
    List<String> codes = new ArrayList<>();
    for (String name : names) {
      codes.addAll(List.of(name, name + ".kk", name + ".ru", name + ".en"));
    }
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "SELECT code, value FROM university_setting WHERE code IN ("
                    + Statements.places(codes.size())
                    + ") AND valid_from <= ? ORDER BY valid_from")) {
      for (int i = 0; i < codes.size(); i++) {
        select.setString(i + 1, codes.get(i));
      }
      select.setObject(codes.size() + 1, day);
      Map<String, String> values = new HashMap<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          // the later of two comes later, and stays
          values.put(row.getString(1), row.getString(2));
        }
      }
      return new SettingsOfDay(Set.of(names), values);
    } catch (SQLException e) {
      throw new IllegalStateException("settings cannot be read", e);
    }
  }

  /** A trilingual value: {@code code.kk}, {@code code.ru}, {@code code.en}; empty where none is. */
  public LocalizedText localized(String code, LocalDate day) {
    String kazakh = code + ".kk";
    String russian = code + ".ru";
    String english = code + ".en";
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(THREE)) {
      select.setString(1, kazakh);
      select.setString(2, russian);
      select.setString(3, english);
      select.setObject(4, day);
      Map<String, String> set = new HashMap<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          set.put(row.getString(1), row.getString(2));
        }
      }
      return LocalizedText.of(
          set.getOrDefault(kazakh, ""),
          set.getOrDefault(russian, ""),
          set.getOrDefault(english, ""));
    } catch (SQLException e) {
      throw new IllegalStateException("settings cannot be read", e);
    }
  }
}
