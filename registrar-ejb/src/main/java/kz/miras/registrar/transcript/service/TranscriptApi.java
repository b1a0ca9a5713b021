package kz.miras.registrar.transcript.service;

import static kz.miras.registrar.shared.service.ApiList.Field.moment;
import static kz.miras.registrar.shared.service.ApiList.Field.names;
import static kz.miras.registrar.shared.service.ApiList.Field.number;
import static kz.miras.registrar.shared.service.ApiList.Field.text;
import static kz.miras.registrar.shared.service.ApiList.Field.texts;
import static kz.miras.registrar.shared.service.ApiList.Field.uuid;
import static kz.miras.registrar.shared.service.ApiList.part;

import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.shared.service.ApiList;
import kz.miras.registrar.shared.service.ApiList.Kind;

/** Documents students have asked for, as other programs read them. */
public final class TranscriptApi {

  /** Requests for transcripts, certificates and other documents, whoever asked. */
  public static final ApiList STATEMENTS =
      ApiList.of(
              "statements",
              Permissions.TRANSCRIPT_READ,
              "document_request r JOIN student s ON s.id = r.student_id JOIN document_kind k ON k.code"
                  + " = r.kind LEFT JOIN issued_document i ON i.id = r.document_id WHERE 1 = 1",
              "r.id",
              uuid("id", "r.uuid"),
              text("receipt", "r.receipt"),
              text("code", "r.kind").of("kind"),
              names("title", "k.name").of("kind"),
              uuid("id", "s.uuid").of("student"),
              text("studentNo", "s.student_no").of("student"),
              text("channel", "r.channel"),
              texts("languages", "REPLACE(r.languages, ' ', ',')"),
              number("copies", "r.copies"),
              text("purpose", "r.purpose"),
              moment("requestedAt", "r.requested_at"),
              moment("dueAt", "r.due_at"),
              text("status", "r.status"),
              text("document", "i.number"))
          .filter("student", "s.student_no = ?", Kind.TEXT)
          .filter("kind", "r.kind = ?", Kind.TEXT)
          .filter("status", "r.status = ?", Kind.TEXT)
          .sortedBy(
              "receipt",
              "kind.code",
              part("student", "studentNo"),
              "status",
              "requestedAt",
              "dueAt");

  private TranscriptApi() {}
}
