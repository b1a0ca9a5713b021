package kz.miras.registrar.transcript.service.signing;

import eu.europa.esig.dss.pdf.PDFServiceMode;
import eu.europa.esig.dss.pdf.PDFSignatureService;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxNativeObjectFactory;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxSignatureService;
import eu.europa.esig.dss.pdf.pdfbox.visible.nativedrawer.PdfBoxNativeSignatureDrawerFactory;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Adds a signature to a file without reading all of it. The library that writes the addition reads
 * every object of the file first, only to know the number of each; an addition names no more of
 * them than stand in what it changes. Of a document that can be read aloud, with an element of
 * structure for each cell, that reading takes longer than all the rest of signing.
 */
final class SignedUpdate extends PdfBoxNativeObjectFactory {

  @Override
  public PDFSignatureService newPAdESSignatureService() {
    return configure(new Service());
  }

  private static final class Service extends PdfBoxSignatureService {

    Service() {
      super(PDFServiceMode.SIGNATURE, new PdfBoxNativeSignatureDrawerFactory());
    }

    @Override
    public void saveDocumentIncrementally(PDDocument document, OutputStream out) {
      forgetUnread(document.getDocument());
      super.saveDocumentIncrementally(document, out);
    }
  }

  /**
   * Leaves to the writer the objects that are read already, and those the changed ones refer to:
   * only these can stand in the addition. Nothing else is asked of the document after this.
   */
  private static void forgetUnread(COSDocument document) {
    List<COSBase> changed = new ArrayList<>();
    document.getTrailer().toIncrement().exclude(document.getTrailer()).forEach(changed::add);
    changed.add(document.getTrailer());
    changed.forEach(SignedUpdate::readReferred);
    document
        .getXrefTable()
        .keySet()
        .removeIf(key -> !document.getObjectFromPool(key).isDereferenced());
  }

  /** Reads what an object refers to; what that refers to in turn is written nowhere. */
  private static void readReferred(COSBase changed) {
    COSBase object = changed instanceof COSObject one ? one.getObject() : changed;
    Iterable<? extends COSBase> values =
        object instanceof COSDictionary dictionary
            ? dictionary.getValues()
            : object instanceof COSArray array ? array.toList() : List.of();
    for (COSBase value : values) {
      if (value instanceof COSObject referred) {
        referred.getObject();
      } else if (value instanceof COSDictionary || value instanceof COSArray) {
        readReferred(value);
      }
    }
  }
}
