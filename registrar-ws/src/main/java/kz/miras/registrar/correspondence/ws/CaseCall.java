package kz.miras.registrar.correspondence.ws;

import jakarta.activation.DataHandler;
import jakarta.activation.DataSource;
import jakarta.enterprise.inject.spi.CDI;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import kz.miras.registrar.access.partner.PartnerFile;
import kz.miras.registrar.correspondence.service.exchange.PartnerCases;
import kz.miras.registrar.frame.ws.SoapCall;
import kz.miras.registrar.frame.ws.contract.LocalizedText;
import kz.miras.registrar.frame.ws.contract.ResponseHeader;
import kz.miras.registrar.shared.Keyed;
import kz.miras.registrar.shared.service.UniversityTime;

/** What the endpoints of cases have in common. */
final class CaseCall {

  private CaseCall() {}

  static PartnerCases cases() {
    return CDI.current().select(PartnerCases.class).get();
  }

  static ResponseHeader reply(String messageId) {
    return SoapCall.reply(messageId, CDI.current().select(UniversityTime.class).get());
  }

  static LocalizedText text(Keyed state) {
    return SoapCall.text(state.key());
  }

  static UniversityTime time() {
    return CDI.current().select(UniversityTime.class).get();
  }

  /** A file as it came. */
  static PartnerFile file(String name, String type, String sha256, DataHandler content) {
    try (InputStream in = content.getInputStream()) {
      return new PartnerFile(name, type, HexFormat.of().parseHex(sha256), in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file as it goes. */
  static DataHandler content(PartnerFile file) {
    return new DataHandler(new Stored(file.name(), file.mediaType(), file.content()));
  }

  /** A file in memory, as an attachment. */
  private record Stored(String name, String type, byte[] file) implements DataSource {

    @Override
    public InputStream getInputStream() {
      return new ByteArrayInputStream(file);
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
      throw new IOException("what was submitted is not written");
    }

    @Override
    public String getContentType() {
      return type;
    }

    @Override
    public String getName() {
      return name;
    }
  }
}
