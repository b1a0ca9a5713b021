package kz.miras.registrar.transcript.service.paper;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.attestation.commission.AwardedDegree;
import kz.miras.registrar.attestation.commission.FinalDecision;
import kz.miras.registrar.attestation.commission.ProtocolText;
import kz.miras.registrar.attestation.service.commission.AttestationOrderDesk;
import kz.miras.registrar.attestation.service.commission.CommissionCard;
import kz.miras.registrar.attestation.service.commission.MeetingDesk;
import kz.miras.registrar.attestation.service.commission.MeetingView;
import kz.miras.registrar.attestation.service.commission.ProtocolDesk;
import kz.miras.registrar.attestation.service.commission.ProtocolView;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.service.PdfRenderer;
import kz.miras.registrar.shared.service.Settings;
import kz.miras.registrar.transcript.DocumentOrder;
import kz.miras.registrar.transcript.service.DocumentMaker.Made;
import kz.miras.registrar.transcript.service.DocumentMaker.Stamp;
import kz.miras.registrar.transcript.service.Twins;

/** DOC-70, AK-8, AK-13, AK-14. What attestation commissions decided, on paper and for programs. */
@ApplicationScoped
class CommissionPapers {

  private static final String FORMAT = "kz.miras.attestation/1";

  @Inject private ProtocolDesk protocols;
  @Inject private MeetingDesk meetings;
  @Inject private AttestationOrderDesk commissions;
  @Inject private Settings settings;

  /**
   * What was decided as it was signed: stored with the document, and within its file for programs;
   * what a document is not about is null.
   *
   * @param format of this record; a reader asks for it first
   * @param kind code of the kind of document
   * @param number of the protocol of a student
   */
  record Decided(
      String format,
      String kind,
      Stamp issued,
      LocalizedText university,
      String number,
      ProtocolView.Where where,
      ProtocolView.Whose whose,
      ProtocolText text,
      ProtocolView.MarkOf mark,
      FinalDecision decision,
      AwardedDegree degree,
      String commission,
      List<MeetingView.Row> rows,
      CommissionCard.Figures figures,
      String remarks)
      implements Serializable {}

  Made make(DocumentOrder order, Stamp stamp) {
    LocalizedText university = settings.localized("name", stamp.date());
    String id = order.subject().toString();
    Map<String, Object> model = new HashMap<>();
    Decided decided =
        switch (order.kind().subject()) {
          case DEFENCE -> student(order, stamp, university, protocols.view(id), model);
          case MEETING -> award(order, stamp, university, meetings.view(id), model);
          default -> report(order, stamp, university, commissions.card(id), model);
        };
    model.put("university", university);
    model.put("issued", stamp);
    model.put(PdfRenderer.TONGUES, order.languages().stream().map(PdfRenderer::words).toList());
    return new Made(
        model, decided, null, () -> List.of(Twins.record(decided, "The same as JSON, " + FORMAT)));
  }

  private static Decided student(
      DocumentOrder order,
      Stamp stamp,
      LocalizedText university,
      ProtocolView view,
      Map<String, Object> model) {
    model.put("x", view);
    model.put("hours", view.where().from() + " – " + view.where().to());
    return new Decided(
        FORMAT,
        order.kind().code(),
        stamp,
        university,
        view.number(),
        view.where(),
        view.whose(),
        view.text(),
        view.mark(),
        view.decision(),
        view.degree(),
        view.where().designation(),
        null,
        null,
        null);
  }

  private static Decided award(
      DocumentOrder order,
      Stamp stamp,
      LocalizedText university,
      MeetingView view,
      Map<String, Object> model) {
    List<MeetingView.Row> rows = view.rows().stream().filter(MeetingView.Row::standing).toList();
    model.put("x", view);
    model.put("rows", rows);
    model.put("hours", view.from() + " – " + view.to());
    return new Decided(
        FORMAT,
        order.kind().code(),
        stamp,
        university,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        view.designation(),
        rows,
        null,
        null);
  }

  private static Decided report(
      DocumentOrder order,
      Stamp stamp,
      LocalizedText university,
      CommissionCard card,
      Map<String, Object> model) {
    model.put("x", card);
    model.put("year", card.year() + "/" + (card.year() + 1));
    return new Decided(
        FORMAT,
        order.kind().code(),
        stamp,
        university,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        card.designation(),
        null,
        card.figures(),
        card.remarks());
  }
}
