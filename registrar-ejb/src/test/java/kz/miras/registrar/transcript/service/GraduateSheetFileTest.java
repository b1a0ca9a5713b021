package kz.miras.registrar.transcript.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.transcript.TranscriptView;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The sheet of a graduate before the attestation commission. */
class GraduateSheetFileTest {

  private static final List<DocumentMaker.Twin> TWIN =
      List.of(new DocumentMaker.Twin("elmo.xml", "application/xml", new byte[] {60}, "ELMO 1.7"));

  @ParameterizedTest
  @EnumSource(Language.class)
  @DisplayName(
      "AK-7 the sheet of a graduate states of each discipline the result that counts, credits and"
          + " average")
  void sheet(Language language) throws IOException {
    TranscriptView view = AwkwardStudents.all().get("annulled-results");
    List<Language> one = List.of(language);
    byte[] pdf =
        TranscriptFileTest.FILES
            .printed(
                "graduate-sheet",
                one,
                TranscriptMaker.model(view, one),
                view.verificationUrl(),
                document -> TwinFiles.put(document, TWIN, Instant.EPOCH))
            .pdf();
    Picture.of(pdf, "graduate-sheet-" + language);
    assertThat(TranscriptFileTest.text(pdf))
        .contains("PHY101", "C-", view.holder().programmeCode(), view.record().gpa().toString())
        .doesNotContain("??", "4.00");
    assertThat(Referee.against(pdf)).isEmpty();
  }
}
