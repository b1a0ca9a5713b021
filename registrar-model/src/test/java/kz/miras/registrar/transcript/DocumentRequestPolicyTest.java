package kz.miras.registrar.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import kz.miras.registrar.registration.HoldKind;
import kz.miras.registrar.registration.rule.HoldFact;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.student.StudentStatus;
import kz.miras.registrar.transcript.AwaitedSheets.Awaited;
import kz.miras.registrar.transcript.DocumentRequestPolicy.Wanted;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DocumentRequestPolicyTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);
  static final LocalizedText NAME = LocalizedText.of("к", "р", "e");
  private static final HoldFact DEBT = new HoldFact(HoldKind.FINANCIAL, "debt", "room 1");
  private static final AwaitedSheets NONE = new AwaitedSheets(List.of());
  private static final AwaitedSheets TWO =
      new AwaitedSheets(
          List.of(
              new Awaited("2176-1", NAME, "2176-A", true),
              new Awaited("2176-2", NAME, "2176-A", false)));

  static DocumentKind kind(
      String code, DocumentFamily family, Set<DocumentChannel> channels, boolean enabled) {
    return new DocumentKind(
        code,
        family,
        "TR",
        NAME,
        "transcript",
        new IssueTerm(IssueTerm.Unit.HOURS, 24),
        null,
        channels,
        true,
        true,
        null,
        List.of(),
        enabled);
  }

  private static DocumentKind kind(String code, DocumentFamily family) {
    return kind(code, family, Set.of(DocumentChannel.values()), true);
  }

  static final DocumentKind TRANSCRIPT = kind(DocumentKind.TRANSCRIPT, DocumentFamily.TRANSCRIPT);
  private static final DocumentKind ON_EXPULSION =
      kind(DocumentKind.TRANSCRIPT_EXPELLED, DocumentFamily.TRANSCRIPT);

  static List<String> codes(Verdict verdict) {
    return verdict.refusals().stream().map(Refusal::code).toList();
  }

  private static List<String> offers(DocumentKind kind, StudentStatus status) {
    return codes(DocumentRequestPolicy.offers(kind, DocumentChannel.SELF_SERVICE, status));
  }

  @Test
  @DisplayName("DOC-41 only an active kind is asked for, by a way it is given by, of one student")
  void active() {
    assertThat(offers(TRANSCRIPT, StudentStatus.STUDYING)).isEmpty();
    DocumentKind off =
        kind("OFF", DocumentFamily.CERTIFICATE, Set.of(DocumentChannel.values()), false);
    assertThat(offers(off, StudentStatus.STUDYING)).containsExactly("transcript.ask.disabled");
    DocumentKind counter =
        kind("PAPER", DocumentFamily.CERTIFICATE, Set.of(DocumentChannel.COUNTER), true);
    assertThat(offers(counter, StudentStatus.STUDYING)).containsExactly("transcript.ask.channel");
    assertThat(offers(kind("SHEET", DocumentFamily.SHEET), StudentStatus.STUDYING))
        .containsExactly("transcript.ask.disabled");
  }

  @ParameterizedTest
  @EnumSource(StudentStatus.class)
  @DisplayName("DOC-41 who is expelled is given the transcript on expulsion, and nobody else is")
  void ofStudents(StudentStatus status) {
    boolean expelled = status == StudentStatus.EXPELLED;
    assertThat(offers(ON_EXPULSION, status).isEmpty()).isEqualTo(expelled);
    assertThat(offers(TRANSCRIPT, status).isEmpty()).isEqualTo(!expelled);
    assertThat(offers(kind("DS", DocumentFamily.DIPLOMA_SUPPLEMENT), status).isEmpty())
        .isEqualTo(status == StudentStatus.GRADUATED);
    assertThat(offers(kind("IUP", DocumentFamily.STUDY_PLAN), status).isEmpty())
        .isEqualTo(status.isInContingent());
  }

  @Test
  @DisplayName(
      "DOC-41 DOC-44 what names no kind is told so, and an organisation needs consent to ask")
  void named() {
    assertThat(codes(DocumentRequestPolicy.names(" "))).containsExactly("transcript.ask.kind");
    assertThat(DocumentRequestPolicy.names("TRANSCRIPT").isAllowed()).isTrue();
    assertThat(codes(DocumentRequestPolicy.consents(DocumentChannel.PARTNER, " ")))
        .containsExactly("transcript.ask.consent");
    assertThat(DocumentRequestPolicy.consents(DocumentChannel.SELF_SERVICE, null).isAllowed())
        .isTrue();
  }

  @Test
  @DisplayName("DOC-41 a request names a language, a number of copies, and where it is sent")
  void said() {
    List<Language> russian = List.of(Language.RU);
    assertThat(
            codes(
                DocumentRequestPolicy.asks(
                    new Wanted(russian, 20, DocumentDelivery.ELECTRONIC, null))))
        .isEmpty();
    assertThat(
            codes(DocumentRequestPolicy.asks(new Wanted(List.of(), 0, DocumentDelivery.POST, " "))))
        .containsExactly(
            "transcript.ask.language", "transcript.ask.copies", "transcript.ask.address");
    assertThat(
            codes(DocumentRequestPolicy.asks(new Wanted(russian, 21, DocumentDelivery.HAND, null))))
        .containsExactly("transcript.ask.copies");
  }

  private static DocumentRequestFacts facts(DocumentChannel channel, AwaitedSheets awaited) {
    return new DocumentRequestFacts(
        TRANSCRIPT, channel, awaited, true, "No. 7", null, List.of(), false);
  }

  @Test
  @DisplayName(
      "DOC-42 each awaited sheet stands in the way, but those the director has passed over")
  void sheets() {
    assertThat(codes(DocumentRequestPolicy.prepares(facts(DocumentChannel.COUNTER, TWO))))
        .containsExactly("transcript.awaited.unpublished", "transcript.awaited.open");
    assertThat(
            codes(
                DocumentRequestPolicy.prepares(
                    facts(DocumentChannel.COUNTER, TWO.without(List.of("2176-1"))))))
        .as("a sheet that was awaited later still is")
        .containsExactly("transcript.awaited.open");
    assertThat(
            DocumentRequestPolicy.prepares(
                    facts(DocumentChannel.COUNTER, TWO.without(List.of("2176-1", "2176-2"))))
                .isAllowed())
        .isTrue();
  }

  @Test
  @DisplayName(
      "DOC-42 nothing is passed over without sheets, or without a reason that says something")
  void overriding() {
    assertThat(codes(DocumentRequestPolicy.overrides(NONE, "the consulate waits")))
        .containsExactly("transcript.override.nothing");
    assertThat(codes(DocumentRequestPolicy.overrides(TWO, "  urgent   ")))
        .containsExactly("transcript.override.reason");
    assertThat(codes(DocumentRequestPolicy.overrides(TWO, null)))
        .containsExactly("transcript.override.reason");
    assertThat(DocumentRequestPolicy.overrides(TWO, "the consulate waits").isAllowed()).isTrue();
  }

  @Test
  @DisplayName(
      "DOC-43 DOC-44 DOC-45 identity at the counter, consent to an organisation, the fee: all told"
          + " at once")
  void everything() {
    DocumentRequestFacts partner =
        new DocumentRequestFacts(
            TRANSCRIPT,
            DocumentChannel.PARTNER,
            NONE,
            false,
            " ",
            new BigDecimal("500"),
            List.of(DEBT),
            false);
    assertThat(codes(DocumentRequestPolicy.prepares(partner)))
        .containsExactly("transcript.ask.consent", "transcript.ask.unpaid", "transcript.ask.held");
    DocumentRequestFacts counter =
        new DocumentRequestFacts(
            TRANSCRIPT, DocumentChannel.COUNTER, NONE, false, null, null, List.of(), false);
    assertThat(codes(DocumentRequestPolicy.prepares(counter)))
        .containsExactly("transcript.ask.identity");
    DocumentRequestFacts own =
        new DocumentRequestFacts(
            TRANSCRIPT, DocumentChannel.SELF_SERVICE, NONE, false, null, null, List.of(), false);
    assertThat(DocumentRequestPolicy.prepares(own).isAllowed())
        .as("who has signed in is known, and agrees by asking")
        .isTrue();
  }

  @Test
  @DisplayName(
      "DOC-46 holds bind kinds set so, never a transcript on expulsion or what a state body asks for")
  void holds() {
    assertThat(DocumentRequestPolicy.holds(TRANSCRIPT, false, List.of(DEBT)).refusals())
        .containsExactly(Refusal.of("transcript.ask.held", "DOC-46", "debt", "room 1"));
    assertThat(DocumentRequestPolicy.holds(TRANSCRIPT, true, List.of(DEBT)).isAllowed()).isTrue();
    assertThat(ON_EXPULSION.held()).as("whatever is set").isTrue();
    assertThat(DocumentRequestPolicy.holds(ON_EXPULSION, false, List.of(DEBT)).isAllowed())
        .isTrue();
  }

  @Test
  @DisplayName("DOC-45 a payment is marked once, with its document and a day that has come")
  void payments() {
    assertThat(DocumentRequestPolicy.pays(true, TODAY, "No. 5", TODAY).isAllowed()).isTrue();
    assertThat(codes(DocumentRequestPolicy.pays(false, TODAY.plusDays(1), " ", TODAY)))
        .containsExactly("transcript.fee.nothing", "transcript.fee.document", "transcript.fee.day");
    assertThat(codes(DocumentRequestPolicy.pays(true, null, "No. 5", TODAY)))
        .containsExactly("transcript.fee.day");
  }

  @Test
  @DisplayName("DOC-48 whoever comes for another shows a power of attorney by number and date")
  void receivers() {
    assertThat(new DocumentReceiver("card", null, null, null).verdict(TODAY).isAllowed()).isTrue();
    assertThat(new DocumentReceiver("card", "Aunt", "7", TODAY).verdict(TODAY).isAllowed())
        .isTrue();
    assertThat(codes(new DocumentReceiver(" ", "Aunt", "7", null).verdict(TODAY)))
        .containsExactly("transcript.receiver.identity", "transcript.receiver.proxy");
    assertThat(codes(new DocumentReceiver("card", null, "7", TODAY.plusDays(1)).verdict(TODAY)))
        .containsExactly("transcript.receiver.name", "transcript.receiver.future");
  }

  @ParameterizedTest
  @EnumSource(DocumentRequestStatus.class)
  @DisplayName("DOC-49 a request ends as long as its document is not prepared")
  void ends(DocumentRequestStatus status) {
    boolean open =
        status == DocumentRequestStatus.RECEIVED || status == DocumentRequestStatus.IN_PROCESS;
    assertThat(DocumentRequestPolicy.ends(status).isAllowed()).isEqualTo(open);
    assertThat(
            status.waitsFor(BigDecimal.TEN, true, DocumentDelivery.HAND)
                == DocumentRequestWait.PAYMENT)
        .isEqualTo(open);
  }

  @Test
  @DisplayName(
      "DOC-49 whoever asked is told whose turn it is: to come with an identity document, the office"
          + " or the signatories, to fetch or download it")
  void waits() {
    assertThat(DocumentRequestStatus.RECEIVED.waitsFor(null, true, DocumentDelivery.HAND))
        .isEqualTo(DocumentRequestWait.IDENTITY);
    assertThat(DocumentRequestStatus.PREPARED.waitsFor(null, true, DocumentDelivery.HAND))
        .isEqualTo(DocumentRequestWait.SIGNATURE);
    assertThat(DocumentRequestStatus.RECEIVED.waitsFor(null, false, DocumentDelivery.HAND))
        .isEqualTo(DocumentRequestWait.CHECK);
    assertThat(DocumentRequestStatus.PREPARED.waitsFor(null, false, DocumentDelivery.HAND))
        .isEqualTo(DocumentRequestWait.SIGNATURE);
    assertThat(DocumentRequestStatus.ISSUED.waitsFor(null, false, DocumentDelivery.POST))
        .isEqualTo(DocumentRequestWait.HAND_OUT);
    assertThat(DocumentRequestStatus.ISSUED.waitsFor(null, false, DocumentDelivery.ELECTRONIC))
        .isEqualTo(DocumentRequestWait.DOWNLOAD);
    assertThat(DocumentRequestStatus.SENT.waitsFor(null, false, DocumentDelivery.POST))
        .isEqualTo(DocumentRequestWait.NOTHING);
  }
}
