package kz.miras.registrar.transcript.service.certificate;

import java.util.Collection;
import java.util.Map;
import kz.miras.registrar.transcript.certificate.CertificateForm;

/** Where the wording of a kind of certificates comes from. */
public interface CertificateCatalogue {

  /** The kind as it is worded now. */
  CertificateForm form(String kind);

  /** Several kinds as they are worded now, by their codes; read at once. */
  Map<String, CertificateForm> forms(Collection<String> kinds);
}
