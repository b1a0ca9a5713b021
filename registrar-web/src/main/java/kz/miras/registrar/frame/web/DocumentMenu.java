package kz.miras.registrar.frame.web;

import static kz.miras.registrar.frame.web.Menu.list;

import java.util.List;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.frame.web.Navigation.Entry;
import kz.miras.registrar.frame.web.Navigation.Part;

/** Entries of the side bar for documents of record and diplomas. */
final class DocumentMenu {
  static final Part PART =
      new Part(
          "frame.nav.transcript",
          List.of(
              new Entry(
                  "transcript.my.title",
                  "/transcript/my-documents.xhtml",
                  Permissions.TRANSCRIPT_REQUEST,
                  "file-pdf"),
              new Entry(
                  "transcript.queue.title",
                  "/transcript/queue.xhtml",
                  Permissions.TRANSCRIPT_PREPARE,
                  "inbox"),
              toSign(Permissions.TRANSCRIPT_SIGN),
              toSign(Permissions.PAPER_SIGN),
              new Entry(
                  "diploma.nav",
                  "/transcript/graduates.xhtml",
                  Permissions.DIPLOMA_READ,
                  "graduation-cap"),
              list("documents", Permissions.REGISTER_READ, "verified"),
              new Entry(
                  "transcript.batches",
                  "/transcript/batches.xhtml",
                  Permissions.TRANSCRIPT_PREPARE,
                  "clone"),
              new Entry(
                  "transcript.links.title",
                  "/transcript/links.xhtml",
                  Permissions.RESULT_LINK_OWN,
                  "share-alt"),
              new Entry(
                  "frame.nav.my-tokens",
                  "/access/my-tokens.xhtml",
                  Permissions.OWN_TOKEN_MANAGE,
                  "key"),
              list("document-requests", Permissions.REGISTER_READ, "inbox"),
              list("document-fees", Permissions.TRANSCRIPT_FEE, "money-bill"),
              new Entry(
                  "transcript.setup.title",
                  "/transcript/setup.xhtml",
                  Permissions.DOCUMENT_SETUP_READ,
                  "file-edit")));

  private DocumentMenu() {}

  /**
   * The queue of signatures, for whoever signs documents of students, or of sheets and protocols.
   */
  private static Entry toSign(String permission) {
    return new Entry("transcript.queue.to-sign", "/transcript/queue.xhtml", permission, "pencil");
  }
}
