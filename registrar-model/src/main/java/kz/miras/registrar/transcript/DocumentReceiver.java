package kz.miras.registrar.transcript;

import java.io.Serializable;
import java.time.LocalDate;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/**
 * DOC-48. Who asks for or receives a document at the counter.
 *
 * @param identity the identity document that was looked at
 * @param name of the person who comes instead of the student; null where it is the student
 * @param proxyNo number of the power of attorney of that person
 * @param proxyOn its date
 */
public record DocumentReceiver(String identity, String name, String proxyNo, LocalDate proxyOn)
    implements Serializable {

  public DocumentReceiver {
    identity = stripped(identity);
    name = stripped(name);
    proxyNo = stripped(proxyNo);
  }

  /** Whether another person comes instead of the student. */
  public boolean isProxy() {
    return name != null;
  }

  /** Whether it is told well enough: an identity document, and of another person the proxy. */
  public Verdict verdict(LocalDate today) {
    Verdict verdict =
        identity == null ? refused("transcript.receiver.identity", "identity") : Verdict.allowed();
    if (isProxy() && (proxyNo == null || proxyOn == null)) {
      verdict = verdict.and(refused("transcript.receiver.proxy", "proxy-no"));
    }
    if (!isProxy() && proxyNo != null) {
      verdict = verdict.and(refused("transcript.receiver.name", "proxy-name"));
    }
    return proxyOn != null && proxyOn.isAfter(today)
        ? verdict.and(refused("transcript.receiver.future", "proxy-on"))
        : verdict;
  }

  private static Verdict refused(String code, String field) {
    return Verdict.refused(Refusal.of(code, "DOC-48").at(field));
  }

  private static String stripped(String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
