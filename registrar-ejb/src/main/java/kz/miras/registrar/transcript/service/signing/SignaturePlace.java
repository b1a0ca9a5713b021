package kz.miras.registrar.transcript.service.signing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import kz.miras.registrar.shared.service.Messages;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;

/**
 * The field a signature is put into, made before it is signed: named aloud in the document's
 * language and part of its structure, so that the signed file can be archived (PDF/A) and read
 * aloud (PDF/UA) as the unsigned one could. It has no size: what people see of the signature is
 * printed with the document.
 */
public final class SignaturePlace {

  /** Its name. */
  public static final String FIELD = "Signature";

  private static final COSName PARENT_TREE = COSName.getPDFName("ParentTree");
  private static final COSName NEXT_KEY = COSName.getPDFName("ParentTreeNextKey");
  private static final COSName STRUCT_PARENT = COSName.getPDFName("StructParent");
  private static final COSName NUMS = COSName.getPDFName("Nums");
  private static final COSName LIMITS = COSName.getPDFName("Limits");
  private static final COSName TABS = COSName.getPDFName("Tabs");

  private SignaturePlace() {}

  /** Puts an empty field on the last page. */
  public static void put(PDDocument document, SigningFacts facts) throws IOException {
    PDAcroForm form = new PDAcroForm(document);
    PDSignatureField field = new PDSignatureField(form);
    field.setPartialName(FIELD);
    field.setAlternateFieldName(Messages.text(facts.language(), "transcript.signature"));
    PDPage page = document.getPage(document.getNumberOfPages() - 1);
    PDAnnotationWidget widget = field.getWidgets().get(0);
    widget.setRectangle(new PDRectangle());
    widget.setPage(page);
    widget.setPrinted(true);
    List<PDAnnotation> annotations = new ArrayList<>(page.getAnnotations());
    annotations.add(widget);
    page.setAnnotations(annotations);
    page.getCOSObject().setItem(TABS, COSName.S);
    form.setFields(List.of(field));
    form.setSignaturesExist(true);
    form.setAppendOnly(true);
    document.getDocumentCatalog().setAcroForm(form);
    PDStructureTreeRoot tree = document.getDocumentCatalog().getStructureTreeRoot();
    if (tree != null) {
      tag(tree, widget, page);
    }
  }

  private static void tag(PDStructureTreeRoot tree, PDAnnotationWidget widget, PDPage page) {
    COSDictionary parent = firstElement(tree);
    PDStructureElement form = new PDStructureElement("Form", null);
    form.getCOSObject().setItem(COSName.P, parent);
    form.setPage(page);
    COSDictionary reference = new COSDictionary();
    reference.setItem(COSName.TYPE, COSName.getPDFName("OBJR"));
    reference.setItem(COSName.OBJ, widget.getCOSObject());
    reference.setItem(COSName.PG, page.getCOSObject());
    form.getCOSObject().setItem(COSName.K, reference);
    append(parent, form.getCOSObject());
    int key = nextKey(tree);
    widget.getCOSObject().setInt(STRUCT_PARENT, key);
    remember(tree.getCOSObject(), key, form.getCOSObject());
    tree.getCOSObject().setInt(NEXT_KEY, key + 1);
  }

  /** The element of the whole document; the root itself where there is none. */
  private static COSDictionary firstElement(PDStructureTreeRoot tree) {
    COSBase kids = tree.getCOSObject().getDictionaryObject(COSName.K);
    if (kids instanceof COSArray several && several.size() > 0) {
      kids = several.getObject(0);
    }
    return kids instanceof COSDictionary one ? one : tree.getCOSObject();
  }

  private static void append(COSDictionary parent, COSDictionary kid) {
    COSBase kids = parent.getDictionaryObject(COSName.K);
    if (kids instanceof COSArray several) {
      several.add(kid);
    } else {
      COSArray several = new COSArray();
      if (kids != null) {
        several.add(parent.getItem(COSName.K));
      }
      several.add(kid);
      parent.setItem(COSName.K, several);
    }
  }

  private static int nextKey(PDStructureTreeRoot tree) {
    int told = tree.getCOSObject().getInt(NEXT_KEY, -1);
    int highest = -1;
    try {
      highest =
          tree.getParentTree() == null || tree.getParentTree().getNumbers() == null
              ? -1
              : tree.getParentTree().getNumbers().keySet().stream()
                  .mapToInt(Integer::intValue)
                  .max()
                  .orElse(-1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Math.max(told, highest + 1);
  }

  private static void remember(COSDictionary tree, int key, COSDictionary element) {
    COSDictionary numbers = tree.getCOSDictionary(PARENT_TREE);
    if (numbers == null) {
      numbers = new COSDictionary();
      tree.setItem(PARENT_TREE, numbers);
    }
    COSArray kids = numbers.getCOSArray(COSName.KIDS);
    if (kids == null) {
      COSArray pairs = numbers.getCOSArray(NUMS);
      if (pairs == null) {
        pairs = new COSArray();
        numbers.setItem(NUMS, pairs);
      }
      pairs.add(COSInteger.get(key));
      pairs.add(element);
      return;
    }
    COSDictionary leaf = new COSDictionary();
    COSArray pairs = new COSArray();
    pairs.add(COSInteger.get(key));
    pairs.add(element);
    COSArray limits = new COSArray();
    limits.add(COSInteger.get(key));
    limits.add(COSInteger.get(key));
    leaf.setItem(NUMS, pairs);
    leaf.setItem(LIMITS, limits);
    kids.add(leaf);
  }
}
