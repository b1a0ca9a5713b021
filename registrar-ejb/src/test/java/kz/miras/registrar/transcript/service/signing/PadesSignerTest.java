package kz.miras.registrar.transcript.service.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.service.DemonstrationKey;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.text.PDFTextStripper;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PadesSignerTest {

  @TempDir private Path directory;
  private PadesSigner signer;

  @BeforeEach
  void signer() {
    signer = SigningSample.signer(SigningSample.environment(directory));
  }

  @Test
  @DisplayName("DOC-20 a signed document verifies without the library that signed it")
  void verifiesElsewhere() throws Exception {
    byte[] signed = signed(Language.RU);
    try (PDDocument document = Loader.loadPDF(signed)) {
      assertThat(document.getSignatureDictionaries()).hasSize(1);
      PDSignature signature = document.getLastSignatureDictionary();
      assertThat(signature.getSubFilter()).isEqualTo("ETSI.CAdES.detached");
      assertThat(signature.getName()).isEqualTo("Ахметова Сәуле, Оспанов Ерлан");
      assertThat(signature.getReason()).isEqualTo("Выдача документа TR-2026/00042");
      assertThat(signature.getLocation()).isEqualTo("Университет «Мирас», Шымкент");
      assertThat(signature.getSignDate().toInstant()).isEqualTo(SigningSample.MOMENT);
      int[] range = signature.getByteRange();
      assertThat(range[2] + range[3]).as("the whole file is covered").isEqualTo(signed.length);
      assertThat(verifies(signature.getSignedContent(signed), signature.getContents(signed)))
          .isTrue();
    }
  }

  @Test
  @DisplayName("DOC-20 what was there before the signature is still there, byte for byte")
  void onlyAdds() throws IOException {
    SigningFacts facts = SigningSample.facts(Language.KK);
    byte[] plain = SigningSample.document(signer, facts);
    byte[] signed = signer.sign(plain, facts);
    assertThat(signed.length).isGreaterThan(plain.length);
    assertThat(Arrays.copyOf(signed, plain.length)).isEqualTo(plain);
    assertThat(text(signed)).isEqualTo(text(plain));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  @DisplayName("DOC-20 people see who signed, when and with what, in the document's language")
  void visible(Language language) throws IOException {
    String text = text(signed(language));
    String[] said =
        switch (language) {
          case KK -> new String[] {"Құжатқа электрондық қолтаңба қойылған", "Ректор (kk)"};
          case RU -> new String[] {"Документ подписан электронной подписью", "Ректор (ru)"};
          case EN -> new String[] {"Signed digitally", "Rector"};
        };
    assertThat(text).contains(said).contains("Ахметова Сәуле", "24.11.2026 11:05 (UTC+05)");
    assertThat(text).contains(DemonstrationKey.NAME, signer.certificate().serial());
    assertThat(text).doesNotContain("??");
  }

  @Test
  @DisplayName("DOC-20 a signed document can still be archived and read aloud")
  void structureStays() throws IOException {
    try (PDDocument document = Loader.loadPDF(signed(Language.KK, Language.EN))) {
      var catalog = document.getDocumentCatalog();
      assertThat(catalog.getMarkInfo().isMarked()).isTrue();
      assertThat(catalog.getOutputIntents()).isNotEmpty();
      var field = catalog.getAcroForm().getField(SignaturePlace.FIELD);
      assertThat(field.getAlternateFieldName()).isEqualTo("Құжаттың электрондық қолтаңбасы");
      var widget = field.getWidgets().get(0);
      assertThat(widget.isPrinted()).isTrue();
      assertThat(widget.isHidden()).isFalse();
      int key = widget.getCOSObject().getInt(COSName.getPDFName("StructParent"), -1);
      assertThat(catalog.getStructureTreeRoot().getParentTree().getNumbers()).containsKey(key);
      assertThat(catalog.getAcroForm().getNeedAppearances()).isFalse();
    }
  }

  @Test
  @DisplayName("DOC-23 a change of any kind of byte is found, by us and by anybody else")
  void everyChangeIsFound() throws Exception {
    byte[] signed = signed(Language.RU);
    Set<String> ours = Set.of(signer.certificate().fingerprint());
    assertThat(new SignedFile(signed).state(ours)).isEqualTo(SignedFile.State.INTACT);
    int[] range = range(signed);
    Set<Integer> offsets = new TreeSet<>();
    for (int i = 0; i < 600; i++) {
      offsets.add((int) ((long) i * (signed.length - 1) / 599));
    }
    for (String mark :
        new String[] {
          "stream", "endobj", "/ByteRange", "/ContactInfo", "/Reason", "xref", "%%EOF"
        }) {
      offsets.add(new String(signed, StandardCharsets.ISO_8859_1).lastIndexOf(mark) + 1);
    }
    int covered = 0;
    for (int offset : offsets) {
      byte[] changed = signed.clone();
      changed[offset] ^= 1;
      SignedFile file = new SignedFile(changed);
      if (offset < range[1] || offset >= range[2]) {
        covered++;
        assertThat(file.state(ours)).as("offset %s", offset).isNotEqualTo(SignedFile.State.INTACT);
      }
    }
    assertThat(covered).isGreaterThanOrEqualTo(400);
  }

  @Test
  @DisplayName("DOC-23 what is added behind the signature is found")
  void additionIsFound() {
    byte[] signed = signed(Language.RU);
    Set<String> ours = Set.of(signer.certificate().fingerprint());
    byte[] longer = Arrays.copyOf(signed, signed.length + 40);
    assertThat(new SignedFile(longer).state(ours)).isEqualTo(SignedFile.State.ADDED_TO);
    assertThat(new SignedFile(longer).code()).contains(SigningSample.CODE);
    byte[] shorter = Arrays.copyOf(signed, signed.length - 1);
    assertThat(new SignedFile(shorter).state(ours)).isEqualTo(SignedFile.State.BROKEN);
    assertThat(new SignedFile(signed).state(Set.of("another"))).isEqualTo(SignedFile.State.NONE);
  }

  @Test
  @DisplayName("DOC-20 a program of the system verifies it too and tells a changed one")
  void anotherProgramAgrees() throws Exception {
    Path program = Path.of("/usr/bin/pdfsig");
    Assumptions.assumeTrue(Files.isExecutable(program), "poppler-utils is not installed");
    byte[] signed = signed(Language.EN);
    assertThat(told(program, signed))
        .contains("Signature is Valid", "Total document signed", "ETSI.CAdES.detached");
    byte[] changed = signed.clone();
    int title = new String(signed, StandardCharsets.ISO_8859_1).indexOf("endobj") - 6;
    changed[title] ^= 1;
    assertThat(told(program, changed)).doesNotContain("Signature is Valid");
  }

  @Test
  @DisplayName("DOC-20 the demonstration key is made once, kept from others and named what it is")
  void demonstrationKey() throws IOException {
    assertThat(signer.certificate().demonstration()).isTrue();
    assertThat(signer.certificate().owner()).contains("DEMONSTRATION");
    PadesSigner again = SigningSample.signer(SigningSample.environment(directory));
    assertThat(again.certificate().fingerprint()).isEqualTo(signer.certificate().fingerprint());
    assertThat(Files.getPosixFilePermissions(directory.resolve(SigningKey.FILE)).toString())
        .doesNotContain("GROUP", "OTHERS");
    Map<String, String> other = SigningSample.environment(directory);
    other.put("REGISTRAR_SEAL_KEY", "another seal key that is just as long as the first");
    assertThatThrownBy(() -> SigningSample.signer(other))
        .hasMessageContaining(SigningKey.FILE)
        .hasMessageContaining("password");
  }

  @Test
  @DisplayName("DOC-20 the university's own key comes from a PKCS #12 file")
  void configuredKey() throws IOException {
    Path file = directory.resolve("university.p12");
    Files.write(file, DemonstrationKey.keystore("secret".toCharArray(), SigningSample.MOMENT));
    Map<String, String> environment = SigningSample.environment(directory.resolve("none"));
    environment.put("REGISTRAR_SIGN_KEYSTORE", file.toString());
    environment.put("REGISTRAR_SIGN_PASSWORD", "secret");
    environment.put("REGISTRAR_SIGN_ALIAS", "documents");
    PadesSigner own = SigningSample.signer(environment);
    assertThat(own.certificate().demonstration()).isFalse();
    assertThat(directory.resolve("none")).doesNotExist();
    byte[] signed =
        own.sign(
            SigningSample.document(own, SigningSample.facts(Language.EN)),
            SigningSample.facts(Language.EN));
    assertThat(new SignedFile(signed).state(Set.of(own.certificate().fingerprint())))
        .isEqualTo(SignedFile.State.INTACT);
    environment.put("REGISTRAR_SIGN_PASSWORD", "wrong");
    assertThatThrownBy(() -> SigningSample.signer(environment)).hasMessageContaining("password");
    environment.put("REGISTRAR_SIGN_PASSWORD", "secret");
    environment.put("REGISTRAR_SIGN_ALIAS", "missing");
    assertThatThrownBy(() -> SigningSample.signer(environment)).hasMessageContaining("missing");
  }

  @Test
  @DisplayName("DOC-20 where an authority is configured, it stamps the time")
  void timeStamp() throws Exception {
    try (SmallTimeStampAuthority authority = SmallTimeStampAuthority.start()) {
      Map<String, String> environment = SigningSample.environment(directory);
      environment.put("REGISTRAR_SIGN_TSA", authority.address());
      PadesSigner stamping = SigningSample.signer(environment);
      SigningFacts facts = SigningSample.facts(Language.RU);
      byte[] signed = stamping.sign(SigningSample.document(stamping, facts), facts);
      assertThat(authority.asked()).isEqualTo(1);
      try (PDDocument document = Loader.loadPDF(signed)) {
        PDSignature signature = document.getLastSignatureDictionary();
        CMSSignedData cms = new CMSSignedData(signature.getContents(signed));
        SignerInformation one = cms.getSignerInfos().getSigners().iterator().next();
        assertThat(one.getUnsignedAttributes().get(SmallTimeStampAuthority.TOKEN)).isNotNull();
        assertThat(verifies(signature.getSignedContent(signed), signature.getContents(signed)))
            .isTrue();
      }
    }
    Map<String, String> gone = SigningSample.environment(directory);
    gone.put("REGISTRAR_SIGN_TSA", "http://localhost:1/");
    PadesSigner unreachable = SigningSample.signer(gone);
    SigningFacts facts = SigningSample.facts(Language.RU);
    byte[] plain = SigningSample.document(unreachable, facts);
    assertThatThrownBy(() -> unreachable.sign(plain, facts)).hasMessageContaining("localhost:1");
  }

  @Test
  @DisplayName("DOC-23 files that are no documents cost nothing and break nothing")
  void hostileFiles() {
    assertThat(new SignedFile(new byte[0]).isPdf()).isFalse();
    assertThat(new SignedFile("GIF89a".getBytes(StandardCharsets.US_ASCII)).isPdf()).isFalse();
    byte[] locked = "%PDF-1.7 trailer << /Encrypt 5 0 R >>".getBytes(StandardCharsets.US_ASCII);
    assertThat(new SignedFile(locked).isPdf()).isTrue();
    assertThat(new SignedFile(locked).isEncrypted()).isTrue();
    for (String range :
        new String[] {"[0 10 5 3]", "[0 999999999 999999999 1]", "[5 1 9 1]", "[0 20 24 16]"}) {
      byte[] odd = ("%PDF-1.7 /ByteRange " + range + "<00>").getBytes(StandardCharsets.US_ASCII);
      assertThat(new SignedFile(odd).state(Set.of())).isIn(SignedFile.State.BROKEN);
    }
    String nested = "%PDF-1.7/ByteRange[0 36 60038 1]    " + "<" + "3080".repeat(15_000) + ">!";
    assertThat(new SignedFile(nested.getBytes(StandardCharsets.US_ASCII)).state(Set.of()))
        .isEqualTo(SignedFile.State.BROKEN);
  }

  private byte[] signed(Language... languages) {
    SigningFacts facts = SigningSample.facts(languages);
    return signer.sign(SigningSample.document(signer, facts), facts);
  }

  private static int[] range(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return document.getLastSignatureDictionary().getByteRange();
    }
  }

  /** Bouncy Castle alone; the signing library is not asked. */
  private static boolean verifies(byte[] content, byte[] signature) throws Exception {
    CMSSignedData cms = new CMSSignedData(new CMSProcessableByteArray(content), signature);
    SignerInformation signer = cms.getSignerInfos().getSigners().iterator().next();
    X509CertificateHolder certificate =
        cms.getCertificates().getMatches(null).stream()
            .filter(one -> signer.getSID().match(one))
            .findFirst()
            .orElseThrow();
    return signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(certificate));
  }

  private String told(Path program, byte[] pdf) throws IOException, InterruptedException {
    Path file = Files.write(directory.resolve("told.pdf"), pdf);
    Process process =
        new ProcessBuilder(program.toString(), "-nocert", file.toString())
            .redirectErrorStream(true)
            .start();
    String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return told;
  }

  private static String text(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document).replace(' ', ' ');
    }
  }
}
