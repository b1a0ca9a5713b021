package kz.miras.registrar.correspondence.service.ministry.gateway;

import kz.miras.registrar.shared.Verdict;

/** Signs what goes to the gateway and judges what comes: by a key of this server, or elsewhere. */
public interface MessageSigner {

  /** The envelope with the signature of its body. */
  byte[] sign(byte[] envelope);

  /** Whether the body is signed by the gateway (GOV-22). */
  Verdict verify(byte[] envelope);
}
