/**
 * Documents of record: transcripts and what is issued beside them, their registers and their public
 * verification.
 *
 * <p>Rules:
 *
 * <ul>
 *   <li>DOC-1 numbers of a register and calendar year are gap-free and never reused (domain 3, 3.5)
 *   <li>DOC-2 what was issued is kept as issued, byte for byte; a later mark changes no old
 *       document (domain 3)
 *   <li>DOC-3 verification tells kind, number, date, a masked name and whether it is valid, and no
 *       more (domain 3)
 *   <li>DOC-4 a transcript on expulsion shows all disciplines, FX and F too (CTL-11, O595 п.42)
 *   <li>DOC-5 an organisation is given a transcript only within its agreement, with the student's
 *       consent, and of a student it names without doubt (domain 6)
 *   <li>DOC-6 a message asks once: repeated it gets the receipt it got, with other contents it is
 *       refused
 *   <li>DOC-7 a form asks once: sent again unchanged it leads to the document it has prepared; one
 *       signature takes one number, however often it is given
 *   <li>DOC-8 the scan of a past document belongs to the entry whose file or number it is named by;
 *       once kept it stays (regulation 3.1.20)
 *   <li>DOC-9 a document that states a result which was corrected afterwards is told superseded
 *       where it is verified, and is not handed over (domain 3)
 *   <li>DOC-10 no document is prepared, signed or replaced while results of its student are not
 *       published (PUB-1) or a sheet of a term that is over is not closed; the sheets are named,
 *       and a preview leaves them out (domain 3.4, regulation 3.1.9)
 *   <li>DOC-11 a document is signed at each place of its kind, each time by another person who
 *       holds a role of the place, never by who prepared it; the last signature gives it its number
 *       (domain 3, regulation 3.1.9)
 *   <li>DOC-20 what is issued carries a digital signature of the university (PAdES), made after the
 *       last signatory signed; people see in the document's language who signed, when and with
 *       which certificate, and what was signed can still be archived and read aloud (domain 3, 11)
 *   <li>DOC-21 every key ever signed with stays published; what it signed verifies after the key
 *       was changed, and nothing dated later does (domain 11)
 *   <li>DOC-22 strangers ask about documents as much as one address may; what finds nothing counts
 *       for more, and no answer tells whether a number exists with another date (domain 11)
 *   <li>DOC-23 a file somebody shows is ours only where it is ours byte for byte; a changed or
 *       added byte is told, the file is read without being unpacked and is not kept (domain 3)
 *   <li>DOC-12 a transcript of some academic years states their results alone, with the credits and
 *       the GPA of that part (domain 3.4, regulation 3.1.9)
 *   <li>DOC-13 a transcript of one programme states the results earned while its student was in it
 *       by the orders that stand, and those recognised for it, with the credits and the GPA of that
 *       part; it is one the student has been in (domain 2.14, 3.4, regulation 3.1.9)
 *   <li>DOC-50 documents for many are of one kind: about students of one state and of a programme
 *       or a course, or about the sheets of a term, whole or of a programme; at most 5,000 in a
 *       batch (regulation 3.1.3, 3.1.9)
 *   <li>DOC-51 a batch makes each of its documents once, whatever stops it, and goes on with what
 *       is left (regulation 3.1.9)
 *   <li>DOC-24 the QR code carries number, kind, date, programme and a checksum of the contents,
 *       signed, so that they can be checked without a network; never an identity number, a birth
 *       date or a mark (domain 3, 11)
 *   <li>DOC-25 a student shows a part of the own results by a link, for as many days as the
 *       university allows, sees how often it was opened and takes it back; what is kept of a link
 *       does not lead to it (domain 11)
 *   <li>DOC-40 whoever asks for a document twice by the same form, key or message has asked once
 *       (domain 3.5)
 *   <li>DOC-41 only an active kind is asked for, by a way it is given by, of a student it is for,
 *       with language, copies and, where it is sent, an address (domain 3)
 *   <li>DOC-42 sheets a document waits for (DOC-10) are passed over only by the director, with a
 *       reason; they are named on the document (domain 3.4)
 *   <li>DOC-43 at the counter somebody has looked at an identity document (domain 3.5)
 *   <li>DOC-44 an organisation is given nothing without the student's consent (domain 11)
 *   <li>DOC-45 a fee is that of the kind when it was asked for, and marked by document and day
 *       before the document is prepared (domain 3.5)
 *   <li>DOC-46 what holds a student back holds back the kinds the university has set so, and never
 *       a transcript due on expulsion or what a state body asks for (CTL-11)
 *   <li>DOC-47 the term of a kind runs by the table of working days from the moment nothing is
 *       owed; a duplicate has fifteen working days (DIP-4, domain 8)
 *   <li>DOC-48 whoever receives for another shows a power of attorney, kept by number and date
 *       (domain 3.5)
 *   <li>DOC-49 a request is taken back or rejected until its document is prepared; the student who
 *       downloads what was asked for electronically has received it (domain 3.5)
 *   <li>DOC-52 who asks for a document answers what its kind asks, by whichever way it is asked
 *       for, and nothing else (regulation 3.1.9)
 *   <li>DOC-53 a span of days or years that is answered ends no sooner than it begins (domain 3.6)
 *   <li>DOC-54 an issued document is made anew by the office alone where it is wrong, without a
 *       request; of one of a student that is lost or damaged a duplicate is asked for, with its
 *       fee, holds and term; of a sheet or a protocol the office makes one, while what it states
 *       stands; each is stamped as a duplicate (DIP-4, domain 3.5)
 *   <li>DOC-55 a kind without a term of its own is issued within the hours the rules in force give
 *       (domain 3.4, 8)
 *   <li>DOC-56 who signs many documents chooses them; each is signed as if it were alone, beside
 *       the page, and what is not is told with the reason (DOC-11, regulation 3.1.9)
 *   <li>DOC-30 what documents are printed by is kept in editions: written by one, put in force by
 *       another from a day that has not passed, and never changed afterwards; each document tells
 *       the edition it was printed by, and stays as it is when a later one comes (domain 3)
 *   <li>DOC-31 a template is a text nobody trusts: it says what is on closed lists, reads what it
 *       is given, fetches nothing, and is filled within bounds; what is wrong is told with its line
 *   <li>DOC-32 what the university says of itself on documents – names, address, posts and who
 *       holds them, crest – is in force from a day on; the past is never changed, and each document
 *       prints what was in force on its day (domain 3)
 *   <li>DOC-33 the kinds of certificates are data of the office: wording, term, validity, who signs
 *       and who may ask; a kind is put in force only where its wording names what there is (domain
 *       3.6, 3.14)
 *   <li>DOC-34 a certificate is given to whom its kind is for, of whom everything is known that it
 *       names, and who has answered what it asks; a refusal says what is missing (domain 3.6)
 *   <li>DOC-70 a document about no single student is issued only of what is settled: a posted
 *       sheet, a group whose term is over and whose sheets are closed and published, a decided
 *       protocol (domain 3.1, 3.2, 3.3, 3.10, 3.14)
 *   <li>DOC-71 of a sheet, a group or a protocol one document of a kind stands at a time; a later
 *       one takes the place of what was superseded (domain 3)
 *   <li>DOC-72 a place of a part is signed by who has that part in this very subject and still
 *       holds the role: its examiner, its teacher, the dean of its school, who presided, who kept
 *       the protocol, who decided (domain 3.1, 3.2, 3.3, 3.10)
 *   <li>DOC-73 what is signed is what was prepared: once a sheet has another version or a result
 *       was corrected, a prepared document is not signed any more and an issued one is superseded
 *       (domain 3)
 *   <li>DOC-74 who may read a sheet, a group or a protocol may read its document, and nobody else;
 *       its verification names nobody (domain 3, 6)
 *   <li>DOC-64 the European supplement, and a transcript where it is asked for, shows the
 *       distribution of grades: for each discipline the positive results of the students of the
 *       programme over the years the rules set, never of so few that they could be told apart; its
 *       record for programs carries the same (domain 2.13, O152 п.38, 47)
 *   <li>DOC-65 no template hides or leaves out what the product shows of a signature, nor the QR
 *       code; who tries a template sees a sample of both (domain 3)
 *   <li>DOC-66 the certificates files were ever signed with have a public address, so that the
 *       reader of a stranger can trust them (domain 11)
 *   <li>DOC-67 an issued document is given to programs as ELMO with the signed file attached, and
 *       those of the student's results that stand beside it (interop 1.1)
 *   <li>DOC-69 a check of a code or number that tells nothing takes as long as one that tells
 *       something (domain 11)
 *   <li>DOC-35 a study plan the office has confirmed and an extract of the history, every entry
 *       with what it corrects, are documents of record with registers of their own (domain 3.7,
 *       3.14)
 * </ul>
 */
package kz.miras.registrar.transcript;
