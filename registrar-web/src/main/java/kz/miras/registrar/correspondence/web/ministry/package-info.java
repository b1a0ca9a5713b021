/** Screens of the exchange with the ministry. */
package kz.miras.registrar.correspondence.web.ministry;
