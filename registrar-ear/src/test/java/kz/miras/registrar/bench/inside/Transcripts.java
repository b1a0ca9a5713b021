package kz.miras.registrar.bench.inside;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.service.PdfRenderer;
import kz.miras.registrar.transcript.DocumentKind;
import kz.miras.registrar.transcript.TranscriptView;
import kz.miras.registrar.transcript.service.DocumentDesk;
import kz.miras.registrar.transcript.service.DocumentFiles;
import kz.miras.registrar.transcript.service.TranscriptContents;
import kz.miras.registrar.transcript.service.TranscriptMaker;
import org.wildfly.security.auth.server.SecurityIdentity;

/**
 * Transcripts from the student's number to the PDF, against the PDF library that is handed the same
 * page already filled in.
 */
final class Transcripts {

  private static final int ROUNDS = 3;
  private static final int STUDENTS = 24;

  private final DocumentDesk desk;
  private final TranscriptContents contents;
  private final SecurityIdentity identity;
  private final Connection administrator;
  private final PrintWriter out;
  private final List<String> students = new ArrayList<>();
  private final List<String> pages = new ArrayList<>();

  Transcripts(
      DocumentDesk desk,
      TranscriptContents contents,
      SecurityIdentity identity,
      Connection administrator,
      PrintWriter out) {
    this.desk = desk;
    this.contents = contents;
    this.identity = identity;
    this.administrator = administrator;
    this.out = out;
  }

  void run() throws Exception {
    prepare();
    product();
    bare();
    Meter meter = new Meter(administrator, out);
    for (int round = 0; round < ROUNDS; round++) {
      meter.measure("product", STUDENTS, STUDENTS, this::product);
      meter.measure("bare", STUDENTS, STUDENTS, this::bare);
    }
  }

  private void prepare() throws SQLException {
    Tables tables = new Tables(administrator);
    tables
        .column(
            "SELECT student_id FROM achievement GROUP BY student_id ORDER BY COUNT(*) DESC,"
                + " student_id LIMIT "
                + STUDENTS)
        .forEach(
            id -> {
              pages.add(page(((Number) id).longValue()));
              students.add(number(tables, id));
            });
  }

  private String page(long student) {
    DocumentFiles files = new DocumentFiles(new PdfRenderer());
    TranscriptView view =
        contents.of(student, DocumentKind.TRANSCRIPT, null, LocalDate.now(), null);
    return files.page(
        "transcript",
        Language.RU,
        TranscriptMaker.model(view, List.of(Language.RU)),
        view.verificationUrl());
  }

  private static String number(Tables tables, Object id) {
    try {
      return (String) tables.column("SELECT student_no FROM student WHERE id = " + id).get(0);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private long product() throws Exception {
    return Crew.run(
        STUDENTS,
        () ->
            i ->
                check(
                    identity.runAs(
                        (Callable<byte[]>)
                            () -> desk.preview(students.get(i), List.of(Language.RU)))));
  }

  private long bare() throws Exception {
    return Crew.run(pages.size(), () -> i -> check(print(pages.get(i))));
  }

  static void check(byte[] pdf) {
    if (pdf.length < 10_000 || pdf[0] != '%' || pdf[1] != 'P') {
      throw new IllegalStateException("no PDF of " + pdf.length + " bytes");
    }
  }

  static byte[] print(String page) throws IOException {
    ByteArrayOutputStream pdf = new ByteArrayOutputStream();
    PdfRendererBuilder builder = new PdfRendererBuilder();
    builder.useFastMode();
    font(builder, "PTF55F.ttf", 400, FontStyle.NORMAL);
    font(builder, "PTF75F.ttf", 700, FontStyle.NORMAL);
    font(builder, "PTF56F.ttf", 400, FontStyle.ITALIC);
    builder.withHtmlContent(page, "classpath:/documents/");
    builder.withProducer("Registrar");
    builder.usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_2_A);
    builder.usePdfUaAccessibility(true);
    builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
    builder.toStream(pdf);
    builder.run();
    return pdf.toByteArray();
  }

  private static void font(PdfRendererBuilder builder, String file, int weight, FontStyle style) {
    builder.useFont(
        () -> PdfRenderer.class.getResourceAsStream("/fonts/" + file),
        "PT Serif",
        weight,
        style,
        true);
  }
}
