package kz.miras.registrar.attestation.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.function.Supplier;
import kz.miras.registrar.attestation.service.room.CodingDesk;
import kz.miras.registrar.attestation.service.room.RoomFile;
import kz.miras.registrar.frame.web.Download;
import kz.miras.registrar.frame.web.LanguageChoice;
import kz.miras.registrar.frame.web.Notice;
import kz.miras.registrar.shared.RegistrarException;

/** What the office does with the codes of written works. */
@Named("coding")
@RequestScoped
public class CodingScreen {

  @Inject private CodingDesk desk;
  @Inject private RoomFile file;
  @Inject private LanguageChoice language;
  @Inject private Notice notice;

  public String code(String sheet) {
    return step(
        sheet,
        () -> {
          notice.done("attestation.coding.coded", desk.code(sheet));
          return null;
        });
  }

  public String lift(String sheet) {
    return step(
        sheet,
        () -> {
          desk.lift(sheet);
          notice.done("attestation.coding.lifted");
          return null;
        });
  }

  public String decode(String sheet) {
    return step(
        sheet,
        () -> {
          CodingDesk.Decoded decoded = desk.decode(sheet);
          notice.done("attestation.coding.decoded-done", decoded.written(), decoded.aside());
          return null;
        });
  }

  private String step(String sheet, Supplier<Void> work) {
    try {
      work.get();
    } catch (RegistrarException.Refused refused) {
      notice.tell(refused);
      return null;
    }
    return "/attestation/room.xhtml?faces-redirect=true&id=" + sheet;
  }

  /** The slips of codes. */
  public void print(String sheet, String number) throws IOException {
    Download.pdf("codes-" + number, file.codes(sheet, language.getLanguage()));
  }
}
