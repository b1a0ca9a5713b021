package kz.miras.registrar.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import kz.miras.registrar.access.Visitor;
import kz.miras.registrar.access.partner.PartnerOperations;
import kz.miras.registrar.access.service.Passwords;
import kz.miras.registrar.local.RunningServer;
import kz.miras.registrar.shared.Checksum;

/** An organisation with an account, terms and a secret of its own, for one test. */
final class PartnerScene {

  static final String SECRET = "It-" + UUID.randomUUID();
  private static final String HASH = Passwords.hash(SECRET);

  private final RunningServer server;
  private final String login;

  private PartnerScene(RunningServer server, String login) {
    this.server = server;
    this.login = login;
  }

  /** Registers an organisation that may call everything, from anywhere, by password. */
  static PartnerScene open(RunningServer server) throws SQLException {
    String login = "it-partner-" + UUID.randomUUID().toString().substring(0, 8);
    PartnerScene scene = new PartnerScene(server, login);
    scene.run(
        "INSERT INTO account (id, uuid, login, display_name, kind, valid_from, language) SELECT"
            + " NEXTVAL(account_seq), UUID(), ?, ?, 'PARTNER', '2020-01-01', 'ru'",
        login,
        login);
    scene.run(
        "INSERT INTO role_grant (id, account_id, role, school_id, valid_from, basis) SELECT"
            + " NEXTVAL(account_seq), n.id, g.role, g.school_id, g.valid_from, g.basis FROM account"
            + " n, role_grant g JOIN account a ON a.id = g.account_id WHERE a.login = 'partner' AND"
            + " n.login = ?",
        login);
    scene.run(
        "INSERT INTO partner (id, uuid, account_id, name_kk, name_ru, name_en, contact_email,"
            + " created_by, created_at) SELECT NEXTVAL(partner_seq), UUID(), a.id, a.login, a.login,"
            + " a.login, 'it@partner.example', 'system', UTC_TIMESTAMP(6) FROM account a WHERE"
            + " a.login = ?",
        login);
    scene.run(
        "INSERT INTO partner_terms (id, uuid, partner_id, number, basis, operations, data_groups,"
            + " per_minute, per_day, proof, signature, status, proposed_by, proposed_at,"
            + " decided_by, decided_at) SELECT NEXTVAL(partner_seq), UUID(), p.id, 1, 'test', ?,"
            + " 'PDF IDENTIFIERS', 600, 20000, 'PASSWORD', 'OPTIONAL', 'IN_FORCE', 'system',"
            + " UTC_TIMESTAMP(6), 'system', UTC_TIMESTAMP(6) FROM partner p JOIN account a ON a.id"
            + " = p.account_id WHERE a.login = ?",
        String.join(" ", PartnerOperations.all()),
        login);
    scene.secret(HASH, "UTC_TIMESTAMP(6)", "NULL");
    return scene;
  }

  /** One more secret, with the instants it is valid between. */
  void secret(String hash, String from, String until) throws SQLException {
    run(
        "INSERT INTO partner_secret (id, uuid, partner_id, hash, valid_from, valid_until,"
            + " created_by) SELECT NEXTVAL(partner_seq), UUID(), p.id, ?, "
            + from
            + ", "
            + until
            + ", 'system' FROM partner p JOIN account a ON a.id = p.account_id WHERE a.login = ?",
        hash,
        login);
  }

  /** Registers a certificate, in force between two instants. */
  PartnerScene certificate(PartnerKey key, String from, String until) throws SQLException {
    try (Connection database = server.database();
        PreparedStatement insert =
            database.prepareStatement(
                "INSERT INTO partner_certificate (id, uuid, partner_id, fingerprint, subject,"
                    + " issuer, encoded, valid_from, valid_until, created_by) SELECT"
                    + " NEXTVAL(partner_seq), UUID(), p.id, ?, 'CN=test', 'CN=test', ?, "
                    + from
                    + ", "
                    + until
                    + ", 'system' FROM partner p JOIN account a ON a.id = p.account_id WHERE"
                    + " a.login = ?")) {
      insert.setBytes(1, Checksum.sha256(key.encoded()));
      insert.setBytes(2, key.encoded());
      insert.setString(3, login);
      insert.executeUpdate();
    }
    return this;
  }

  PartnerScene certificate(PartnerKey key) throws SQLException {
    return certificate(
        key, "UTC_TIMESTAMP(6) - INTERVAL 1 DAY", "UTC_TIMESTAMP(6) + INTERVAL 1 DAY");
  }

