package kz.miras.registrar.transcript.service.signing;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ServiceLoader;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.UniversityTime;

/**
 * DOC-20. The signer this server is configured with. Its key is opened at the first signature, not
 * at the start: a token that is not plugged in keeps nobody from the office's other work.
 */
@ApplicationScoped
public class SignerOfRecord implements DocumentSigner {

  private static final Logger LOG = Logger.getLogger(SignerOfRecord.class.getName());

  @Inject private UniversityTime time;
  @Inject private PublishedKeys published;

  private SigningSettings settings;
  private DocumentSigner chosen;
  private volatile LocalDate publishedOn;

  @PostConstruct
  void read() {
    settings = SigningSettings.ofServer();
  }

  @Override
  public String name() {
    return signer().name();
  }

  @Override
  public SigningCertificate certificate() {
    return available(() -> signer().certificate());
  }

  /**
   * {@inheritDoc}
   *
   * @throws RegistrarException.Conflict where key, token or authority cannot be reached: nothing is
   *     lost, and signing again goes on
   */
  @Override
  public byte[] sign(byte[] pdf, SigningFacts facts) {
    return available(() -> signed(pdf, facts));
  }

  private static <T> T available(Supplier<T> work) {
    try {
      return work.get();
    } catch (IllegalStateException | UncheckedIOException e) {
      LOG.log(Level.SEVERE, "documents cannot be signed", e);
      throw new RegistrarException.Conflict("transcript.sign.unavailable");
    }
  }

  private byte[] signed(byte[] pdf, SigningFacts facts) {
    DocumentSigner signer = signer();
    if (!time.today().equals(publishedOn)) {
      published.used(signer.certificate());
      publishedOn = time.today();
    }
    return signer.sign(pdf, facts);
  }

  private synchronized DocumentSigner signer() {
    if (chosen == null) {
      chosen = choose(settings);
    }
    return chosen;
  }

  private DocumentSigner choose(SigningSettings wanted) {
    if (wanted.signer() == null || wanted.signer().equals(PadesSigner.NAME)) {
      return new PadesSigner(wanted, time.now());
    }
    for (DocumentSigner other : ServiceLoader.load(DocumentSigner.class)) {
      if (other.name().equals(wanted.signer())) {
        return other;
      }
    }
    throw new IllegalStateException(
        "REGISTRAR_SIGNER names " + wanted.signer() + ", and no jar beside the application has it");
  }
}
