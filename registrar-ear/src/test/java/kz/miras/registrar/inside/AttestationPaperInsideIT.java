package kz.miras.registrar.inside;

import static kz.miras.registrar.inside.PaperScene.of;
import static kz.miras.registrar.inside.PaperScene.sign;
import static kz.miras.registrar.inside.PaperScene.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.miras.registrar.attestation.commission.ReportApproval;
import kz.miras.registrar.attestation.service.commission.AttestationOrderDesk;
import kz.miras.registrar.attestation.service.commission.CommissionApprovals;
import kz.miras.registrar.attestation.service.commission.MeetingDesk;
import kz.miras.registrar.attestation.service.commission.ProtocolDesk;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.transcript.DocumentKind;
import kz.miras.registrar.transcript.SubjectKind;
import kz.miras.registrar.transcript.TranscriptPart;
import kz.miras.registrar.transcript.service.DocumentDesk;
import kz.miras.registrar.transcript.service.DocumentReceipts;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What an attestation commission decided as documents of record, in the container. */
@InsideTest
class AttestationPaperInsideIT {

  @Deployment
  static WebArchive archive() {
    return CommissionScene.archive(
        AttestationPaperInsideIT.class, PaperScene.class, AnalysisScene.class);
  }

  private static UUID prepared(SubjectKind kind, String about, String code) throws Exception {
    return PaperScene.prepared(Scene.holding("JUN"), kind, UUID.fromString(about), Map.of(), code);
  }

  @Test
  @DisplayName(
      "DOC-70 DOC-72 DOC-73 AK-13 AK-14 protocol, award and report are signed by chair and secretary"
          + " of this very commission; a protocol in place of another supersedes its document")
  void papers() throws Exception {
    CommissionScene scene = new CommissionScene(2181);
    MeetingDesk meetings = Inside.bean(MeetingDesk.class);
    ProtocolDesk protocols = Inside.bean(ProtocolDesk.class);
    String meeting = scene.meeting(LocalTime.of(0, 1));
    String number = PromotionScene.number(scene.graduate());
    Inside.as(scene.secretary, () -> meetings.admit(meeting, List.of(number)));
    scene.all(meeting);
    String id = Inside.as(scene.secretary, () -> meetings.view(meeting)).rows().get(0).id();
    SheetScene.act(
        scene.secretary,
        () -> protocols.write(id, CommissionScene.written(protocols.view(id).text(), 88)));
    assertThatThrownBy(() -> prepared(SubjectKind.DEFENCE, id, "DEFENCE_PROTOCOL"))
        .as("not before it is signed")
        .isInstanceOf(RegistrarException.Refused.class);
    SheetScene.act(scene.chair, () -> protocols.sign(id));

    UUID protocol = prepared(SubjectKind.DEFENCE, id, "DEFENCE_PROTOCOL");
    assertThatThrownBy(() -> sign(Scene.holding("AKC"), protocol))
        .as("the chair of no commission")
        .isInstanceOf(RegistrarException.class);
    sign(scene.chair, protocol);
    sign(scene.secretary, protocol);
    assertThat(of(protocol, "number")).startsWith("DP-");
    assertThat(told(protocol).maskedName()).as("no name").isNull();
    UUID award = prepared(SubjectKind.MEETING, meeting, "AWARD_PROTOCOL");
    sign(scene.chair, award);
    sign(scene.secretary, award);
    assertThat(of(award, "number")).startsWith("AW-");
    UUID report = prepared(SubjectKind.COMMISSION, scene.commission, "CHAIR_REPORT");
    sign(scene.chair, report);
    assertThat(of(report, "number")).startsWith("CR-");

    String next = Inside.as(scene.secretary, () -> protocols.correct(id, "mistyped"));
    SheetScene.act(
        scene.secretary,
        () -> protocols.write(next, CommissionScene.written(protocols.view(next).text(), 90)));
    SheetScene.act(scene.chair, () -> protocols.sign(next));
    for (UUID document : List.of(protocol, award, report)) {
      assertThat(told(document).supersededOn()).as("superseded").isNotNull();
    }
    assertThat(prepared(SubjectKind.DEFENCE, next, "DEFENCE_PROTOCOL")).isNotNull();
    ReportApproval approval = new ReportApproval("7", Scene.today());
    SheetScene.act(
        Scene.holding("SEN"),
        () -> Inside.bean(CommissionApprovals.class).report(scene.commission, approval));
    assertThat(
            Inside.as(
                    scene.secretary,
                    () -> Inside.bean(AttestationOrderDesk.class).card(scene.commission))
                .report())
        .isEqualTo(approval);
  }

  @Test
  @DisplayName(
      "AK-7 DOC-11 the sheet of a graduate lies before the commission signed by the office and the"
          + " dean of the school, with all results that count, and is of nothing less")
  void sheet() throws Exception {
    CommissionScene scene = new CommissionScene(2152);
    String student = PromotionScene.number(scene.graduate());
    DocumentDesk documents = Inside.bean(DocumentDesk.class);
    DocumentDesk.Asked asked =
        new DocumentDesk.Asked(
            DocumentKind.GRADUATE_SHEET, List.of(Language.RU), 1, "АК", Map.of());
    String junior = Scene.holding("JUN");
    DocumentDesk.Asked year =
        new DocumentDesk.Asked(
            DocumentKind.GRADUATE_SHEET,
            List.of(Language.RU),
            1,
            "АК",
            Map.of(TranscriptPart.FROM, "2024/2025"));
    assertThat(Inside.refused(junior, () -> documents.prepare(student, year, "a year of it")))
        .containsExactly("transcript.graduate-sheet.whole");
    UUID document = Inside.as(junior, () -> documents.prepare(student, asked, "meeting 2152"));
    assertThat(Inside.as(junior, () -> documents.prepare(student, asked, "meeting 2152")))
        .as("prepared once")
        .isEqualTo(document);
    sign(Scene.holding("DIR"), document);
    assertThat(of(document, "status")).as("the dean has not signed").isEqualTo("PREPARED");
    sign(AnalysisScene.dean(scene.programme.school), document);
    assertThat(of(document, "number")).startsWith("GS-");
    byte[] file = Inside.as(junior, () -> Inside.bean(DocumentReceipts.class).download(document));
    try (PDDocument read = Loader.loadPDF(file)) {
      assertThat(new PDFTextStripper().getText(read))
          .contains("СВОДНАЯ ВЕДОМОСТЬ ВЫПУСКНИКА", scene.programme.code, "A-");
    }
  }
}
