package io.tidemark.cli;

import java.lang.reflect.Constructor;
import java.util.Arrays;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/// Makes commands, handing the terminal to those that want it.
final class Factory implements IFactory {
    private final Terminal terminal;

    Factory(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        boolean wantsTerminal = Arrays.stream(type.getDeclaredConstructors())
                .anyMatch(each -> Arrays.equals(each.getParameterTypes(), new Class<?>[]{Terminal.class}));
        if (!wantsTerminal) {
            return CommandLine.defaultFactory().create(type);
        }
        Constructor<K> constructor = type.getDeclaredConstructor(Terminal.class);
        return constructor.newInstance(terminal);
    }
}
