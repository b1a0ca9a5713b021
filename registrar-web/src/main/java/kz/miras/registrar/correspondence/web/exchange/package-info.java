/** Screens about cases of partners. */
package kz.miras.registrar.correspondence.web.exchange;
