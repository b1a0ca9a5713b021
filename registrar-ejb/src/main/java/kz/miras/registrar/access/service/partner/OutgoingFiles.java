package kz.miras.registrar.access.service.partner;

import java.util.List;

/** The files that go with what the university has for partners; whoever has put it out has them. */
public interface OutgoingFiles {

  /**
   * A file.
   *
   * @param sha256 of its content
   */
  record Enclosed(String name, String mediaType, byte[] sha256, byte[] content) {
    public Enclosed {
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

  /**
   * The files of something, in their order; none where they are not to be sent but fetched.
   *
   * @param outgoing key of what is put out
   */
  List<Enclosed> of(long outgoing);
}
