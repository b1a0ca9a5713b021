package kz.miras.registrar.attestation.service.appeal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import kz.miras.registrar.attestation.SheetKind;
import kz.miras.registrar.attestation.appeal.AppealHearing.Vote;
import kz.miras.registrar.attestation.appeal.AppealOutcome;
import kz.miras.registrar.attestation.appeal.AppealProposal;
import kz.miras.registrar.attestation.appeal.AppealProtocol;
import kz.miras.registrar.attestation.appeal.AppealStatus;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.service.PdfRenderer;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AppealFileTest {

  private static final Instant HELD = Instant.parse("2025-12-29T05:00:00Z");
  private static final LocalDate DAY = LocalDate.of(2025, 12, 29);

  @ParameterizedTest
  @EnumSource(Language.class)
  @DisplayName("a protocol names who was present, quorum, question, arguments, votes and decision")
  void printsTheProtocol(Language language) throws IOException {
    String text = print("appeal-protocol", language, null);
    assertThat(text)
        .contains("15-c/1", "29.12.2025 10:00", "101", "Төлеген Шайх", "Хатшы Айгүл", "2025-0001")
        .contains("question 3", "fully answered", "Әбдіқадыр", "2300001", "IT101")
        .doesNotContain("Келмеген", "??");
    assertThat(text).containsPattern("60 49 49 FX").containsPattern("60 55 58 D\\+");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  @DisplayName("an appeal sheet names the protocol, the result as it was and is, and its entry")
  void printsTheSheet(Language language) throws IOException {
    String open = print("appeal-sheet", language, null);
    assertThat(open).contains("2025-0001", "15-c/1", "Әбдіқадыр", "FX", "D+").doesNotContain("??");
    String entered = print("appeal-sheet", language, HELD.plusSeconds(7200));
    assertThat(entered).contains("29.12.2025 12:00").isNotEqualTo(open);
  }

  private static String print(String template, Language language, Instant applied)
      throws IOException {
    byte[] pdf =
        new PdfRenderer()
            .render(
                template,
                language,
                AppealFile.model(view(applied), text("«Мирас»"), DAY, ZoneId.of("Asia/Almaty")));
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document).replace('\u00a0', ' ').replace("-\n", "-");
    }
  }

  private static LocalizedText text(String word) {
    return LocalizedText.of(word, word, word);
  }

  private static AppealView.Seat seat(long id, String office, String name, Vote vote) {
    return new AppealView.Seat(
        id, office, name, "", name.equals("Келмеген"), !office.equals("SECRETARY"), vote);
  }

  private static AppealView view(Instant applied) {
    AppealProtocol.Figures was = new AppealProtocol.Figures(60, 49, 49, "FX");
    AppealProtocol.Figures now = new AppealProtocol.Figures(60, 55, 58, "D+");
    return new AppealView(
        "7f1c2c1e-0000-4000-8000-000000000001",
        "2025-0001",
        applied == null ? AppealStatus.DECIDED : AppealStatus.APPLIED,
        AppealOutcome.RAISED,
        new AppealView.About(
            "Әбдіқадыр Асан",
            "2300001",
            "IS-23",
            text("6B06101"),
            "IT101",
            text("Programming"),
            5,
            null,
            "2025-1-0007",
            SheetKind.MAIN,
            "2025-1",
            DAY.minusDays(5),
            "Емтиханшы",
            true,
            false),
        new AppealView.Filed(HELD.minusSeconds(9000), DAY, HELD, "question 3 was answered", DAY),
        new AppealView.Answer("spe", HELD, null),
        was,
        new AppealView.Commission(
            "7f1c2c1e-0000-4000-8000-000000000002",
            "15-c",
            DAY.minusDays(9),
            2,
            List.of(
                seat(1, "CHAIR", "Төлеген Шайх", Vote.FOR),
                seat(2, "MEMBER", "Бек", Vote.FOR),
                seat(3, "MEMBER", "Келмеген", null),
                seat(4, "SECRETARY", "Хатшы Айгүл", null))),
        HELD,
        "101",
        new AppealView.Protocol(
            "15-c/1",
            HELD,
            "101",
            "Төлеген Шайх",
            3,
            2,
            2,
            2,
            0,
            true,
            AppealProposal.Kind.CHANGE,
            "fully answered",
            AppealOutcome.RAISED,
            was,
            now,
            "sec"),
        applied == null ? null : "dir",
        applied,
        false,
        Set.of(AppealView.Act.PRINT));
  }
}