  /** Changes the terms in force, behind the application's back. */
  PartnerScene terms(String assignment) throws SQLException {
    run(
        "UPDATE partner_terms t JOIN partner p ON p.id = t.partner_id JOIN account a ON a.id ="
            + " p.account_id SET "
            + assignment
            + " WHERE a.login = ?",
        login);
    return this;
  }

  /** Changes the partner, behind the application's back. */
  PartnerScene partner(String assignment) throws SQLException {
    run(
        "UPDATE partner p JOIN account a ON a.id = p.account_id SET "
            + assignment
            + " WHERE a.login = ?",
        login);
    return this;
  }

  /** Writes something for the partner, as the university does with what it tells. */
  UUID outgoing(String aggregate) throws SQLException {
    UUID message = UUID.randomUUID();
    run(
        "INSERT INTO partner_outbox (id, uuid, partner_id, aggregate, kind, in_reply_to, subject,"
            + " text, created_at, next_at) SELECT NEXTVAL(partner_seq), ?, p.id, ?,"
            + " 'LETTER_ANSWERED', 'LT-2026/00001', 'Тема', 'Текст', UTC_TIMESTAMP(6),"
            + " UTC_TIMESTAMP(6) FROM partner p JOIN account a ON a.id = p.account_id WHERE a.login"
            + " = ?",
        message.toString(),
        aggregate,
        login);
    return message;
  }

  /** Files go with a message that waits. */
  void enclosing(UUID message) throws SQLException {
    run("UPDATE partner_outbox SET with_files = TRUE WHERE uuid = ?", message.toString());
  }

  /** Puts another envelope in place of a stored one. */
  void mended(UUID message, SoapClient client, String letter) throws SQLException {
    run(
        "UPDATE partner_message SET request = ? WHERE message_id = ?",
        client.envelope(
            SoapClient.SOAP11, "correspondence", "submitLetter", letter, client.security()),
        message.toString());
  }

  /** What a case says is not kept any more. */
  void forgotten(String receipt) throws SQLException {
    run(
        "UPDATE exchange_case SET contents = NULL, subject = '', forgotten_at = UTC_TIMESTAMP(6)"
            + " WHERE receipt = ?",
        receipt);
  }

  /** Brings what is to be sent later forward to now. */
  void dueNow() throws SQLException {
    run(
        "UPDATE partner_outbox o JOIN partner p ON p.id = o.partner_id JOIN account a ON a.id ="
            + " p.account_id SET o.next_at = UTC_TIMESTAMP(6) WHERE a.login = ?",
        login);
  }

  /** The address of the partner has failed some times in a row. */
  PartnerScene failedOften(int failures) throws SQLException {
    run(
        "INSERT INTO partner_circuit (partner_id, failures) SELECT p.id, ? FROM partner p JOIN"
            + " account a ON a.id = p.account_id WHERE a.login = ?",
        String.valueOf(failures),
        login);
    return this;
  }

  String login() {
    return login;
  }

  SoapClient client() {
    return new SoapClient(server.url(), login, SECRET);
  }

  SoapClient client(String secret) {
    return new SoapClient(server.url(), login, secret);
  }

  /** A column of the latest call in the journal. */
  String lastCall(String column) throws SQLException {
    return server.text(
        "SELECT "
            + column
            + " FROM partner_call c JOIN partner p ON p.id = c.partner_id JOIN account a ON a.id ="
            + " p.account_id LEFT JOIN partner_call_content k ON k.call_id = c.id WHERE a.login = '"
            + login
            + "' ORDER BY c.called_at DESC, c.id DESC LIMIT 1");
  }

  /** Sends one of the forms of a page by one of its buttons; the page goes on to another. */
  static void posted(
      Visitor visitor, String page, String form, String button, Map<String, String> fields) {
    String shown = visitor.get(page).body();
    Map<String, String> sent = new LinkedHashMap<>(fields);
    sent.put(form, form);
    sent.put(button, button);
    assertThat(
            visitor
                .post(page, shown.substring(shown.indexOf("id=\"" + form + "\"")), sent)
                .statusCode())
        .as("%s of %s", button, page)
        .isEqualTo(302);
  }

  private void run(String sql, String... values) throws SQLException {
    try (Connection database = server.database();
        PreparedStatement statement = database.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setString(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }
}
