package kz.miras.registrar.transcript.service.signing;

/**
 * DOC-20. Puts a digital signature into a document of record. The one shipped signs PAdES by the
 * European standard; another (a national provider) is a class of this interface, named in {@code
 * META-INF/services} of a jar beside the application and chosen by {@code REGISTRAR_SIGNER}.
 */
public interface DocumentSigner {

  /** The name it is chosen by. */
  String name();

  /** Whose certificate the next signature is made with. */
  SigningCertificate certificate();

  /**
   * A document with its signature, in the field that was made for it. Nothing of the document
   * changes but for what is added behind it. May ask a token or a time stamping authority: never
   * call it inside a transaction.
   *
   * @param pdf with the empty field {@link SignaturePlace#FIELD}
   * @throws IllegalStateException where key, token or time stamping authority cannot be reached
   */
  byte[] sign(byte[] pdf, SigningFacts facts);
}
