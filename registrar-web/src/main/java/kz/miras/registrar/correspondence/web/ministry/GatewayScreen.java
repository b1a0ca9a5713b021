package kz.miras.registrar.correspondence.web.ministry;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import kz.miras.registrar.correspondence.ministry.gateway.GatewayChannel;
import kz.miras.registrar.correspondence.ministry.gateway.GatewayPayload;
import kz.miras.registrar.correspondence.ministry.gateway.GatewayPayload.Convention;
import kz.miras.registrar.correspondence.service.ministry.gateway.GatewayDesk;
import kz.miras.registrar.frame.web.Notice;
import kz.miras.registrar.shared.RegistrarException;

/** Asks a service of the government through its gateway. */
@Named("gateway")
@ViewScoped
public class GatewayScreen implements Serializable {

  private static final long serialVersionUID = 1L;

  private static final String MESSAGE =
      "/correspondence/gateway-message.xhtml?faces-redirect=true&id=";

  @Inject private GatewayDesk desk;
  @Inject private Notice notice;

  private GatewayChannel channel = GatewayChannel.SYNC;
  private Convention convention = Convention.TEXT;
  private String service;
  private String type;
  private String content;
  private transient Part file;
  private String identifier;
  private Map<String, String> problems = Map.of();

  public boolean isOn() {
    return desk.isOn();
  }

  /** Keeps the message to be sent and goes to it. */
  public String send() {
    try {
      return MESSAGE + desk.send(channel, service, payload());
    } catch (RegistrarException.Refused refused) {
      problems = notice.show(refused);
      return null;
    }
  }

  /** Puts the chosen file into the storage of the gateway and goes to the message that does so. */
  public String putFile() throws IOException {
    try (InputStream in = file == null ? InputStream.nullInputStream() : file.getInputStream()) {
      return MESSAGE
          + desk.putFile(
              file == null ? null : file.getSubmittedFileName(),
              file == null ? null : file.getContentType(),
              in.readAllBytes());
    } catch (RegistrarException.Refused refused) {
      problems = notice.show(refused);
      return null;
    }
  }

  /** Asks for a file of the storage. */
  public String fetchFile() {
    try {
      return MESSAGE + desk.getFile(identifier);
    } catch (RegistrarException.Refused refused) {
      problems = notice.show(refused);
      return null;
    }
  }

  /** Fetches what waits at the gateway. */
  public void fetch() {
    try {
      OptionalInt fetched = desk.fetch();
      if (fetched.isPresent()) {
        notice.done("ministry.gateway.fetched", fetched.getAsInt());
      } else {
        notice.warn("ministry.gateway.silent");
      }
    } catch (RegistrarException.Refused refused) {
      notice.tell(refused);
    }
  }

  private GatewayPayload payload() {
    return switch (convention) {
      case TEXT -> GatewayPayload.text(content);
      case INLINE -> GatewayPayload.inline(type, content);
      case PARAMETERS -> GatewayPayload.parameters(type, parameters());
    };
  }

  /** A line each: name = value. */
  private Map<String, List<String>> parameters() {
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (String line : content.lines().toList()) {
      int equals = line.indexOf('=');
      if (equals > 0) {
        values.put(line.substring(0, equals).strip(), List.of(line.substring(equals + 1).strip()));
      }
    }
    return values;
  }

  public Map<String, String> getProblems() {
    return problems;
  }

  public GatewayChannel[] getChannels() {
    return GatewayChannel.values();
  }

  public Convention[] getConventions() {
    return Convention.values();
  }

  public GatewayChannel getChannel() {
    return channel;
  }

  public void setChannel(GatewayChannel channel) {
    this.channel = channel;
  }

  public Convention getConvention() {
    return convention;
  }

  public void setConvention(Convention convention) {
    this.convention = convention;
  }

  public String getService() {
    return service;
  }

  public void setService(String service) {
    this.service = service;
  }

  public String getType() {
    return type;
  }

  public void setType(String type) {
    this.type = type;
  }

  public String getContent() {
    return content;
  }

  public void setContent(String content) {
    this.content = content;
  }

  public Part getFile() {
    return file;
  }

  public void setFile(Part file) {
    this.file = file;
  }

  public String getIdentifier() {
    return identifier;
  }

  public void setIdentifier(String identifier) {
    this.identifier = identifier;
  }
}
