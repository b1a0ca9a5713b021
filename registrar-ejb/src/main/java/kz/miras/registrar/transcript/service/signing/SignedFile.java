package kz.miras.registrar.transcript.service.signing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.miras.registrar.shared.Checksum;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;

/**
 * DOC-23. The signatures of a file somebody sent, read as bytes: nothing is unpacked, no object is
 * followed and nothing of it is run, so that a hostile file costs no more than its length.
 */
final class SignedFile {

  /** A signature dictionary is never packed: its range has to stand there as text (ISO 32000-2). */
  private static final Pattern RANGE =
      Pattern.compile(
          "/ByteRange\\s*\\[\\s*(\\d{1,9})\\s+(\\d{1,9})\\s+(\\d{1,9})\\s+(\\d{1,9})\\s*]");

  private static final Pattern CODE = Pattern.compile("/ContactInfo\\s*\\(([0-9A-Z-]{4,40})\\)");
  private static final Pattern ENCRYPTED = Pattern.compile("/Encrypt\\s+\\d+\\s+\\d+\\s+R");
  private static final String HEADER = "%PDF-";
  private static final int HEADER_WITHIN = 1024;
  private static final int MOST_SIGNATURES = 20;
  private static final int LARGEST_SIGNATURE = 128 * 1024;

  private final byte[] file;
  private final String text;

  SignedFile(byte[] file) {
    this.file = file;
    this.text = new String(file, StandardCharsets.ISO_8859_1);
  }

  /** What a signature of ours says of the file it is in. */
  enum State {
    /** There is none of ours. */
    NONE,
    /** It is intact and covers the whole file. */
    INTACT,
    /** It is intact, and something was added to the file behind it. */
    ADDED_TO,
    /** What it covers was changed. */
    BROKEN
  }

  /** Whether it claims to be a PDF at all. */
  boolean isPdf() {
    int at = text.indexOf(HEADER);
    return at >= 0 && at < HEADER_WITHIN;
  }

  /** Whether it is locked by a password, as no document of ours is. */
  boolean isEncrypted() {
    return ENCRYPTED.matcher(text).find();
  }

  /** The verification code its signature names, whether the signature is intact or not. */
  Optional<String> code() {
    Matcher found = CODE.matcher(text);
    return found.find() ? Optional.of(found.group(1)) : Optional.empty();
  }

  /**
   * What the signatures made with our keys say; the best one counts.
   *
   * @param ours fingerprints of every certificate this installation ever signed with
   */
  State state(Set<String> ours) {
    State best = State.NONE;
    Matcher range = RANGE.matcher(text);
    for (int seen = 0; seen < MOST_SIGNATURES && range.find(); seen++) {
      State one = state(range, ours);
      if (one == State.INTACT) {
        return one;
      }
      best = one == State.ADDED_TO || best == State.NONE ? one : best;
    }
    return best;
  }

  private State state(Matcher range, Set<String> ours) {
    long start = Long.parseLong(range.group(1));
    long hole = Long.parseLong(range.group(2));
    long rest = Long.parseLong(range.group(3));
    long end = rest + Long.parseLong(range.group(4));
    if (start != 0 || hole < 1 || rest <= hole + 1 || end > file.length) {
      return State.BROKEN;
    }
    if (rest - hole > 2L * LARGEST_SIGNATURE) {
      return State.NONE;
    }
    byte[] signed = new byte[(int) (hole + end - rest)];
    System.arraycopy(file, 0, signed, 0, (int) hole);
    System.arraycopy(file, (int) rest, signed, (int) hole, (int) (end - rest));
    State state = verified(signed, Arrays.copyOfRange(file, (int) hole, (int) rest), ours);
    return state == State.INTACT && end < file.length ? State.ADDED_TO : state;
  }

  private static State verified(byte[] signed, byte[] hole, Set<String> ours) {
    String hex = new String(hole, StandardCharsets.ISO_8859_1);
    if (!hex.startsWith("<") || !hex.endsWith(">")) {
      return State.BROKEN;
    }
    try {
      byte[] cms = HexFormat.of().parseHex(hex.substring(1, hex.length() - 1).strip());
      CMSSignedData data =
          new CMSSignedData(new CMSProcessableByteArray(signed), new ByteArrayInputStream(cms));
      for (SignerInformation signer : data.getSignerInfos().getSigners()) {
        for (X509CertificateHolder one : certificates(data, signer)) {
          if (ours.contains(fingerprint(one))) {
            return signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(one))
                ? State.INTACT
                : State.BROKEN;
          }
        }
      }
      return State.NONE;
    } catch (CMSException
        | OperatorCreationException
        | java.security.GeneralSecurityException
        | IOException
        | RuntimeException
        | StackOverflowError e) {
      // a signature that cannot even be read: whoever sent it may have made it so
      return State.BROKEN;
    }
  }

  private static List<X509CertificateHolder> certificates(
      CMSSignedData data, SignerInformation signer) {
    return data.getCertificates().getMatches(null).stream()
        .filter(one -> signer.getSID().match(one))
        .toList();
  }

  private static String fingerprint(X509CertificateHolder certificate) throws IOException {
    return HexFormat.of().formatHex(Checksum.sha256(certificate.getEncoded()));
  }
}
