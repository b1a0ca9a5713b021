package kz.miras.registrar.transcript.service.diploma;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import kz.miras.registrar.attestation.GradeDistribution;
import kz.miras.registrar.curriculum.Letter;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.transcript.DistributionTable;
import kz.miras.registrar.transcript.TranscriptView;
import kz.miras.registrar.transcript.diploma.SupplementView;
import kz.miras.registrar.transcript.service.DocumentFiles;
import kz.miras.registrar.transcript.service.Picture;
import kz.miras.registrar.transcript.service.Referee;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Letterheads of supplements, names and distributions of grades on them. */
class SupplementLettersTest {

  @ParameterizedTest
  @CsvSource({
    "KK, Бағаларды бөлу кестесі, 2021/2022–2025/2026 оқу жылдары",
    "RU, Таблица распределения оценок, учебные годы 2021/2022–2025/2026",
    "EN, Grade distribution table, academic years 2021/2022 to 2025/2026"
  })
  @DisplayName(
      "DOC-64 the European supplement shows the distribution of grades of its disciplines, the"
          + " form of the country has no place for it")
  void distribution(Language language, String title, String years) throws IOException {
    SupplementView plain = SupplementFileTest.view(false, null, "BD 00012345678", true);
    SupplementView view = with(plain, grades(plain));
    List<Language> one = List.of(language);
    byte[] pdf =
        SupplementFileTest.FILES
            .printed(
                "european-supplement",
                one,
                pictured(view, one),
                SupplementFileTest.OURS,
                SupplementFileTest.TWINS)
            .pdf();
    assertThat(SupplementFileTest.text(pdf))
        .contains(title, years, "ECTS C", "21", "19.05", "42.86", "100.00")
        .doesNotContain("??");
    assertThat(Referee.against(pdf)).isEmpty();
    Picture.of(pdf, "european-" + language);
    assertThat(
            SupplementFileTest.text(
                SupplementFileTest.FILES.print(
                    "european-supplement",
                    one,
                    SupplementMaker.european(plain, one),
                    SupplementFileTest.OURS)))
        .as("nothing is promised where nothing can be told")
        .doesNotContain(title);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  @DisplayName(
      "DOC-32 letterheads show crest and logos with what is read aloud in their place; edge words"
          + " stand beside the page, not above it")
  void letterhead(Language language) throws IOException {
    SupplementView view = SupplementFileTest.view(false, null, "BD 00012345678", true);
    List<Language> one = List.of(language);
    byte[] pdf =
        SupplementFileTest.FILES
            .printed(
                "diploma-supplement",
                one,
                pictured(view, one),
                SupplementFileTest.OURS,
                SupplementFileTest.TWINS)
            .pdf();
    assertThat(Referee.against(pdf)).isEmpty();
    Picture.of(pdf, "supplement-" + language);
    String words = new String(structure(pdf), java.nio.charset.StandardCharsets.UTF_8);
    assertThat(words)
        .contains(
            switch (language) {
              case KK -> "Университеттің елтаңбасы";
              case RU -> "Эмблема университета";
              case EN -> "Crest of the university";
            })
        .contains(AGENCY.in(language));
    assertThat(placeOf(pdf, edge(language)))
        .as("to the left of everything, on every page")
        .allMatch(x -> x < 57)
        .hasSameSizeAs(pagesOf(pdf));
  }

  @Test
  @DisplayName("DIP-9 a family name of two words is one family name in each supplement")
  void familyNameOfTwoWords() throws IOException {
    SupplementView plain = SupplementFileTest.view(false, null, "BD 00012345678", true);
    TranscriptView.Holder whole = plain.holder();
    TranscriptView.Holder holder =
        new TranscriptView.Holder(
            whole.studentNo(),
            "де ла Крус Мария Изабель",
            "de la Cruz Maria Isabel",
            "де ла Крус Мария",
            LocalizedText.of("де ла Крус", "де ла Крус", "de la Cruz"),
            whole.birthDate(),
            whole.level(),
            whole.programmeCode(),
            whole.programme(),
            whole.form(),
            whole.studyLanguage(),
            whole.funding(),
            whole.admissionYear(),
            whole.courseYear(),
            whole.status());
    assertThat(holder.familyIn(Language.EN)).isEqualTo("de la Cruz");
    assertThat(holder.givenIn(Language.RU)).isEqualTo("Мария Изабель");
    SupplementView view = with(plain, holder);
    assertThat(EuropeanSections.of(view, Language.EN).get(0).parts())
        .extracting(part -> part.content())
        .startsWith("de la Cruz", "Maria Isabel");
    assertThat(SupplementFileTest.text(SupplementFileTest.supplement(view, List.of(Language.RU))))
        .containsPattern("Фамилия\\s+де ла Крус\\s")
        .containsPattern("отчество[^\\n]*\\s+Мария Изабель");
    assertThat(plain.holder().givenIn(Language.RU)).isEqualTo("Әсем Қуанышқызы");
  }

  private static final LocalizedText AGENCY =
      LocalizedText.of("НАОКО агенттігі", "Агентство НАОКО", "IQAA agency");

  private static Map<String, Object> pictured(SupplementView view, List<Language> languages) {
    Map<String, Object> model = SupplementMaker.european(view, languages);
    model.put("crest", Picture.sample());
    model.put("agencies", List.of(new DocumentFiles.Picture(Picture.sample(), AGENCY)));
    return model;
  }

  private static String edge(Language language) {
    return switch (language) {
      case KK -> "ДИПЛОМСЫЗ";
      case RU -> "БЕЗ";
      case EN -> "NOT";
    };
  }

  /** What is read aloud in place of pictures, wherever the structure tells it. */
  private static byte[] structure(byte[] pdf) throws IOException {
    StringBuilder told = new StringBuilder();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      for (COSObjectKey key : document.getDocument().getXrefTable().keySet()) {
        if (document.getDocument().getObjectFromPool(key).getObject() instanceof COSDictionary one
            && one.getString(COSName.ALT) != null) {
          told.append(one.getString(COSName.ALT)).append('\n');
        }
      }
    }
    return told.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
  }

