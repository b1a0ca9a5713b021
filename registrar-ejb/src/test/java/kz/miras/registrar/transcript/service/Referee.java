package kz.miras.registrar.transcript.service;

import java.io.ByteArrayInputStream;
import java.util.List;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/** Holds files against the standards they say they keep to. */
public final class Referee {

  static {
    VeraGreenfieldFoundryProvider.initialise();
  }

  private Referee() {}

  /**
   * What a file breaks of PDF/A-3a and PDF/UA-1, each clause once; empty where it keeps to both.
   */
  public static List<String> against(byte[] pdf) {
    return List.of(PDFAFlavour.PDFA_3_A, PDFAFlavour.PDFUA_1).stream()
        .flatMap(flavour -> against(pdf, flavour).stream())
        .toList();
  }

  public static List<String> against(byte[] pdf, PDFAFlavour flavour) {
    try (PDFAParser parser =
            Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
        PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
      return validator.validate(parser).getTestAssertions().stream()
          .filter(it -> it.getStatus() == TestAssertion.Status.FAILED)
          .map(it -> flavour + " " + it.getRuleId().getClause() + ": " + it.getMessage())
          .distinct()
          .sorted()
          .toList();
    } catch (Exception e) {
      throw new IllegalStateException("the file cannot be judged", e);
    }
  }
}
