package kz.miras.registrar.access.service.partner;

import java.util.List;
import kz.miras.registrar.access.partner.PartnerFile;

/** The files that go with what the university has for partners; whoever has put it out has them. */
public interface OutgoingFiles {

  /**
   * The files of something, in their order; none where they are not to be sent but fetched.
   *
   * @param outgoing key of what is put out
   */
  List<PartnerFile> of(long outgoing);
}
