package kz.miras.registrar.correspondence.service.ministry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import kz.miras.registrar.correspondence.ministry.PlatformType;
import kz.miras.registrar.shared.service.Json;
import org.apache.commons.csv.CSVFormat;

/**
 * The files of a dry run: of each type the records as JSON, just as they would be sent, and as CSV
 * for whoever enters them by hand; a manifest tells how many there are and the SHA-256 of each
 * file. One step is held at a time.
 */
@ApplicationScoped
class DryFiles {

  @Inject private MinistryRows rows;

  /** Takes a record's line. */
  private interface Lines {
    void line(String json) throws IOException;
  }

  /** Writes a file. */
  private interface Content {
    int write(OutputStream out) throws IOException;
  }

  void zip(MinistryRun run, OutputStream out) {
    List<Map<String, Object>> files = new ArrayList<>();
    try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
      for (MinistryRun.Part part : run.parts()) {
        PlatformType type = part.type();
        files.add(file(zip, type + ".json", to -> json(run, type, to)));
        files.add(file(zip, type + ".csv", to -> csv(run, type, to)));
      }
      Map<String, Object> manifest = new LinkedHashMap<>();
      manifest.put("run", run.uuid().toString());
      manifest.put("begun", run.begunAt().toString());
      manifest.put("by", run.by());
      manifest.put("files", files);
      zip.putNextEntry(new ZipEntry("manifest.json"));
      zip.write(Json.write(manifest).getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Object> file(ZipOutputStream zip, String name, Content content)
      throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    MessageDigest digest = sha256();
    DigestOutputStream counted = new DigestOutputStream(zip, digest);
    int records = content.write(counted);
    counted.flush();
    zip.closeEntry();
    Map<String, Object> file = new LinkedHashMap<>();
    file.put("name", name);
    file.put("records", records);
    file.put("sha256", HexFormat.of().formatHex(digest.digest()));
    return file;
  }

  private int json(MinistryRun run, PlatformType type, OutputStream out) throws IOException {
    int[] records = {0};
    out.write('[');
    each(
        run,
        type,
        line -> {
          write(out, (records[0]++ == 0 ? "\n" : ",\n") + line);
        });
    write(out, "\n]\n");
    return records[0];
  }

  private int csv(MinistryRun run, PlatformType type, OutputStream out) throws IOException {
    int[] records = {0};
    each(
        run,
        type,
        line -> {
          Map<?, ?> record = Json.read(line, Map.class);
          if (records[0]++ == 0) {
            // a mark of the encoding, without which spreadsheets misread Cyrillic
            write(out, "\ufeff" + row(record.keySet()));
          }
          write(out, row(record.values()));
        });
    return records[0];
  }

  private static String row(Collection<?> cells) {
    return CSVFormat.RFC4180.format(cells.stream().map(DryFiles::plain).toArray()) + "\r\n";
  }

  /** What a spreadsheet would take for a formula is a text. */
  private static String plain(Object value) {
    String text = value == null ? "" : value.toString();
    return text.matches("(?s)[=+@\\t].*") ? "'" + text : text;
  }

  private void each(MinistryRun run, PlatformType type, Lines lines) throws IOException {
    List<Integer> steps =
        rows.list(
            "SELECT first FROM ministry_batch WHERE run_id = ? AND type = ? ORDER BY first",
            List.of(run.id(), type.name()),
            row -> row.getInt(1));
    for (int step : steps) {
      byte[] content =
          rows.list(
                  "SELECT content FROM ministry_batch WHERE run_id = ? AND type = ? AND first = ?",
                  List.of(run.id(), type.name(), step),
                  row -> row.getBytes(1))
              .get(0);
      String text;
      try (GZIPInputStream packed = new GZIPInputStream(new ByteArrayInputStream(content))) {
        text = new String(packed.readAllBytes(), StandardCharsets.UTF_8);
      }
      for (String line : text.split("\n")) {
        if (!line.isEmpty()) {
          lines.line(line);
        }
      }
    }
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
