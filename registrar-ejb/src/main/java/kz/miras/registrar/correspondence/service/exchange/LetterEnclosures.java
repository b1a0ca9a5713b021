package kz.miras.registrar.correspondence.service.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import kz.miras.registrar.access.partner.PartnerFile;
import kz.miras.registrar.access.service.partner.OutgoingFiles;
import kz.miras.registrar.correspondence.exchange.FileSound;
import kz.miras.registrar.shared.service.TableRows;

/** The paper and the enclosures of letters that are put out for partners. */
@ApplicationScoped
class LetterEnclosures implements OutgoingFiles {

  private static final String FILES =
      "SELECT f.name, f.media_type, f.sha256, f.content FROM partner_outbox o JOIN partner p ON p.id"
          + " = o.partner_id JOIN account a ON a.id = p.account_id JOIN letter l ON l.outbox_id ="
          + " o.id JOIN letter_file f ON f.letter_id = l.id WHERE f.role <> 'RECEIVED' AND ";
  private static final String ORDER = " ORDER BY f.role = 'PAPER' DESC, f.id";

  @Inject private TableRows rows;

  @Override
  public List<PartnerFile> of(long outgoing) {
    List<PartnerFile> files = rows.list(FILES + "o.id = ?" + ORDER, CaseStore::file, outgoing);
    return FileSound.isTogether(files) ? files : List.of();
  }

  /** The files of something that is put out for the partner with this login. */
  List<PartnerFile> of(UUID item, String login) {
    return rows.list(
        FILES + "o.uuid = ? AND a.login = ?" + ORDER, CaseStore::file, item.toString(), login);
  }
}
