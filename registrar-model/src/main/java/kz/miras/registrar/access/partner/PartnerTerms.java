package kz.miras.registrar.access.partner;

import java.io.Serializable;
import java.util.List;
import java.util.Set;

/**
 * What a partner may ask, and how: one edition, never changed.
 *
 * @param operations as {@code service.operation}
 * @param groups data beside the operations
 * @param addresses it calls from; empty for any
 * @param purposes codes of which every message names one; empty where none is asked for
 * @param perMinute most calls a minute
 * @param perDay most calls a day
 * @param proof by what it proves who it is
 * @param signature whether bodies are signed
 * @param signedAnswers whether answers are signed by the university
 * @param endpoint where the university's messages are delivered; null where the partner fetches
 *     them
 */
public record PartnerTerms(
    Set<String> operations,
    Set<DataGroup> groups,
    List<AddressRange> addresses,
    Set<String> purposes,
    int perMinute,
    int perDay,
    PartnerProof proof,
    SignatureDemand signature,
    boolean signedAnswers,
    String endpoint)
    implements Serializable {

  public PartnerTerms {
    operations = Set.copyOf(operations);
    groups = Set.copyOf(groups);
    addresses = List.copyOf(addresses);
    purposes = Set.copyOf(purposes);
  }
}
