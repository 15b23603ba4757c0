package io.tidemark.gateway.tws;

import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.ParameterDeclarations;

/// The clients that these tests were built with: Tidemark's own always, IBKR's with the profile `ib-tws-api`.
final class PresentClients implements ArgumentsProvider {

    @Override
    public Stream<? extends Arguments> provideArguments(ParameterDeclarations parameters, ExtensionContext context) {
        return TwsClient.present().stream().map(each -> Arguments.of(Named.of(each.kind().id(), each)));
    }
}