  /** Where the turned words begin, on each page. */
  private static List<Float> placeOf(byte[] pdf, String word) throws IOException {
    List<Float> places = new ArrayList<>();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      new PDFTextStripper() {
        private final StringBuilder turned = new StringBuilder();

        @Override
        protected void startPage(PDPage page) {
          turned.setLength(0);
        }

        @Override
        protected void processTextPosition(TextPosition text) {
          if (Math.abs(text.getTextMatrix().getShearY()) > 0.1f) {
            if (turned.append(text.getUnicode()).toString().equals(word)) {
              places.add(text.getX());
            }
          }
          super.processTextPosition(text);
        }
      }.getText(document);
    }
    return places;
  }

  private static List<Integer> pagesOf(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return IntStream.range(0, document.getNumberOfPages()).boxed().toList();
    }
  }

  /** The sheet of the worked example for each discipline. */
  private static DistributionTable grades(SupplementView view) {
    List<GradeDistribution.Line> lines =
        GradeDistribution.of(
            Map.of(
                Letter.A,
                2,
                Letter.A_MINUS,
                3,
                Letter.B_PLUS,
                4,
                Letter.B,
                3,
                Letter.B_MINUS,
                2,
                Letter.C_PLUS,
                2,
                Letter.C,
                2,
                Letter.C_MINUS,
                1,
                Letter.D_PLUS,
                1,
                Letter.D,
                1));
    return new DistributionTable(
        "2021/2022",
        "2025/2026",
        view.theory().stream()
            .map(
                row ->
                    new DistributionTable.Discipline(row.code(), row.name(), row.sign(), 21, lines))
            .toList());
  }

  private static SupplementView with(SupplementView of, DistributionTable grades) {
    return with(of, of.holder(), grades);
  }

  private static SupplementView with(SupplementView of, TranscriptView.Holder holder) {
    return with(of, holder, of.grades());
  }

  private static SupplementView with(
      SupplementView of, TranscriptView.Holder holder, DistributionTable grades) {
    return new SupplementView(
        of.number(),
        of.date(),
        of.university(),
        of.city(),
        of.school(),
        holder,
        of.draft(),
        of.graduatedYear(),
        of.credits(),
        of.gpa(),
        of.practices(),
        of.attestations(),
        of.defence(),
        of.nqfLevel(),
        of.theory(),
        of.theoryCredits(),
        of.additional(),
        of.distance(),
        of.honours(),
        grades,
        of.look());
  }
}
