package kz.miras.registrar.attestation.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import kz.miras.registrar.attestation.entry.MarkDifference;
import kz.miras.registrar.attestation.service.entry.JournalFileDesk;
import kz.miras.registrar.attestation.service.entry.SheetFileDesk.Findings;
import kz.miras.registrar.shared.Language;

/** A journal of ratings by file. */
@Named("journalFile")
@ViewScoped
public class JournalByFile extends ByFile {

  private static final long serialVersionUID = 1L;

  @Inject private JournalFileDesk desk;
  @Inject private RatingScreen page;

  @Override
  byte[] workbook(String sheet, Language language) {
    return desk.workbook(sheet, language);
  }

  @Override
  Findings look(String sheet, byte[] content) {
    return desk.check(sheet, content);
  }

  @Override
  List<MarkDifference> keep(String sheet, String name, List<MarkDifference> wanted) {
    return desk.store(sheet, name, wanted);
  }

  @Override
  void anew() {
    page.anew();
  }

  @Override
  String number() {
    return page.getGrid().number();
  }

  @Override
  public String heading(String column) {
    return switch (column) {
      case "rk" ->
          words()
              .get(
                  page.getGrid().period().number() == 1
                      ? "attestation.col.first"
                      : "attestation.col.second");
      case "total" -> words().get("attestation.rating.total");
      case "valid" -> words().get("attestation.rating.valid");
      default -> words().of("attestation.rating.week", Integer.valueOf(column.substring(1)));
    };
  }
}
