package kz.miras.registrar.bench.inside;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.service.PdfRenderer;
import kz.miras.registrar.transcript.DocumentKind;
import kz.miras.registrar.transcript.TranscriptView;
import kz.miras.registrar.transcript.service.DocumentFiles;
import kz.miras.registrar.transcript.service.TranscriptContents;
import kz.miras.registrar.transcript.service.TranscriptMaker;
import kz.miras.registrar.transcript.service.signing.SignatureStamp;
import kz.miras.registrar.transcript.service.signing.SigningCertificate;
import kz.miras.registrar.transcript.service.signing.SigningFacts;

/**
 * The pages of issued transcripts, filled in beforehand as the product fills them: with number, a
 * QR code of signed facts and the stamp of the signature. What is left for the PDF library is all
 * that it does for the product.
 */
final class IssuedPages {

  /** Threads product and baseline have alike: as many as a batch has lanes. */
  static final int LANES = 4;

  /** As long as a link with signed facts is. */
  private static final String LINK =
      "https://registrar.example/verify/7F3K-9QWM-2HXC-D4TR#" + "eyJhbGciOiJFUzI1NiIsIm".repeat(14);

  private static final LocalizedText TITLE =
      LocalizedText.of("Тіркеу кеңсесі", "Директор офиса регистратора", "Director of the office");

  private final TranscriptContents contents;
  private final List<String> pages = new ArrayList<>();

  IssuedPages(TranscriptContents contents) {
    this.contents = contents;
  }

  /** One piece of work of a lane. */
  interface Piece {
    void run(int at) throws Exception;
  }

  /** Graduates with a history, as many as there are and no more than wanted. */
  static List<Long> graduates(Connection administrator, int most) throws SQLException {
    List<Long> ids = new ArrayList<>();
    new Tables(administrator)
        .column(
            "SELECT s.id FROM student s WHERE s.status = 'GRADUATED' AND EXISTS (SELECT 1 FROM"
                + " achievement a WHERE a.student_id = s.id) ORDER BY s.id LIMIT "
                + most)
        .forEach(id -> ids.add(((Number) id).longValue()));
    if (ids.isEmpty()) {
      throw new IllegalStateException("nobody has graduated");
    }
    return ids;
  }

  /** Fills in the pages of students. */
  void fill(List<Long> students) {
    DocumentFiles files = new DocumentFiles(new PdfRenderer());
    for (long student : students) {
      TranscriptView view =
          contents.of(
              student,
              DocumentKind.TRANSCRIPT,
              "TR-2026/00001",
              LocalDate.now(),
              "7F3K-9QWM-2HXC-D4TR");
      Map<String, Object> model = new HashMap<>(TranscriptMaker.model(view, List.of(Language.RU)));
      model.put(PdfRenderer.SIGNATURE, stamp());
      pages.add(files.page("transcript", Language.RU, model, LINK));
    }
  }

  private static SignatureStamp stamp() {
    Instant now = Instant.now();
    return new SignatureStamp(
        new SigningFacts(
            List.of(new SigningFacts.Signatory("Ахметова Сәуле Маратқызы", TITLE)),
            List.of(Language.RU),
            TITLE,
            TITLE,
            "TR-2026/00001",
            "7F3K-9QWM-2HXC-D4TR",
            now),
        new SigningCertificate(
            "Университет", "00A1B2C3D4E5F607", now, now.plus(1, ChronoUnit.DAYS), false, "", null),
        ZoneId.of("Asia/Almaty"));
  }

  /** Lays out all pages in as many threads as the product has lanes. */
  long layOut() throws Exception {
    return lanes(pages.size(), at -> Transcripts.check(Transcripts.print(pages.get(at))));
  }

  void forget() {
    pages.clear();
  }

  /**
   * Does pieces of work in lanes.
   *
   * @return nanoseconds it took
   */
  static long lanes(int pieces, Piece piece) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(LANES);
    try {
      long begin = System.nanoTime();
      List<Future<?>> working = new ArrayList<>();
      for (int i = 0; i < LANES; i++) {
        int lane = i;
        working.add(
            threads.submit(
                () -> {
                  for (int at = lane; at < pieces; at += LANES) {
                    piece.run(at);
                  }
                  return null;
                }));
      }
      for (Future<?> one : working) {
        one.get();
      }
      return System.nanoTime() - begin;
    } finally {
      threads.shutdownNow();
    }
  }
}
