package kz.miras.registrar.transcript.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.miras.registrar.attestation.service.commission.MeetingView;
import kz.miras.registrar.attestation.web.commission.MeetingScreen;
import kz.miras.registrar.frame.web.Notice;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.transcript.DocumentKind;
import kz.miras.registrar.transcript.service.DocumentDesk;

/** AK-7. Sheets of the whole study of those who come before a meeting of a commission. */
@Named("graduateSheets")
@RequestScoped
public class GraduateSheets {

  @Inject private MeetingScreen meeting;
  @Inject private DocumentDesk documents;
  @Inject private Notice notice;

  /** Prepares that of each, once, and tells what stands in the way of the others. */
  public void prepare() {
    int prepared = 0;
    Set<String> reasons = new LinkedHashSet<>();
    for (MeetingView.Row row : meeting.getView().rows()) {
      try {
        documents.prepare(row.studentNo(), sheet(), "meeting " + meeting.getId());
        prepared++;
      } catch (RegistrarException.Refused refused) {
        refused.refusals().forEach(why -> reasons.add(row.name() + ": " + notice.reason(why)));
      }
    }
    notice.say("transcript.graduate-sheet.prepared", prepared);
    meeting.await(reasons);
  }

  private DocumentDesk.Asked sheet() {
    return new DocumentDesk.Asked(
        DocumentKind.GRADUATE_SHEET,
        List.of(Language.KK, Language.RU),
        1,
        meeting.getView().designation(),
        Map.of());
  }
}
