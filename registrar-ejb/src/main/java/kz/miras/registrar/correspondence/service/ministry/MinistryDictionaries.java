package kz.miras.registrar.correspondence.service.ministry;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.Serializable;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.correspondence.ministry.DictionaryEntry;
import kz.miras.registrar.correspondence.ministry.PlatformCodes;
import kz.miras.registrar.correspondence.ministry.PlatformNames;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.Batches;
import kz.miras.registrar.shared.service.Json;
import kz.miras.registrar.shared.service.TableRows;
import kz.miras.registrar.shared.service.UniversityTime;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import tools.jackson.core.JacksonException;

/** GOV-14. The platform's dictionaries, fetched from it or imported from a file. */
@Stateless
@Guarded
public class MinistryDictionaries {

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Resource private SessionContext context;

  @Inject private MinistryRows rows;
  @Inject private TableRows table;
  @Inject private Access access;
  @Inject private AuditTrail audit;
  @Inject private UniversityTime time;

  /**
   * A dictionary as it stands here.
   *
   * @param askedAs its name on the platform; null where it cannot be asked for
   * @param entries how many; 0 where it was never imported
   * @param source where from; null where it was never imported
   */
  public record View(
      String dictionary, String askedAs, int entries, String source, String by, Instant at)
      implements Serializable {}

  /** All dictionaries our values need numbers of. */
  @RolesAllowed(Permissions.EXCHANGE_READ)
  public List<View> all() {
    Map<String, View> known = new HashMap<>();
    rows.list(
            "SELECT s.dictionary, s.asked_as, (SELECT COUNT(*) FROM ministry_dictionary d WHERE"
                + " d.dictionary = s.dictionary), s.source, s.imported_by, s.imported_at FROM"
                + " ministry_dictionary_source s",
            List.of(),
            row ->
                new View(
                    row.getString(1),
                    row.getString(2),
                    row.getInt(3),
                    row.getString(4),
                    row.getString(5),
                    TableRows.instant(row, "imported_at")))
        .forEach(view -> known.put(view.dictionary(), view));
    return PlatformCodes.needed().keySet().stream()
        .map(
            dictionary -> {
              View view =
                  known.getOrDefault(dictionary, new View(dictionary, null, 0, null, null, null));
              return new View(
                  dictionary,
                  view.askedAs() == null ? PlatformCodes.askedAs(dictionary) : view.askedAs(),
                  view.entries(),
                  view.source(),
                  view.by(),
                  view.at());
            })
        .toList();
  }

  /** The entries of a dictionary by their names. */
  @RolesAllowed(Permissions.EXCHANGE_READ)
  public List<DictionaryEntry> entries(String dictionary) {
    return rows.list(
        "SELECT number, name_kk, name_ru, name_en, code FROM ministry_dictionary WHERE dictionary ="
            + " ? ORDER BY name_ru, number",
        List.of(dictionary),
        row ->
            new DictionaryEntry(
                row.getInt(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5)));
  }

  /**
   * Sets the name a dictionary is asked for by; an empty one takes back what was set.
   *
   * @throws RegistrarException.Refused where there is no such dictionary, or it is no name
   */
  @RolesAllowed(Permissions.EXCHANGE_APPROVE)
  public void name(String dictionary, String askedAs) {
    String wanted = askedAs == null || askedAs.isBlank() ? null : askedAs.strip();
    if (wanted != null && !PlatformNames.isName(wanted)) {
      throw new RegistrarException.Refused(
          Refusal.of("ministry.dictionary.name", "GOV-14", askedAs));
    }
    needed(dictionary);
    table.change(
        "INSERT INTO ministry_dictionary_source (dictionary, asked_as) VALUES (?, ?) ON DUPLICATE"
            + " KEY UPDATE asked_as = VALUES(asked_as)",
        dictionary,
        wanted);
    audit.record("exchange.dictionary-name", "MinistryDictionary", dictionary, null, wanted);
  }

  /**
   * Fetches the dictionaries that can be asked for; one that is empty there stays as it was.
   *
   * @return how many were fetched
   * @throws RegistrarException.Refused where the environment names no platform, or it does not
   *     answer
   */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  @RolesAllowed(Permissions.EXCHANGE_APPROVE)
  public int fetch() {
    PlatformAddress address =
        PlatformAddress.ofEnvironment()
            .orElseThrow(
                () -> new RegistrarException.Refused(Refusal.of("ministry.run.off", "GOV-11")));
    return fetch(address);
  }

