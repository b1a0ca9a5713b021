package kz.miras.registrar.access.partner;

import java.io.Serializable;

/**
 * PRT-14. A file a partner sends or is sent, with what is said of it.
 *
 * @param mediaType as who sends it says
 * @param sha256 of the content, as who sends it says
 */
public record PartnerFile(String name, String mediaType, byte[] sha256, byte[] content)
    implements Serializable {

  public PartnerFile {
    sha256 = sha256.clone();
    content = content.clone();
  }

  @Override
  public byte[] sha256() {
    return sha256.clone();
  }

  @Override
  public byte[] content() {
    return content.clone();
  }
}
