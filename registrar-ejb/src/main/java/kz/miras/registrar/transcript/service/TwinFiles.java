package kz.miras.registrar.transcript.service;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import kz.miras.registrar.transcript.service.DocumentMaker.Twin;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;

/**
 * DOC-63. Puts the twins of a document into its file and takes them out again: the page a person
 * reads and what a program reads are one file with one signature (PDF/A-3).
 */
public final class TwinFiles {

  /** Only this part of the standard lets files of any kind lie within. */
  private static final String PART = "3";

  private static final Pattern ELEMENT = Pattern.compile("(<pdfaid:part>)\\d(</pdfaid:part>)");
  private static final Pattern ATTRIBUTE = Pattern.compile("(pdfaid:part=[\"'])\\d([\"'])");

  /** As PDF writes moments. */
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("'D:'yyyyMMddHHmmss'Z'");

  private static final COSName RELATIONSHIP = COSName.getPDFName("AFRelationship");
  private static final COSName FILES = COSName.getPDFName("AF");

  private TwinFiles() {}

  /**
   * Puts the twins into a file; without any it stays as it was.
   *
   * @param document PDF/A with its structure, not signed yet
   * @param at when the twins were made
   */
  public static void put(PDDocument document, List<Twin> twins, Instant at) throws IOException {
    if (twins.isEmpty()) {
      return;
    }
    Map<String, PDComplexFileSpecification> files = new LinkedHashMap<>();
    COSArray associated = new COSArray();
    for (Twin twin : twins) {
      PDComplexFileSpecification file = file(document, twin, at);
      files.put(twin.name(), file);
      associated.add(file.getCOSObject());
    }
    PDDocumentCatalog catalog = document.getDocumentCatalog();
    PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
    tree.setNames(files);
    PDDocumentNameDictionary names = new PDDocumentNameDictionary(catalog);
    names.setEmbeddedFiles(tree);
    catalog.setNames(names);
    catalog.getCOSObject().setItem(FILES, associated);
    identify(document);
  }

  private static PDComplexFileSpecification file(PDDocument document, Twin twin, Instant at)
      throws IOException {
    PDEmbeddedFile content =
        new PDEmbeddedFile(
            document, new ByteArrayInputStream(twin.content()), COSName.FLATE_DECODE);
    content.setSubtype(twin.mediaType());
    content.setSize(twin.content().length);
    content
        .getCOSObject()
        .setEmbeddedString(COSName.PARAMS, COSName.MOD_DATE, DAY.format(at.atZone(ZoneOffset.UTC)));
    PDComplexFileSpecification file = new PDComplexFileSpecification();
    file.setFile(twin.name());
    file.setFileUnicode(twin.name());
    file.setFileDescription(twin.description());
    file.setEmbeddedFile(content);
    file.setEmbeddedFileUnicode(content);
    // what the page shows was made of it
    file.getCOSObject().setName(RELATIONSHIP, "Source");
    return file;
  }

  /** Tells in the metadata which part of PDF/A the file keeps to now. */
  private static void identify(PDDocument document) throws IOException {
    PDMetadata metadata = document.getDocumentCatalog().getMetadata();
    String said = new String(metadata.toByteArray(), StandardCharsets.UTF_8);
    String now = ELEMENT.matcher(said).replaceAll("$1" + PART + "$2");
    now = ATTRIBUTE.matcher(now).replaceAll("$1" + PART + "$2");
    metadata.importXMPMetadata(now.getBytes(StandardCharsets.UTF_8));
  }

  /** The twins within a file, as they were put in; none where there are none. */
  public static List<Twin> within(byte[] pdf) {
    List<Twin> found = new ArrayList<>();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      PDDocumentNameDictionary names = document.getDocumentCatalog().getNames();
      if (names == null || names.getEmbeddedFiles() == null) {
        return found;
      }
      Map<String, PDComplexFileSpecification> files = names.getEmbeddedFiles().getNames();
      for (PDComplexFileSpecification file : files.values()) {
        found.add(
            new Twin(
                file.getFileUnicode(),
                file.getEmbeddedFile().getSubtype(),
                file.getEmbeddedFile().toByteArray(),
                file.getFileDescription()));
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
