package io.tidemark.gateway.demo;

import io.tidemark.gateway.wire.ServerMessage;

/// Why a request gets no answer but an error.
///
/// @param code TWS code
/// @param text TWS's words, or words in their spirit
record Refusal(int code, String text) {

    /// A request that failed the gateway's checks.
    static Refusal invalid(String cause) {
        return new Refusal(321, "Error validating request.-'bM' : cause - " + cause);
    }

    /// No contract fits.
    static Refusal noContract() {
        return new Refusal(200, "No security definition has been found for the request");
    }

    /// More than one contract fits.
    static Refusal ambiguous() {
        return new Refusal(200, "The contract description specified is ambiguous.");
    }

    /// The history farm says no.
    static Refusal history(String text) {
        return new Refusal(162, "Historical Market Data Service error message:" + text);
    }

    /// An id that is in use.
    static Refusal duplicateId() {
        return new Refusal(322, "Error processing request.-'bM' : cause - Duplicate ticker id");
    }

    /// As said to the client about one of its requests.
    ServerMessage.Notice about(int requestId) {
        return ServerMessage.Notice.about(requestId, code, text);
    }
}
