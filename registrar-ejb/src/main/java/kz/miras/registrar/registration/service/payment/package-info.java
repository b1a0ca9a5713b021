/** Prices of credits, requests to pay and the mark of accounting. */
package kz.miras.registrar.registration.service.payment;
