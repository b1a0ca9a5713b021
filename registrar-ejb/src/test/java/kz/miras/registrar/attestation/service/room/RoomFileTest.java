package kz.miras.registrar.attestation.service.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.miras.registrar.attestation.BasisDocument;
import kz.miras.registrar.attestation.ExamForm;
import kz.miras.registrar.attestation.SheetKind;
import kz.miras.registrar.attestation.SheetStatus;
import kz.miras.registrar.attestation.room.ExamAttendance;
import kz.miras.registrar.attestation.room.IdentityDocument;
import kz.miras.registrar.attestation.room.IncidentKind;
import kz.miras.registrar.attestation.room.IncidentStatus;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.service.Messages;
import kz.miras.registrar.shared.service.PdfRenderer;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RoomFileTest {

  private static final LocalDate DAY = LocalDate.of(2025, 12, 22);
  private static final Instant AT = Instant.parse("2025-12-22T05:30:00Z");

  @ParameterizedTest
  @EnumSource(Language.class)
  @DisplayName("the list of the admitted names them, and who is not and why")
  void admitted(Language language) throws IOException {
    String text = print("room-admitted", language, room());
    assertThat(text)
        .contains("Әбдіқадыр Асан", "2300001", "10:00", "305", "2025-1-0007")
        .contains("Ким Вера", Messages.text(language, "attestation.room.rating-low", 40, 50))
        .doesNotContain("??", "attestation.");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  @DisplayName("the attendance list has the admitted only, the document seen and room to sign")
  void attendance(Language language) throws IOException {
    String text = print("room-attendance", language, room());
    assertThat(text)
        .contains("Әбдіқадыр Асан", Messages.text(language, "attestation.room.state.PRESENT"))
        .contains(Messages.text(language, "attestation.room.identity.PASSPORT"))
        .doesNotContain("Ким Вера", "??", "attestation.");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  @DisplayName("a slip has the code on both halves and the name on one")
  void codes(Language language) throws IOException {
    Map<String, Object> model = RoomFile.model(text("University"), DAY);
    model.put("h", head());
    model.put("slips", List.of(new RoomFile.Slip("K7MWQ2", "Әбдіқадыр Асан", "2300001")));
    String text = print("room-codes", language, model);
    assertThat(text.split("K7MWQ2", -1)).hasSize(3);
    assertThat(text).contains("Әбдіқадыр Асан").doesNotContain("??", "attestation.");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  @DisplayName("an act says when and what, who signs it, and the decision once there is one")
  void act(Language language) throws IOException {
    String open = act(language, null);
    assertThat(open)
        .contains("2025-0003", "22.12.2025 10:30", "a telephone under the desk", "Серікова А.")
        .contains(Messages.text(language, "attestation.incident.no-explanation"))
        .doesNotContain("77-c", "??", "attestation.");
    String decided =
        act(
            language,
            new BasisDocument(BasisDocument.Type.ORDER, "77-c", DAY, "a telephone was in use"));
    assertThat(decided)
        .contains("77-c", Messages.text(language, "attestation.incident.status.ANNULLED"));
  }

  private static String act(Language language, BasisDocument basis) throws IOException {
    IncidentView view =
        new IncidentView(
            "7f1c2c1e-0000-4000-8000-000000000001",
            "2025-0003",
            basis == null ? IncidentStatus.REGISTERED : IncidentStatus.ANNULLED,
            head(),
            "Әбдіқадыр Асан",
            "2300001",
            IncidentKind.DEVICE,
            AT,
            true,
            "a telephone under the desk",
            List.of("Серікова А., examiner", "Ким В., invigilator"),
            null,
            "examiner",
            AT.plusSeconds(600),
            basis,
            basis == null ? null : "director",
            basis == null ? null : AT,
            DAY.plusMonths(1),
            false,
            false);
    return print(
        "room-act",
        language,
        RoomFile.act(view, text("University"), DAY, ZoneId.of("Asia/Almaty")));
  }

  private static Map<String, Object> room() {
    Map<String, Object> model = RoomFile.model(text("University"), DAY);
    model.put(
        "r",
        new RoomView(
            head(),
            null,
            Set.of(),
            new RoomView.Works(false, false, 0, 0, List.of(), List.of()),
            List.of(
                line(1, "Әбдіқадыр Асан", "2300001", 60, ExamAttendance.PRESENT),
                line(2, "Ким Вера", "2300002", 40, null)),
            List.of()));
    model.put("programmes", text("6B06101"));
    return model;
  }

  private static RoomView.Line line(
      int position, String name, String number, int rating, ExamAttendance state) {
    return new RoomView.Line(
        position,
        position,
        number,
        name,
        rating,
        rating < 50
            ? List.of(Refusal.of("attestation.room.rating-low", "EXM-6", rating, 50))
            : List.of(),
        state,
        state == null ? null : IdentityDocument.PASSPORT,
        state == null ? null : "examiner",
        state == null ? null : AT,
        state == null ? null : "examiner",
        state == null ? -1 : 0,
        false,
        false,
        false,
        false,
        false);
  }

  private static RoomView.Head head() {
    return new RoomView.Head(
        "7f1c2c1e-0000-4000-8000-000000000002",
        "2025-1-0007",
        SheetKind.MAIN,
        SheetStatus.OPEN,
        "IT101",
        text("Programming"),
        "2025-1",
        "IT101-1",
        "Оқытушы",
        "Емтиханшы",
        DAY,
        LocalTime.of(10, 0),
        "305",
        ExamForm.WRITTEN);
  }

  private static LocalizedText text(String text) {
    return LocalizedText.of(text, text, text);
  }

  private static String print(String template, Language language, Map<String, Object> model)
      throws IOException {
    byte[] pdf = new PdfRenderer().render(template, language, model);
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
    }
  }
}
