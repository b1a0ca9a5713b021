/**
 * The contents of documents of record for machines: a neutral record, ELMO 1.7 of it and back.
 *
 * <p>Rules:
 *
 * <ul>
 *   <li>DOC-60 a twin says what the document says, line for line, in three languages; read again it
 *       is the same (interop 1.1)
 *   <li>DOC-61 of all attempts a twin gives credits to the one that counts only, so that whoever
 *       adds them up gets the credits earned
 *   <li>DOC-62 XML from elsewhere is read without fetching or expanding anything, and refused with
 *       the place where it cannot be read
 *   <li>DOC-63 the twins of a document lie within its file, come out byte for byte, and the file
 *       still keeps to the standards of archives and of reading aloud (PDF/A-3a, PDF/UA)
 * </ul>
 */
package kz.miras.registrar.transcript.twin;
