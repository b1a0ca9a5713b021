package kz.miras.registrar.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.HexFormat;
import kz.miras.registrar.local.ServerExtension;
import kz.miras.registrar.local.TestServer;
import kz.miras.registrar.shared.Checksum;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.text.PDFTextStripper;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the running server issues is signed, as anybody with the file alone can tell. */
@ExtendWith(ServerExtension.class)
class DocumentSignatureIT {

  @Test
  @DisplayName("DOC-20 every issued file is signed whole by a key the server publishes")
  void issuedFilesAreSigned(TestServer server) throws Exception {
    try (Connection connection = server.database();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT number, verification_code, pdf, pdf_sha256 FROM issued_document WHERE pdf"
                    + " IS NOT NULL AND NOT migrated ORDER BY id LIMIT 5")) {
      int seen = 0;
      while (row.next()) {
        byte[] pdf = row.getBytes("pdf");
        assertThat(Checksum.sha256(pdf)).isEqualTo(row.getBytes("pdf_sha256"));
        isSigned(server, pdf, row.getString("number"), row.getString("verification_code"));
        seen++;
      }
      assertThat(seen).isEqualTo(5);
    }
  }

  private static void isSigned(TestServer server, byte[] pdf, String number, String code)
      throws Exception {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      PDSignature signature = document.getLastSignatureDictionary();
      assertThat(signature.getReason()).contains(number);
      assertThat(signature.getContactInfo()).isEqualTo(code);
      int[] range = signature.getByteRange();
      assertThat(range[2] + range[3]).isEqualTo(pdf.length);
      CMSSignedData cms =
          new CMSSignedData(
              new CMSProcessableByteArray(signature.getSignedContent(pdf)),
              signature.getContents(pdf));
      SignerInformation signer = cms.getSignerInfos().getSigners().iterator().next();
      X509CertificateHolder certificate =
          cms.getCertificates().getMatches(null).stream()
              .filter(one -> signer.getSID().match(one))
              .findFirst()
              .orElseThrow();
      assertThat(signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(certificate)))
          .isTrue();
      assertThat(published(server, certificate)).isEqualTo("1");
      assertThat(new PDFTextStripper().getText(document)).contains(signature.getName());
    }
  }

  private static String published(TestServer server, X509CertificateHolder certificate)
      throws Exception {
    return server.text(
        "SELECT COUNT(*) FROM published_key WHERE purpose = 'DOCUMENT' AND id = '"
            + HexFormat.of().formatHex(Checksum.sha256(certificate.getEncoded()))
            + "'");
  }
}
