package kz.miras.registrar.transcript.service.edition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.achievement.service.FxSlipFile;
import kz.miras.registrar.attestation.service.SheetFile;
import kz.miras.registrar.attestation.service.appeal.AppealFile;
import kz.miras.registrar.attestation.service.rating.RatingFile;
import kz.miras.registrar.attestation.service.room.RoomFile;
import kz.miras.registrar.registration.service.PlanFile;
import kz.miras.registrar.registration.service.elective.ElectiveFile;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.Messages;
import kz.miras.registrar.shared.service.ReportFiles;
import kz.miras.registrar.shared.service.ReportTable;
import kz.miras.registrar.shared.service.ShippedTemplates;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.student.service.StudentScope;
import kz.miras.registrar.transcript.DocumentKind;
import kz.miras.registrar.transcript.DocumentOrder;
import kz.miras.registrar.transcript.SubjectKind;
import kz.miras.registrar.transcript.service.DocumentDesk;
import kz.miras.registrar.transcript.service.DocumentKinds;
import kz.miras.registrar.transcript.service.DocumentMaker.Stamp;
import kz.miras.registrar.transcript.service.DocumentMaking;

/** Tries every template by the service that prints by it: rights and contents are its own. */
@ApplicationScoped
class PaperTrials implements TemplateTrial {

  @Inject private Examples examples;
  @Inject private DocumentDesk documents;
  @Inject private DocumentMaking making;
  @Inject private DocumentKinds kinds;
  @Inject private StudentScope scope;
  @Inject private UniversityTime time;
  @Inject private PlanFile plans;
  @Inject private SheetFile sheets;
  @Inject private RatingFile ratings;
  @Inject private AppealFile appeals;
  @Inject private FxSlipFile slips;
  @Inject private ElectiveFile electives;
  @Inject private RoomFile rooms;
  @Inject private ReportFiles reports;
  @Inject private SubjectTrials papers;

  @Override
  public Set<String> templates() {
    return Set.of(
        "transcript",
        "graduate-sheet",
        "extract",
        "diploma-supplement",
        "european-supplement",
        "study-plan",
        "sheet",
        "rating",
        "appeal-sheet",
        "appeal-protocol",
        "group-sheet",
        "recognition-protocol",
        "defence-protocol",
        "award-protocol",
        "chair-report",
        "fx-slip",
        "electives",
        "report",
        "room-admitted",
        "room-attendance",
        "room-codes",
        "room-act");
  }

  @Override
  public byte[] make(String template, String subject, Language language) {
    if ("report".equals(template)) {
      return reports.pdf(report(language), language);
    }
    String id = examples.of(template, subject);
    return switch (template) {
      case "transcript" -> documents.preview(id, List.of(language));
      case "graduate-sheet", "extract", "diploma-supplement", "european-supplement" ->
          record(template, id, language);
      case "study-plan" -> plans.print(List.of(UUID.fromString(id)), List.of(language));
      case "sheet" -> sheets.print(id, language);
      case "rating" -> ratings.print(id, language);
      case "appeal-sheet" -> appeals.sheet(id, language);
      case "appeal-protocol" -> appeals.protocol(id, language);
      case "group-sheet" -> papers.group(id, language);
      case "recognition-protocol" -> papers.of(SubjectKind.RECOGNITION, id, language);
      case "defence-protocol" -> papers.of(SubjectKind.DEFENCE, id, language);
      case "award-protocol" -> papers.of(SubjectKind.MEETING, id, language);
      case "chair-report" -> papers.of(SubjectKind.COMMISSION, id, language);
      case "fx-slip" -> slips.print(id, language);
      case "electives" -> electives.print(id, language);
      case "room-admitted" -> rooms.admitted(id, language);
      case "room-attendance" -> rooms.attendance(id, language);
      case "room-codes" -> rooms.codes(id, language);
      case "room-act" -> rooms.act(id, language);
      default -> throw new IllegalArgumentException(template);
    };
  }

  private byte[] record(String template, String student, Language language) {
    Long id = scope.visible(student, Permissions.TRANSCRIPT_READ).getId();
    DocumentKind kind =
        kinds.all().stream()
            .filter(one -> one.template().equals(template))
            .findFirst()
            .orElseThrow(() -> new RegistrarException.NotFound("document-kind", template));
    DocumentOrder order = new DocumentOrder(kind, id, null, List.of(language), null, Map.of());
    RegistrarException.refuse(making.verdict(order));
    return making.file(order, Stamp.preview(time.today())).pdf();
  }

  /** A report of what is there: the templates themselves. */
  private static ReportFiles.Paper report(Language language) {
    List<List<Object>> rows =
        ShippedTemplates.NAMES.stream()
            .<List<Object>>map(
                name -> List.of(Messages.text(language, "transcript.template." + name), 1))
            .toList();
    String title = Messages.text(language, "transcript.setup.templates");
    return new ReportFiles.Paper(
        title,
        "",
        List.of(new ReportTable(title, List.of(title, "№"), rows, null)),
        List.of(Messages.text(language, "transcript.registrar")));
  }
}
