package kz.miras.registrar.transcript.service.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.service.Json;
import kz.miras.registrar.shared.service.PdfRenderer;
import kz.miras.registrar.transcript.certificate.CertificateField;
import kz.miras.registrar.transcript.certificate.CertificateForm;
import kz.miras.registrar.transcript.certificate.CertificateLawful;
import kz.miras.registrar.transcript.certificate.CertificateWording;
import kz.miras.registrar.transcript.edition.UniversityDetails;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CertificateFileTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 30);
  private static final String LETTERS = "Әә Ғғ Ққ Ңң Өө Ұұ Үү Һһ Іі";

  private final PdfRenderer renderer = new PdfRenderer();

  private static CertificateForm form(String code) throws IOException {
    try (InputStream in =
        CertificateFileTest.class.getResourceAsStream("/certificates/" + code + ".json")) {
      return CertificateForm.of(Json.texts(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
    }
  }

  private static CertificateView view(CertificateForm form, boolean issued) {
    Map<String, CertificateView.Page> pages = new LinkedHashMap<>();
    for (Language language : Language.values()) {
      pages.put(
          language.tag(),
          new CertificateView.Page(
              form.title().in(language),
              "Әбдіқадырова Гүлжаһан Өмірзаққызы",
              form.body().in(language).lines().map(line -> filled(line, language)).toList()));
    }
    return new CertificateView(
        "CERT_STUDY",
        issued ? "CT-2026/00042" : null,
        DAY,
        DAY.plusDays(29),
        issued ? "7K3M-Q9TR-2XWD" : null,
        issued ? "https://registrar.example.kz/verify/7K3M-Q9TR-2XWD" : null,
        new CertificateView.Letterhead(
            LocalizedText.of("«Мирас» университеті", "Университет «Мирас»", "Miras University"),
            LocalizedText.of("Шымкент", "Шымкент", "Shymkent"),
            LocalizedText.of(
                "160012, Шымкент қ., Сапақ Датқа к-сі, 2",
                "160012, г. Шымкент, ул. Сапак датка, 2",
                "2 Sapak Datka St., Shymkent 160012"),
            "+7 7252 33 77 77 · БСН/БИН 970140000123"),
        "S-2024-0117",
        pages,
        "Халыққа қызмет көрсету орталығына " + LETTERS,
        List.of(
            new Signs.Sign(
                1,
                LocalizedText.of(
                    "Тіркеуші кеңсесінің директоры",
                    "Директор офиса регистратора",
                    "Director of the registrar's office"),
                LocalizedText.of("Ә. Қ. Жұмағұлов", "А. К. Жумагулов", "A. K. Zhumagulov"))),
        null);
  }

  private static String filled(String line, Language language) {
    Map<String, String> values = new HashMap<>();
    Arrays.stream(CertificateField.values()).forEach(one -> values.put(one.tag(), "«" + one + "»"));
    values.put("name", "Әбдіқадырова Гүлжаһан Өмірзаққызы");
    values.put("birth-date", "12.03.2006");
    values.put("programme", "6B06101 Информационные системы");
    values.put("course", "3");
    values.put("university", language == Language.KK ? "«Мирас» университеті" : "«Мирас»");
    return CertificateWording.filled(line, tag -> values.getOrDefault(tag, "01.09.2026"));
  }

  private byte[] pdf(CertificateView view) {
    Map<String, Object> model =
        CertificateMaker.model(view, List.of(Language.KK, Language.RU, Language.EN));
    model.put("crest", null);
    model.put("qr", view.verificationUrl() == null ? null : PdfRenderer.qr(view.verificationUrl()));
    return renderer.render("certificate", Language.KK, model);
  }

  @Test
  @DisplayName("DOC-33 a certificate is a page in each language, Kazakh first, every letter right")
  void printed() throws IOException {
    byte[] pdf = pdf(view(form("CERT_STUDY"), true));
    Files.write(Path.of(System.getProperty("basedir", "."), "target", "certificate.pdf"), pdf);
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(document.getNumberOfPages()).isEqualTo(3);
      PDFTextStripper text = new PDFTextStripper();
      text.setEndPage(1);
      assertThat(text.getText(document).replaceAll("\\s+", " "))
          .contains("АНЫҚТАМА", "Әбдіқадырова Гүлжаһан Өмірзаққызы", LETTERS, "CT-2026/00042")
          .contains("29.12.2026 дейін", "Ә. Қ. Жұмағұлов", "7K3M-Q9TR-2XWD")
          .doesNotContain("??");
      assertThat(new PDFTextStripper().getText(document))
          .contains("СПРАВКА", "CERTIFICATE OF STUDY", "is a student of")
          .doesNotContain("??", "{");
    }
  }

  @Test
  @DisplayName("DOC-33 a preview says that it is none, and has no code")
  void preview() throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf(view(form("CERT_STUDY"), false)))) {
      assertThat(new PDFTextStripper().getText(document))
          .contains("неофициальная копия")
          .doesNotContain("Чтобы проверить подлинность");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CERT_STUDY", "CERT_MILITARY", "CERT_SOCIAL", "CERT_EMPLOYER", "CERT_EMBASSY",
        "CERT_PERIOD", "CERT_RESULTS", "CERT_SUMMONS", "CERT_LEAVE", "CERT_ACADEMIC"
      })
  @DisplayName("DOC-33 every kind that comes with the program is one that can be put in force")
  void shipped(String code) throws IOException {
    try (InputStream in = getClass().getResourceAsStream("/certificates/" + code + ".json")) {
      Map<String, String> values =
          Json.texts(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      assertThat(CertificateLawful.judge(values, UniversityDetails.POSTS).refusals()).isEmpty();
    }
    CertificateForm form = form(code);
    assertThat(form.languages()).containsExactly(Language.KK, Language.RU, Language.EN);
    Set<String> kazakh = CertificateWording.tags(form.body().getKk());
    assertThat(CertificateWording.tags(form.body().getRu()))
        .as("the languages say the same")
        .containsExactlyInAnyOrderElementsOf(kazakh);
  }
}
