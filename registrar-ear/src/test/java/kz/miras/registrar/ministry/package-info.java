/** Stand-ins of the systems of the ministry, for tests and for trying the exchange by hand. */
package kz.miras.registrar.ministry;
