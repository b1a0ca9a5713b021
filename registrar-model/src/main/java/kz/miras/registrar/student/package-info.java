/**
 * Persons as students: their record, their status and the orders that move it.
 *
 * <p>Rules:
 *
 * <ul>
 *   <li>ID-6 an ИИН belongs to one person; a second holder is a warning to confirm (rules of
 *       national registers of identification numbers)
 *   <li>MOV-10 programme, course, form, language and funding change by order, never by editing the
 *       record (O595 п.31)
 *   <li>MOV-11 an order moves a status only as the status machine says: nobody expels a graduate or
 *       promotes on leave (domain 2.14)
 *   <li>MOV-12 an order that is entered names known students, occurs once, takes effect not long
 *       before it was signed, and corrects an order that exists; it is applied once (domain 2.14)
 * </ul>
 */
package kz.miras.registrar.student;
