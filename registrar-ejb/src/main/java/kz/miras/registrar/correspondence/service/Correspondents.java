package kz.miras.registrar.correspondence.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kz.miras.registrar.correspondence.CorrespondentKind;
import kz.miras.registrar.correspondence.LetterFacts;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.LocalizedText;

/** Organisations and persons letters are exchanged with. */
@ApplicationScoped
class Correspondents {

  private static final String SELECT =
      "SELECT id, short_name, kind, bin, name_kk, name_ru, name_en, address, email, phone, contact,"
          + " language FROM correspondent WHERE ";

  @Inject private LetterRows rows;

  /**
   * A correspondent; what is not known is null.
   *
   * @param shortName what the office calls it
   */
  record Stored(
      Long id,
      String shortName,
      CorrespondentKind kind,
      String bin,
      LocalizedText name,
      String address,
      String email,
      String phone,
      String contact,
      Language language)
      implements Serializable {}

  List<Stored> all() {
    return rows.list(SELECT + "1 = 1 ORDER BY short_name", Correspondents::stored);
  }

  Optional<Stored> byKey(Long id) {
    return id == null ? Optional.empty() : rows.one(SELECT + "id = ?", Correspondents::stored, id);
  }

  /** One by its short or full name, in whatever language; empty where none or several have it. */
  Optional<Stored> named(String name) {
    if (name == null || name.isBlank()) {
      return Optional.empty();
    }
    String typed = name.strip();
    List<Stored> found =
        rows.list(
            SELECT + "short_name = ? OR name_kk = ? OR name_ru = ? OR name_en = ? LIMIT 2",
            Correspondents::stored,
            typed,
            typed,
            typed,
            typed);
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  /** The organisation of a БИН; empty where none is known. */
  Optional<Stored> byBin(String bin) {
    return bin == null
        ? Optional.empty()
        : rows.one(SELECT + "bin = ?", Correspondents::stored, bin);
  }

  /** The only correspondent of an e-mail address; empty where none or several have it. */
  Optional<Stored> byAddress(String address) {
    List<Stored> found =
        rows.list(SELECT + "email = ? LIMIT 2", Correspondents::stored, String.valueOf(address));
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  /** What a letter says, with the correspondent the office knows by the name it has. */
  LetterFacts known(LetterFacts typed) {
    return typed.correspondent() != null
        ? typed
        : named(typed.name()).map(one -> typed.from(one.id())).orElse(typed);
  }

  void add(Stored one) {
    rows.change(
        "INSERT INTO correspondent (id, uuid, short_name, kind, bin, name_kk, name_ru, name_en,"
            + " address, email, phone, contact, language) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
            + " ?)",
        rows.next(),
        UUID.randomUUID().toString(),
        one.shortName(),
        one.kind().name(),
        one.bin(),
        one.name().getKk(),
        one.name().getRu(),
        one.name().getEn(),
        one.address(),
        one.email(),
        one.phone(),
        one.contact(),
        one.language().tag());
  }

  void change(Stored one) {
    rows.change(
        "UPDATE correspondent SET kind = ?, bin = ?, name_kk = ?, name_ru = ?, name_en = ?, address ="
            + " ?, email = ?, phone = ?, contact = ?, language = ?, version = version + 1 WHERE"
            + " short_name = ?",
        one.kind().name(),
        one.bin(),
        one.name().getKk(),
        one.name().getRu(),
        one.name().getEn(),
        one.address(),
        one.email(),
        one.phone(),
        one.contact(),
        one.language().tag(),
        one.shortName());
  }

  private static Stored stored(ResultSet row) throws SQLException {
    return new Stored(
        row.getLong("id"),
        row.getString("short_name"),
        CorrespondentKind.valueOf(row.getString("kind")),
        row.getString("bin"),
        LocalizedText.of(
            row.getString("name_kk"), row.getString("name_ru"), row.getString("name_en")),
        row.getString("address"),
        row.getString("email"),
        row.getString("phone"),
        row.getString("contact"),
        Language.of(row.getString("language")));
  }
}
