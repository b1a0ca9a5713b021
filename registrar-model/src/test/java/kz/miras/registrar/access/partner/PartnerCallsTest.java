package kz.miras.registrar.access.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kz.miras.registrar.access.partner.PartnerCalls.Attempt;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartnerCallsTest {

  private static final Duration SOON = Duration.ofSeconds(20);
  private static final Duration LATE = Duration.ofHours(5);

  private static PartnerTerms terms(
      PartnerProof proof, SignatureDemand signature, List<String> addresses, Set<String> purposes) {
    return new PartnerTerms(
        Set.of("transcript.getTranscript"),
        Set.of(DataGroup.PDF),
        addresses.stream().map(AddressRange::parse).flatMap(Optional::stream).toList(),
        purposes,
        2,
        5,
        proof,
        signature,
        false,
        null);
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /v1/verify/batch, verification.verifyBatch",
    "POST, /v1/document-requests, transcript.requestTranscript",
    "POST, /v1/document-requests/, transcript.requestTranscript",
    "GET, /v1/document-requests, transcript.getTranscriptStatus",
    "GET, /v1/document-requests/1, transcript.getTranscriptStatus",
    "GET, /v1/document-requests/1/document, transcript.getTranscript",
    "GET, /v1/document-requests/1/document/, transcript.getTranscript",
    "GET, /v1/document-requests;a=b/1;c/document;d=e, transcript.getTranscript",
    "POST, /v1/document-requests/;a=b, transcript.requestTranscript",
    "HEAD, /v1/students/2500006/transcript, transcript.getTranscript",
    "DELETE, /v1/document-requests/1, transcript.cancelTranscriptRequest",
    "GET, /v1/document-requests/kinds, transcript.requestTranscript",
    "GET, /v1/students/2500006, ",
    "POST, /v1/verify, "
  })
  @DisplayName("PRT-3 a call of REST is the operation of the terms it amounts to")
  void rest(String method, String path, String operation) {
    assertThat(PartnerOperations.ofRest(method, path)).isEqualTo(Optional.ofNullable(operation));
    assertThat(operation == null || PartnerOperations.all().contains(operation)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/document-requests/1/document, true",
    "/v1/document-requests/1/document/, true",
    "/v1/document-requests/1/document;a=b, true",
    "/v1/document-requests/1/document/;a=b/, true",
    "/v1/document-requests/1, false",
    "/v1/students/2500006/transcript, false"
  })
  @DisplayName("PRT-3 a file by REST is the data of the PDF, however its address is written")
  void dataOfRest(String path, boolean file) {
    assertThat(PartnerOperations.dataOfRest(path))
        .isEqualTo(file ? Optional.of(DataGroup.PDF) : Optional.empty());
  }

  private static PartnerTerms terms() {
    return terms(PartnerProof.PASSWORD, SignatureDemand.OFF, List.of(), Set.of());
  }

  private static List<String> codes(Verdict verdict) {
    return verdict.refusals().stream().map(Refusal::code).toList();
  }

  @Test
  @DisplayName("PRT-2 a suspended partner is refused whatever its terms say, so is one without any")
  void suspended() {
    assertThat(PartnerCalls.state(PartnerState.ACTIVE, terms()).isAllowed()).isTrue();
    assertThat(codes(PartnerCalls.state(PartnerState.SUSPENDED, terms())))
        .containsExactly("api.problem.partner-suspended");
    assertThat(codes(PartnerCalls.state(PartnerState.ACTIVE, null)))
        .containsExactly("api.problem.partner-terms");
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.0/24, 192.0.2.77, true",
    "192.0.2.0/24, 192.0.3.1, false",
    "192.0.2.7, 192.0.2.7, true",
    "192.0.2.7, 192.0.2.8, false",
    "0.0.0.0/0, 203.0.113.9, true",
    "2001:db8::/32, 2001:db8:1::5, true",
    "2001:db8::/32, 2001:db9::1, false",
    "2001:db8::/32, 192.0.2.1, false",
    "192.0.2.0/24, partner.example, false"
  })
  @DisplayName("PRT-3 a call comes from an address of the terms, or from any where they name none")
  void addresses(String range, String address, boolean allowed) {
    PartnerTerms terms =
        terms(PartnerProof.PASSWORD, SignatureDemand.OFF, List.of(range), Set.of());
    assertThat(PartnerCalls.address(terms, address).isAllowed()).isEqualTo(allowed);
    assertThat(PartnerCalls.address(terms(), address).isAllowed()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "192.0.2.300",
        "192.0.2.0/33",
        "2001:db8::/129",
        "partner.example",
        "192.0.2",
        "1.2.3.4/",
        "::g",
        "192.0.2.0/-1"
      })
  @DisplayName("PRT-7 what is no range of addresses is none, and no name is looked up")
  void noRange(String text) {
    assertThat(AddressRange.parse(text)).isEmpty();
  }

  @Test
  @DisplayName("PRT-3 only operations, purposes and data of the terms")
  void operations() {
    Attempt named = new Attempt("transcript.getTranscript", "", null, true, false);
    Attempt other = new Attempt("transcript.requestTranscript", "", null, true, false);
    assertThat(PartnerCalls.operation(terms(), named).isAllowed()).isTrue();
    assertThat(codes(PartnerCalls.operation(terms(), other)))
        .containsExactly("api.problem.operation-not-allowed");
    PartnerTerms asking =
        terms(PartnerProof.PASSWORD, SignatureDemand.OFF, List.of(), Set.of("ADMISSION"));
    assertThat(codes(PartnerCalls.operation(asking, named)))
        .containsExactly("api.problem.purpose-required");
    assertThat(
            PartnerCalls.operation(
                    asking, new Attempt("transcript.getTranscript", "", "ADMISSION", true, false))
                .isAllowed())
        .isTrue();
    assertThat(
            PartnerCalls.operation(
                    asking, new Attempt("transcript.getTranscript", "", "CURIOSITY", true, false))
                .isAllowed())
        .isFalse();
    assertThat(PartnerCalls.data(terms(), DataGroup.PDF).isAllowed()).isTrue();
    assertThat(codes(PartnerCalls.data(terms(), DataGroup.IDENTIFIERS)))
        .containsExactly("api.problem.data-not-allowed");
  }

  @Test
  @DisplayName("PRT-4 no more calls a minute and a day than agreed; it is told when to come again")
  void rates() {
    assertThat(PartnerCalls.rate(terms(), 2, 5, SOON, LATE).isAllowed()).isTrue();
    Verdict minute = PartnerCalls.rate(terms(), 3, 4, SOON, LATE);
    assertThat(codes(minute)).containsExactly("api.problem.rate-limited");
    assertThat(minute.refusals().get(0).args()).isEqualTo(List.of(20L));
    assertThat(PartnerCalls.rate(terms(), 1, 6, SOON, LATE).refusals().get(0).args())
        .isEqualTo(List.of(18_000L));
  }

  @ParameterizedTest
  @CsvSource({
    "PASSWORD, true, false, true",
    "PASSWORD, false, true, false",
    "CERTIFICATE, true, false, false",
    "CERTIFICATE, false, true, true",
    "EITHER, false, true, true",
    "EITHER, true, false, true",
    "BOTH, true, false, false",
    "BOTH, false, true, false",
    "BOTH, true, true, true"
  })
  @DisplayName("PRT-5 a partner proves who it is by what was agreed")
  void proofs(PartnerProof proof, boolean password, boolean certificate, boolean allowed) {
    PartnerTerms terms = terms(proof, SignatureDemand.OFF, List.of(), Set.of());
    assertThat(
            PartnerCalls.proof(terms, new Attempt(null, "", null, password, certificate))
                .isAllowed())
        .isEqualTo(allowed);
  }

  @ParameterizedTest
  @CsvSource({
    "OFF, NONE, true",
    "OFF, INVALID, true",
    "OPTIONAL, NONE, true",
    "OPTIONAL, VALID, true",
    "OPTIONAL, INVALID, false",
    "REQUIRED, NONE, false",
    "REQUIRED, INVALID, false",
    "REQUIRED, UNCHECKED, false",
    "REQUIRED, VALID, true"
  })
  @DisplayName("PRT-6 a signature is there where it is asked for, and right where it is there")
  void signatures(SignatureDemand demand, SignatureFinding finding, boolean allowed) {
    PartnerTerms terms = terms(PartnerProof.PASSWORD, demand, List.of(), Set.of());
    assertThat(PartnerCalls.signature(terms, finding).isAllowed()).isEqualTo(allowed);
  }
}
