package kz.miras.registrar.transcript.service.signing;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.service.PdfRenderer;
import kz.miras.registrar.transcript.DocumentFacts;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactsTokenTest {

  private static final String ADDRESS = "https://registrar.miras.edu.kz/verify/7F3K-9QWM-2HXC-D4TR";

  private static final DocumentFacts FACTS =
      new DocumentFacts(
          "TR-2026/00042",
          "TRANSCRIPT_EXPELLED",
          LocalDate.of(2026, 11, 24),
          "6B06101",
          FactsOfRecord.contents("{\"gpa\":3.44}"));

  @TempDir private Path directory;
  private FactsKey key;

  @BeforeEach
  void key() {
    key = FactsKey.in(directory);
  }

  private Function<String, Optional<FactsToken.Known>> published(LocalDate until) {
    return id ->
        id.equals(key.id()) ? Optional.of(new FactsToken.Known(key, until)) : Optional.empty();
  }

  @Test
  @DisplayName("DOC-24 what was signed is read as it was signed, also by others")
  void bothWays() throws Exception {
    String token = FactsToken.of(FACTS, key);
    assertThat(FactsToken.read(token, published(null))).contains(FACTS);
    JWSVerifier anybody = new ECDSAVerifier(JWK.parse(key.published()).toECKey());
    JWSObject read = JWSObject.parse(token);
    assertThat(read.verify(anybody)).isTrue();
    assertThat(read.getPayload().toJSONObject()).containsOnlyKeys("n", "k", "d", "p", "h");
    assertThat(key.published()).doesNotContain("\"d\"");
  }

  @ParameterizedTest
  @CsvSource({
    "n, TR-2026/00043",
    "k, TRANSCRIPT",
    "d, 2026-11-25",
    "p, 6B06102",
    "h, AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
  })
  @DisplayName("DOC-24 a change of any fact is found")
  void eachFactIsSigned(String member, String value) {
    String[] parts = FactsToken.of(FACTS, key).split("\\.");
    String facts = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
    String changed =
        facts.replaceFirst("\"" + member + "\":\"[^\"]*\"", "\"" + member + "\":\"" + value + "\"");
    assertThat(changed).isNotEqualTo(facts);
    String forged = parts[0] + "." + encoded(changed) + "." + parts[2];
    assertThat(FactsToken.read(forged, published(null))).isEmpty();
  }

  @Test
  @DisplayName("DOC-24 a change of any letter is found, and no other algorithm is believed")
  void noForgery() {
    String token = FactsToken.of(FACTS, key);
    for (int i = 0; i < token.length(); i++) {
      char other = token.charAt(i) == 'A' ? 'B' : 'A';
      String changed = token.substring(0, i) + other + token.substring(i + 1);
      Optional<DocumentFacts> read = FactsToken.read(changed, published(null));
      // the last letter of a part carries bits that mean nothing
      if (read.isPresent()) {
        assertThat(read).contains(FACTS);
        assertThat(i).isIn(token.indexOf('.') - 1, token.lastIndexOf('.') - 1, token.length() - 1);
      }
    }
    String[] parts = token.split("\\.");
    for (String header :
        List.of(
            "{\"alg\":\"none\",\"kid\":\"" + key.id() + "\"}",
            "{\"alg\":\"HS256\",\"kid\":\"" + key.id() + "\"}",
            "{\"alg\":\"ES256\"}",
            "{\"alg\":\"ES256\",\"kid\":\"another\"}")) {
      String forged = encoded(header) + "." + parts[1] + "." + parts[2];
      assertThat(FactsToken.read(forged, published(null))).as(header).isEmpty();
    }
    for (String nonsense : new String[] {"", ".", "a.b", "a.b.c", "x".repeat(5000), null}) {
      assertThat(FactsToken.read(nonsense, published(null))).isEmpty();
    }
  }

  @Test
  @DisplayName("DOC-21 a key that was changed verifies what it signed for ever, and nothing later")
  void rotation() throws Exception {
    String old = FactsToken.of(FACTS, key);
    FactsKey before = key;
    Files.move(directory.resolve(FactsKey.FILE), directory.resolve("moved-away.jwk"));
    FactsKey next = FactsKey.in(directory);
    assertThat(next.id()).isNotEqualTo(before.id());
    assertThat(FactsKey.in(directory).id()).as("kept").isEqualTo(next.id());
    String fresh = FactsToken.of(FACTS, next);
    Function<String, Optional<FactsToken.Known>> both =
        id ->
            Optional.ofNullable(
                Map.of(
                        before.id(),
                        new FactsToken.Known(before, FACTS.date()),
                        next.id(),
                        new FactsToken.Known(next, null))
                    .get(id));
    assertThat(FactsToken.read(old, both)).contains(FACTS);
    assertThat(FactsToken.read(fresh, both)).contains(FACTS);
    DocumentFacts later =
        new DocumentFacts(
            FACTS.number(), FACTS.kind(), FACTS.date().plusDays(1), "", FACTS.contents());
    assertThat(FactsToken.read(FactsToken.of(later, before), both)).isEmpty();
    assertThat(FactsToken.read(FactsToken.of(later, next), both)).contains(later);
  }

  @Test
  @DisplayName("DOC-24 the code with its facts is read off the page at the size it is printed")
  void scannable() throws Exception {
    String link = ADDRESS + "#" + FactsToken.of(FACTS, key);
    assertThat(link).hasSizeLessThan(400);
    Map<String, Object> model = new HashMap<>();
    model.put("qr", PdfRenderer.qr(link));
    model.put("lines", List.of("one"));
    byte[] pdf = new PdfRenderer().render("signing-sample", Language.EN, model);
    try (PDDocument document = Loader.loadPDF(pdf)) {
      // a camera sees the page from more than one distance until one picture can be read
      Set<String> read = new HashSet<>();
      for (int dpi : new int[] {150, 200, 300, 400, 600}) {
        BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, dpi);
        int[] pixels =
            page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
        RGBLuminanceSource seen = new RGBLuminanceSource(page.getWidth(), page.getHeight(), pixels);
        read(new HybridBinarizer(seen)).ifPresent(read::add);
        read(new GlobalHistogramBinarizer(seen)).ifPresent(read::add);
      }
      assertThat(read).containsExactly(link);
    }
  }

  /** What a reader makes of it: readers try more than one way to tell black from white. */
  private static Optional<String> read(Binarizer seen) {
    try {
      return Optional.of(
          new QRCodeReader()
              .decode(new BinaryBitmap(seen), Map.of(DecodeHintType.TRY_HARDER, true))
              .getText());
    } catch (ReaderException e) {
      return Optional.empty();
    }
  }

  private static String encoded(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
