package kz.miras.registrar.transcript.service;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import kz.miras.registrar.access.Role;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.transcript.DocumentChannel;
import kz.miras.registrar.transcript.DocumentFamily;
import kz.miras.registrar.transcript.DocumentKind;
import kz.miras.registrar.transcript.DocumentSignatory;
import kz.miras.registrar.transcript.IssueTerm;
import kz.miras.registrar.transcript.SubjectKind;
import kz.miras.registrar.transcript.SubjectPart;

/** The kinds of documents as they stand now, in one statement. */
@ApplicationScoped
public class DocumentKinds {

  private static final String SELECT =
      "SELECT k.code, k.family, k.subject, k.register_code, k.name_kk, k.name_ru, k.name_en, k.template,"
          + " k.term_unit, k.term_amount, k.validity_days, k.channels, k.awaits, k.held, k.fee,"
          + " k.enabled, s.place, s.roles, s.part, s.title FROM document_kind k LEFT JOIN"
          + " document_signatory s ON s.kind = k.code WHERE ? IS NULL OR k.code = ? ORDER BY"
          + " k.family, k.code, s.place";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  /**
   * A kind by its code.
   *
   * @throws RegistrarException.NotFound where there is none
   */
  public DocumentKind kind(String code) {
    return read(code).stream()
        .findFirst()
        .orElseThrow(() -> new RegistrarException.NotFound("document-kind", code));
  }

  /** All kinds by family and code, also those not issued at present. */
  public List<DocumentKind> all() {
    return read(null);
  }

  /** The same by code. */
  public Map<String, DocumentKind> byCode() {
    return all().stream().collect(Collectors.toMap(DocumentKind::code, Function.identity()));
  }

  private List<DocumentKind> read(String code) {
    Map<String, DocumentKind> kinds = new LinkedHashMap<>();
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(SELECT)) {
      select.setString(1, code);
      select.setString(2, code);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          List<DocumentSignatory> places = new ArrayList<>();
          DocumentKind before = kinds.get(row.getString("code"));
          if (before != null) {
            places.addAll(before.signatories());
          }
          if (row.getString("roles") != null) {
            places.add(
                new DocumentSignatory(
                    row.getInt("place"),
                    words(row.getString("roles")).stream()
                        .map(Role::valueOf)
                        .collect(Collectors.toSet()),
                    row.getString("title"),
                    row.getString("part") == null
                        ? null
                        : SubjectPart.valueOf(row.getString("part"))));
          }
          kinds.put(row.getString("code"), kind(row, places));
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("kinds of documents cannot be read", e);
    }
    return List.copyOf(kinds.values());
  }

  private static DocumentKind kind(ResultSet row, List<DocumentSignatory> places)
      throws SQLException {
    return new DocumentKind(
        row.getString("code"),
        DocumentFamily.valueOf(row.getString("family")),
        row.getString("register_code"),
        LocalizedText.of(
            row.getString("name_kk"), row.getString("name_ru"), row.getString("name_en")),
        row.getString("template"),
        row.getString("term_unit") == null
            ? null
            : new IssueTerm(
                IssueTerm.Unit.valueOf(row.getString("term_unit")), row.getInt("term_amount")),
        row.getObject("validity_days", Integer.class),
        words(row.getString("channels")).stream()
            .map(DocumentChannel::valueOf)
            .collect(Collectors.toSet()),
        row.getBoolean("awaits"),
        row.getBoolean("held"),
        row.getBigDecimal("fee"),
        places,
        row.getBoolean("enabled"),
        row.getString("subject") == null ? null : SubjectKind.valueOf(row.getString("subject")));
  }

  private static Set<String> words(String listed) {
    return Arrays.stream(listed.split(" "))
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toSet());
  }
}
