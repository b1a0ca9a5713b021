/**
 * Paying for what is repeated, raised or taken in the summer: prices by order, requests to pay, the
 * mark of accounting.
 *
 * <p>Rules:
 *
 * <ul>
 *   <li>PAY-1 a credit has the price of the order in force on the day of the request: the order for
 *       the term before that for the year, that for the level before that for all; without one the
 *       wish says so
 *   <li>PAY-2 a mark names the day of the payment, not after today, and its document
 *   <li>PAY-3 a request is paid once, while it waits
 *   <li>PAY-4 a request that is not paid by its last day is let go after the working days of grace,
 *       so that what was paid on the last day can still be marked
 *   <li>PAY-5 the amount paid is the amount asked for
 *   <li>PAY-6 a price names its order and binds forward; an order that is entered stays as it is
 *   <li>PAY-7 the retake of one exam after FX is paid by the orders made for it, beside what is
 *       paid for the discipline, and by the end of the window of the retake
 *   <li>PAY-8 what was paid for nothing is paid back: accounting records day and document, once, by
 *       another person than who marked the payment, and the student is told
 * </ul>
 */
package kz.miras.registrar.registration.payment;
