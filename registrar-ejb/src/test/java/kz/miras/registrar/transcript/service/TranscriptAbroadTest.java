package kz.miras.registrar.transcript.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.curriculum.Letter;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.transcript.DistributionTable;
import kz.miras.registrar.transcript.DistributionWindow;
import kz.miras.registrar.transcript.TranscriptView;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Transcripts for partners of mobility. */
class TranscriptAbroadTest {

  private static final List<DocumentMaker.Twin> TWIN =
      List.of(new DocumentMaker.Twin("elmo.xml", "application/xml", new byte[] {60}, "ELMO 1.7"));

  @ParameterizedTest
  @EnumSource(Language.class)
  @DisplayName(
      "DOC-64 a transcript asked for with the distribution of grades shows it; DOC-32 its"
          + " letterhead the crest, read aloud by its name")
  void distribution(Language language) throws IOException {
    TranscriptView plain = TranscriptFileTest.view();
    TranscriptView view =
        plain.with(
            DistributionTable.of(
                plain.record(),
                Map.of("ZZA101", Map.of(Letter.A, 2, Letter.A_MINUS, 3, Letter.B, 5)),
                new DistributionWindow("2021/2022", "2025/2026", List.of()),
                3));
    List<Language> one = List.of(language);
    Map<String, Object> model = TranscriptMaker.model(view, one);
    model.put("crest", Picture.sample());
    byte[] pdf =
        TranscriptFileTest.FILES
            .printed(
                "transcript",
                one,
                model,
                view.verificationUrl(),
                document -> TwinFiles.put(document, TWIN, Instant.EPOCH))
            .pdf();
    Picture.of(pdf, "transcript-" + language);
    assertThat(TranscriptFileTest.text(pdf))
        .contains("2021/2022", "2025/2026", "ECTS A", "30.00", "50.00", "100.00")
        .doesNotContain("??");
    assertThat(Referee.against(pdf)).isEmpty();
    assertThat(TranscriptFileTest.text(TranscriptFileTest.pdf(one))).doesNotContain("30.00");
  }
}
