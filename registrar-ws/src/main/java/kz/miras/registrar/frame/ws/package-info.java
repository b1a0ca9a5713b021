/**
 * The border to other programs: who calls, in which language, how much at most, and how a failure
 * is told. REST and SOAP share it; what they offer lies with the capabilities.
 */
package kz.miras.registrar.frame.ws;
