package kz.miras.registrar.transcript.service.signing;

import static org.assertj.core.api.Assertions.assertThat;

import eu.europa.esig.dss.pdf.pdfbox.PdfBoxNativeObjectFactory;
import java.io.IOException;
import java.nio.file.Path;
import kz.miras.registrar.shared.Language;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SignedUpdateTest {

  @TempDir private Path directory;

  @ParameterizedTest
  @EnumSource(Language.class)
  @DisplayName("DOC-20 signing reads little of a file and writes what reading all of it writes")
  void writesTheSame(Language language) throws IOException {
    SigningSettings settings = SigningSettings.of(SigningSample.environment(directory), "unused");
    PadesSigner quick = new PadesSigner(settings, SigningSample.MOMENT);
    PadesSigner thorough =
        new PadesSigner(settings, SigningSample.MOMENT, new PdfBoxNativeObjectFactory());
    SigningFacts facts = SigningSample.facts(language);
    byte[] plain = SigningSample.document(quick, facts);
    byte[] signed = covered(quick.sign(plain, facts));
    assertThat(signed).isEqualTo(covered(thorough.sign(plain, facts)));
    assertThat(signed.length).isGreaterThan(plain.length);
  }

  /** All of a file but the signature itself, which differs each time. */
  private static byte[] covered(byte[] signed) throws IOException {
    try (PDDocument document = Loader.loadPDF(signed)) {
      return document.getLastSignatureDictionary().getSignedContent(signed);
    }
  }
}
