package kz.miras.registrar.correspondence.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import kz.miras.registrar.correspondence.LetterChannel;
import kz.miras.registrar.correspondence.LetterFileRole;
import kz.miras.registrar.correspondence.LetterFileType;
import kz.miras.registrar.shared.Checksum;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.UniversityTime;

/** LTR-4. Files of letters: kept once and never changed. */
@ApplicationScoped
class LetterFiles {

  private static final int LONGEST_NAME = 200;

  @Inject private LetterRows rows;
  @Inject private UniversityTime time;

  /** A file of a letter without its content. */
  record Kept(
      String id,
      LetterFileRole role,
      String name,
      String mediaType,
      int size,
      String sha256,
      String by,
      Instant at)
      implements Serializable {}

  /** A file as it was kept. */
  record Content(long letter, String name, String mediaType, byte[] content) {}

  /** LTR-4. Whether these files may be kept together with a letter that has some already. */
  Verdict judge(List<ReceivedFile> files, int there) {
    return judge(files, there, LetterFileType::judge);
  }

  /** LTR-4. Whether these files may be kept with the letter that brings them. */
  Verdict judge(List<ReceivedFile> files, LetterChannel channel) {
    return judge(
        files, 0, channel.isProgram() ? LetterFileType::judgeBrought : LetterFileType::judge);
  }

  private static Verdict judge(
      List<ReceivedFile> files, int there, BiFunction<String, byte[], Verdict> one) {
    Verdict verdict = Verdict.allowed();
    if (files.size() + there > LetterFileType.MOST_FILES) {
      verdict =
          Verdict.refused(
              Refusal.of("correspondence.file.many", "LTR-4", LetterFileType.MOST_FILES)
                  .at("file"));
    }
    for (ReceivedFile file : files) {
      verdict = verdict.and(one.apply(file.name(), file.content()));
    }
    return verdict;
  }

  /** Keeps a checked file. */
  String keep(long letter, LetterFileRole role, ReceivedFile file, String by) {
    UUID uuid = UUID.randomUUID();
    rows.change(
        "INSERT INTO letter_file (id, uuid, letter_id, role, name, media_type, size, sha256, content,"
            + " added_by, added_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        rows.next(),
        uuid.toString(),
        letter,
        role.name(),
        shortened(file.name()),
        LetterFileType.brought(file.content()).orElseThrow(),
        file.content().length,
        Checksum.sha256(file.content()),
        file.content(),
        by,
        LetterRows.utc(time.now()));
    return uuid.toString();
  }

  /** A name without folders and signs that steer a terminal, its ending kept. */
  private static String shortened(String name) {
    String plain = name == null ? "" : name.replaceAll("[\\p{Cntrl}\\\\/:*?\"<>|]+", "_").strip();
    if (plain.isEmpty()) {
      plain = "file";
    }
    return plain.length() <= LONGEST_NAME ? plain : plain.substring(plain.length() - LONGEST_NAME);
  }

  /** The files of a letter, in the order they came. */
  List<Kept> of(long letter) {
    return rows.list(
        "SELECT uuid, role, name, media_type, size, sha256, added_by, added_at FROM letter_file WHERE"
            + " letter_id = ? ORDER BY id",
        row ->
            new Kept(
                row.getString("uuid"),
                LetterFileRole.valueOf(row.getString("role")),
                row.getString("name"),
                row.getString("media_type"),
                row.getInt("size"),
                HexFormat.of().formatHex(row.getBytes("sha256")),
                row.getString("added_by"),
                LetterRows.instant(row, "added_at")),
        letter);
  }

  Optional<Content> content(UUID file) {
    return rows.one(
        "SELECT letter_id, name, media_type, content FROM letter_file WHERE uuid = ?",
        row -> new Content(row.getLong(1), row.getString(2), row.getString(3), row.getBytes(4)),
        file.toString());
  }

  /** The letter itself as it went out; empty until it is made. */
  Optional<byte[]> paper(long letter) {
    return rows.one(
        "SELECT content FROM letter_file WHERE paper_of = ?", row -> row.getBytes(1), letter);
  }
}