  /** Fetches them from this platform: all are asked for before any is kept. */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  @RolesAllowed(Permissions.EXCHANGE_APPROVE)
  public int fetch(PlatformAddress address) {
    Platform platform = new PlatformClient(address, rows.names());
    Map<String, List<DictionaryEntry>> fetched = new LinkedHashMap<>();
    for (View one : all()) {
      if (one.askedAs() == null) {
        continue;
      }
      List<DictionaryEntry> entries;
      try {
        entries = DictionaryEntry.of(platform.dictionary(one.askedAs()));
      } catch (PlatformFailure failure) {
        if (failure.kind() == PlatformFailure.Kind.REFUSING) {
          // it has no dictionary of this name; the others are asked for all the same
          continue;
        }
        throw new RegistrarException.Refused(
            Refusal.of("ministry.dictionary.silent", "GOV-14", failure.status()));
      }
      if (!entries.isEmpty()) {
        fetched.put(one.dictionary(), entries);
      }
    }
    context.getBusinessObject(MinistryDictionaries.class).keep(fetched, address.host());
    return fetched.size();
  }

  /** Keeps whole dictionaries in the place of what was kept of them, all or none. */
  @RolesAllowed(Permissions.EXCHANGE_APPROVE)
  public void keep(Map<String, List<DictionaryEntry>> dictionaries, String source) {
    dictionaries.forEach((dictionary, entries) -> keep(dictionary, entries, source));
  }

  /**
   * Imports a dictionary from a file: what the platform answers, as JSON, or a table in CSV with
   * the columns id, nameKz, nameRu, nameEn and code.
   *
   * @return how many entries
   * @throws RegistrarException.Refused where it is neither, or says nothing
   */
  @RolesAllowed(Permissions.EXCHANGE_APPROVE)
  public int take(String dictionary, String name, byte[] content) {
    needed(dictionary);
    String text = new String(content, StandardCharsets.UTF_8).replace("\ufeff", "").strip();
    List<DictionaryEntry> entries =
        DictionaryEntry.of(text.startsWith("[") ? json(text) : csv(text));
    if (entries.isEmpty()) {
      throw unreadable();
    }
    keep(dictionary, entries, name);
    return entries.size();
  }

  private static void needed(String dictionary) {
    if (!PlatformCodes.needed().containsKey(dictionary)) {
      throw new RegistrarException.NotFound("ministry-dictionary", dictionary);
    }
  }

  private static List<Map<?, ?>> json(String text) {
    List<Map<?, ?>> found = new ArrayList<>();
    try {
      for (Object one : Json.read(text, List.class)) {
        if (!(one instanceof Map<?, ?> row)) {
          throw unreadable();
        }
        found.add(row);
      }
    } catch (JacksonException e) {
      throw unreadable();
    }
    return found;
  }

  private static List<Map<?, ?>> csv(String text) {
    String first = text.lines().findFirst().orElse("");
    CSVFormat format =
        CSVFormat.DEFAULT
            .builder()
            .setDelimiter(first.contains(";") ? ';' : first.contains("\t") ? '\t' : ',')
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreEmptyLines(true)
            .setTrim(true)
            .get();
    List<Map<?, ?>> found = new ArrayList<>();
    try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
      for (CSVRecord row : parser) {
        found.add(row.toMap());
      }
    } catch (IOException | IllegalArgumentException | UncheckedIOException e) {
      throw unreadable();
    }
    return found;
  }

  private static RegistrarException.Refused unreadable() {
    return new RegistrarException.Refused(
        Refusal.of("ministry.dictionary.unreadable", "GOV-14").at("file"));
  }

  private void keep(String dictionary, List<DictionaryEntry> entries, String source) {
    table.change("DELETE FROM ministry_dictionary WHERE dictionary = ?", dictionary);
    try (Connection connection = database.getConnection();
        PreparedStatement insert =
            Batches.prepare(
                connection,
                "INSERT INTO ministry_dictionary (dictionary, number, name_kk, name_ru, name_en,"
                    + " code) VALUES (?, ?, ?, ?, ?, ?)")) {
      for (DictionaryEntry entry : entries) {
        StepRows.add(
            insert, dictionary, entry.number(), entry.kk(), entry.ru(), entry.en(), entry.code());
      }
      insert.executeBatch();
    } catch (SQLException e) {
      throw new IllegalStateException("a dictionary cannot be kept", e);
    }
    table.change(
        "INSERT INTO ministry_dictionary_source (dictionary, source, imported_by, imported_at)"
            + " VALUES (?, ?, ?, ?) ON DUPLICATE KEY UPDATE source = VALUES(source), imported_by ="
            + " VALUES(imported_by), imported_at = VALUES(imported_at)",
        dictionary,
        StepRows.shortened(source, 200),
        access.current().login(),
        TableRows.utc(time.now()));
    audit.record(
        "exchange.dictionary",
        "MinistryDictionary",
        dictionary,
        null,
        entries.size() + " " + source);
  }
}
