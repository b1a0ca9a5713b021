/** What other programs read and send about disciplines and staff. */
package kz.miras.registrar.curriculum.ws;
