/**
 * Persons as students: their record, their status and the orders that move it.
 *
 * <p>Rules:
 *
 * <ul>
 *   <li>ID-6 an ИИН belongs to one person; a second holder is a warning to confirm (rules of
 *       national registers of identification numbers)
 *   <li>ID-7 whoever has no ИИН is no citizen of Kazakhstan and shows a document and the country
 *       that issued it; countries are those of ISO 3166 (rules of national registers of
 *       identification numbers)
 *   <li>MOV-5 a leave for illness lasts six to twelve months, one for a child until it is three;
 *       another length, or none stated, is a warning (O595 п.32)
 *   <li>MOV-7 expulsion, transfer to another university and leave have a ground that fits them; a
 *       missing one is a warning, because the ministry asks for it (O595 п.41)
 *   <li>MOV-10 programme, course, form, language and funding change by order, never by editing the
 *       record (O595 п.31)
 *   <li>MOV-11 an order moves a standing only as the status machine says: nobody expels a graduate,
 *       promotes on leave or beyond the last course, or is admitted twice (domain 2.14)
 *   <li>MOV-12 an order that is entered names known students, occurs once, takes effect not long
 *       before it was signed, and corrects an order that exists; it is applied once (domain 2.14)
 *   <li>MOV-15 an order says what its kind may say; a transfer inside the university says at least
 *       one thing that changes (domain 2.14)
 *   <li>ADV-1 an adviser is replaced by another person for a time, a year at most, on a basis (O152
 *       п.31)
 *   <li>ADV-2 an adviser has one replacement on a day
 *   <li>MOV-14 an order is taken back only by another one, and only while no later order has moved
 *       the student (domain 2.14)
 *   <li>MOV-16 on a past day everybody stands as the orders in effect by then left them; an order
 *       that was taken back has moved nobody
 * </ul>
 */
package kz.miras.registrar.student;
