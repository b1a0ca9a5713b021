package kz.miras.registrar.shared.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.TemplateSource.Template;
import kz.miras.registrar.shared.template.TemplateCheck;
import kz.miras.registrar.transcript.service.signing.SignatureStamp;
import kz.miras.registrar.transcript.service.signing.SigningCertificate;
import kz.miras.registrar.transcript.service.signing.SigningFacts;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.PDFStreamEngine;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.state.Concatenate;
import org.apache.pdfbox.contentstream.operator.state.Restore;
import org.apache.pdfbox.contentstream.operator.state.Save;
import org.apache.pdfbox.contentstream.operator.state.SetMatrix;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ShippedTemplatesTest {

  private static final String HEAD =
      "<html xmlns='http://www.w3.org/1999/xhtml' xmlns:th='http://www.thymeleaf.org'"
          + " lang='ru'><head><title>T</title><meta name='subject' content='T' /></head><body>\n";

  private final PdfRenderer renderer = new PdfRenderer();

  private String fill(String body, Map<String, Object> model) {
    Template tried = new Template("tried", 1, HEAD + body + "</body></html>");
    return TriedTemplate.trying(tried, null, () -> renderer.fill("tried", Language.RU, model));
  }

  @Test
  @DisplayName("DOC-30 every shipped template is known by name and is one a university may keep")
  void allPass() throws IOException, URISyntaxException {
    Path folder = Path.of(getClass().getResource("/documents/sheet.xhtml").toURI()).getParent();
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(
              files
                  .map(file -> file.getFileName().toString().replace(".xhtml", ""))
                  .filter(name -> !name.equals(PdfRenderer.SIGNATURE))
                  .filter(name -> !name.equals(PdfRenderer.DUPLICATE)))
          .as("what a document shows of its signature, or of being a duplicate, is nobody's")
          .containsExactlyInAnyOrderElementsOf(ShippedTemplates.NAMES);
    }
    ShippedTemplates shipped = new ShippedTemplates();
    for (String name : ShippedTemplates.NAMES) {
      assertThat(TemplateCheck.of(shipped.inForce(name).text()).refusals()).as(name).isEmpty();
    }
  }

  @Test
  @DisplayName("DOC-31 what a template cannot read is told with its line")
  void line() {
    assertThatThrownBy(() -> fill("<p>1</p>\n<p th:text='${words.other()}'>x</p>", Map.of()))
        .isInstanceOfSatisfying(
            RegistrarException.Refused.class,
            refused -> {
              assertThat(refused.refusals().get(0).code()).isEqualTo("shared.template.unknown");
              assertThat(refused.refusals().get(0).args().get(0)).isEqualTo(3);
            });
  }

  @Test
  @DisplayName("DOC-31 attributes the language does not have do nothing even where they are met")
  void nothingElseRuns() {
    assertThat(fill("<p th:utext='${1}' th:insert='~{x}'>still</p>", Map.of()))
        .contains("<p th:utext='${1}' th:insert='~{x}'>still</p>");
  }

  @Test
  @DisplayName("DOC-31 a template that repeats without end is stopped")
  void bounded() {
    List<Integer> many = IntStream.range(0, 3000).boxed().toList();
    String body = "<b th:each='a : ${m}'><b th:each='b : ${m}'><b th:text='${a}'>x</b></b></b>";
    assertThatThrownBy(() -> fill(body, Map.of("m", many)))
        .isInstanceOfSatisfying(
            RegistrarException.Refused.class,
            refused ->
                assertThat(refused.refusals().get(0).code())
                    .isIn("shared.template.large", "shared.template.slow"));
  }

  @Test
  @DisplayName("DOC-31 a template on trial has some hundred pages at most")
  void pages() {
    Template tried =
        new Template(
            "tried",
            1,
            HEAD + "<p th:each='a : ${m}' style='page-break-after: always'>x</p></body></html>");
    Map<String, Object> model = Map.of("m", IntStream.range(0, 500).boxed().toList());
    assertThatThrownBy(
            () ->
                TriedTemplate.trying(
                    tried, null, () -> renderer.render("tried", Language.RU, model)))
        .isInstanceOfSatisfying(
            RegistrarException.Refused.class,
            refused ->
                assertThat(refused.refusals().get(0).code()).isEqualTo("shared.template.large"));
  }

  @Test
  @DisplayName(
      "DOC-65 stamp and QR code have a look of their own, and are printed where a template has no"
          + " place for them")
  void marksStay() throws IOException {
    String hostile =
        HEAD.replace(
                "</head>",
                "<style>div, span, b, img { display: none; color: #fff; font-size: 1pt; width: 1mm;"
                    + " visibility: hidden; text-indent: -9000pt }</style></head>")
            + "%s</body></html>";
    Map<String, Object> model = Map.of(PdfRenderer.CODE, PdfRenderer.qr("https://x.kz/v"));
    for (String body : List.of("<p>x</p>", "<p><img th:attr='src=${qr}' alt='QR'/></p>")) {
      Template tried = new Template("tried", 1, String.format(hostile, body));
      byte[] pdf =
          TriedTemplate.trying(tried, SAMPLE, () -> renderer.render("tried", Language.RU, model));
      try (PDDocument document = Loader.loadPDF(pdf)) {
        assertThat(new PDFTextStripper().getText(document))
            .contains("Документ подписан электронной подписью", "Ректор: Ахметова Сәуле");
        assertThat(largestImage(document)).isBetween(87.0f, 89.0f);
      }
    }
    Template tried = new Template("tried", 1, HEAD + "<p>x</p></body></html>");
    assertThat(
            TriedTemplate.trying(tried, null, () -> renderer.fill("tried", Language.RU, Map.of())))
        .as("what is not signed has no stamp")
        .doesNotContain("signature", "подписан");
  }

  /** What a stamp reads, without a key. */
  private static final SignatureStamp SAMPLE =
      new SignatureStamp(
          new SigningFacts(
              List.of(
                  new SigningFacts.Signatory(
                      "Ахметова Сәуле", LocalizedText.of("Ректор", "Ректор", "Rector"))),
              List.of(Language.RU),
              LocalizedText.of("У", "У", "U"),
              LocalizedText.of("Ш", "Ш", "Sh"),
              "TR-1",
              "CODE",
              Instant.EPOCH),
          new SigningCertificate("CN", "00", Instant.EPOCH, Instant.EPOCH, false, "", new byte[0]),
          ZoneId.of("Asia/Almaty"));

  /** Width of the largest image drawn, in points. */
  private static float largestImage(PDDocument document) throws IOException {
    float[] widest = {0};
    for (PDPage page : document.getPages()) {
      new PDFStreamEngine() {
        {
          addOperator(new Concatenate(this));
          addOperator(new Save(this));
          addOperator(new Restore(this));
          addOperator(new SetMatrix(this));
        }

        @Override
        protected void processOperator(Operator operator, List<COSBase> operands)
            throws IOException {
          if (operator.getName().equals("Do")) {
            widest[0] =
                Math.max(
                    widest[0],
                    getGraphicsState().getCurrentTransformationMatrix().getScalingFactorX());
          }
          super.processOperator(operator, operands);
        }
      }.processPage(page);
    }
    return widest[0];
  }

  @Test
  @DisplayName("DOC-31 printing fetches no file and no address")
  void fetchesNothing() {
    Template tried =
        new Template("tried", 1, HEAD + "<img src='file:///etc/hostname' alt='x' /></body></html>");
    byte[] pdf =
        TriedTemplate.trying(tried, null, () -> renderer.render("tried", Language.RU, Map.of()));
    assertThat(pdf).startsWith('%', 'P', 'D', 'F');
  }
}
