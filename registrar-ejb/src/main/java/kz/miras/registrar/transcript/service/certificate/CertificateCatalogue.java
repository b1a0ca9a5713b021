package kz.miras.registrar.transcript.service.certificate;

import kz.miras.registrar.transcript.certificate.CertificateForm;

/** Where the wording of a kind of certificates comes from. */
public interface CertificateCatalogue {

  /** The kind as it is worded now. */
  CertificateForm form(String kind);
}
