package io.tidemark.cli;

import io.tidemark.gateway.ClientKind;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads `builtin` or `official`.
final class ClientOption implements ITypeConverter<ClientKind> {

    @Override
    public ClientKind convert(String text) {
        return ClientKind.of(text)
                .orElseThrow(() -> new TypeConversionException("'" + text + "' is neither builtin nor official"));
    }
}
