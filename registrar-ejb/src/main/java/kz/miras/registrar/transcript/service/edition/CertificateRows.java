package kz.miras.registrar.transcript.service.edition;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import javax.sql.DataSource;
import kz.miras.registrar.transcript.DocumentFamily;
import kz.miras.registrar.transcript.certificate.CertificateForm;
import kz.miras.registrar.transcript.certificate.CertificateQuestion;

/** Writes a kind of certificates where the kinds of documents are, within the transaction. */
@ApplicationScoped
class CertificateRows {

  private static final String REGISTER = "CT";
  private static final String TEMPLATE = "certificate";
  private static final List<String> RESULTS = List.of("credits", "gpa");

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  /** Adds the kind, or changes all of it but its code, family and register. */
  void write(String code, CertificateForm form) {
    try (Connection connection = database.getConnection()) {
      kind(connection, code, form);
      run(connection, "DELETE FROM document_signatory WHERE kind = ?", code);
      for (int i = 0; i < form.places().size(); i++) {
        CertificateForm.Place place = form.places().get(i);
        run(
            connection,
            "INSERT INTO document_signatory (kind, place, roles, title) VALUES (?, ?, ?, ?)",
            code,
            i + 1,
            names(place.roles()),
            place.title());
      }
      run(connection, "DELETE FROM document_question WHERE kind = ?", code);
      for (int i = 0; i < form.questions().size(); i++) {
        question(connection, code, i + 1, form.questions().get(i));
      }
    } catch (SQLException e) {
      throw new IllegalStateException("a kind of certificates cannot be written", e);
    }
  }

  private static void kind(Connection connection, String code, CertificateForm form)
      throws SQLException {
    boolean states =
        form.results() || form.tags(form.languages()).stream().anyMatch(RESULTS::contains);
    run(
        connection,
        "INSERT INTO document_kind (code, family, register_code, name_kk, name_ru, name_en,"
            + " template, term_unit, term_amount, validity_days, channels, awaits, held, fee,"
            + " enabled) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE"
            + " name_kk = VALUES(name_kk), name_ru = VALUES(name_ru), name_en = VALUES(name_en),"
            + " term_unit = VALUES(term_unit), term_amount = VALUES(term_amount), validity_days ="
            + " VALUES(validity_days), channels = VALUES(channels), awaits = VALUES(awaits), held ="
            + " VALUES(held), fee = VALUES(fee), enabled = VALUES(enabled), version = version + 1",
        code,
        DocumentFamily.CERTIFICATE.name(),
        REGISTER,
        form.name().getKk(),
        form.name().getRu(),
        form.name().getEn(),
        TEMPLATE,
        form.term().unit().name(),
        form.term().amount(),
        form.validityDays(),
        names(form.channels()),
        states,
        form.held(),
        form.fee(),
        form.enabled());
  }

  private static void question(
      Connection connection, String code, int position, CertificateQuestion question)
      throws SQLException {
    run(
        connection,
        "INSERT INTO document_question (kind, position, code, name_kk, name_ru, name_en, type,"
            + " required) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        code,
        position,
        question.code(),
        question.label().getKk(),
        question.label().getRu(),
        question.label().getEn(),
        question.type().name(),
        question.required());
  }

  private static String names(Iterable<? extends Enum<?>> values) {
    return StreamSupport.stream(values.spliterator(), false)
        .map(Enum::name)
        .sorted()
        .collect(Collectors.joining(" "));
  }

  private static void run(Connection connection, String sql, Object... parameters)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      statement.executeUpdate();
    }
  }
}
