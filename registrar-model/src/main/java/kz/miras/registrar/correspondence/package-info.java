/**
 * Correspondence of the office: file cases of a calendar year, letters that come, go and pass
 * between departments, what is resolved about them and by when (regulation 3.1.15, 4.1).
 *
 * <p>Rules:
 *
 * <ul>
 *   <li>LTR-1 a file case is of one calendar year, has an index, names in three languages and a
 *       term of retention; a closed one takes no letters and is carried over into the next year
 *       once
 *   <li>LTR-2 a registered letter has the next number of an open case of its year; one registered
 *       wrongly keeps it with a mark and a reason
 *   <li>LTR-3 a registered letter says from whom or to whom it is, what kind it is and what about,
 *       and is not dated after the day it came
 *   <li>LTR-4 a file of a letter is a PDF, a DOCX document without programs or an image by its
 *       content, and is not too large; a program brings workbooks, XML and plain text too
 *   <li>LTR-5 a resolution has words, somebody who executes it, and a day that is not past; a
 *       citizen's appeal is answered within a number of working days of its registration
 *   <li>LTR-6 a term is extended with a reason, to a later day, while the letter waits
 *   <li>LTR-7 a letter goes from one state to the next and into its case when it is done
 *   <li>LTR-8 a draft is agreed by another person than who wrote it, and signed by another person
 *   <li>LTR-9 a letter is sent by a channel its addressee can be reached by
 *   <li>LTR-10 a letter tells of a person with consent or by a law only, and no more than was asked
 *   <li>LTR-11 a restricted letter is read by those it names and by those who resolve
 *   <li>LTR-12 an enquiry to a department names who is asked, what and by when; who was asked
 *       answers it
 *   <li>LTR-13 who has a letter to execute is reminded some working days before its day, on it, and
 *       each working day after it
 *   <li>LTR-14 a letter is told to be about students, documents and further cases, each once, and
 *       is found from each of them
 *   <li>LTR-15 a wording of replies has a name and a text in three languages, and names only what a
 *       letter has
 * </ul>
 */
package kz.miras.registrar.correspondence;
