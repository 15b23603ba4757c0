package io.tidemark.cli;

import java.util.Arrays;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/// Makes commands, handing the terminal to those that want it, and the way to the window to the one that checks it.
final class Factory implements IFactory {
    private final Terminal terminal;
    private final Tidemark.Window window;

    Factory(Terminal terminal, Tidemark.Window window) {
        this.terminal = terminal;
        this.window = window;
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        if (takes(type, Terminal.class, Tidemark.Window.class)) {
            return type.getDeclaredConstructor(Terminal.class, Tidemark.Window.class).newInstance(terminal, window);
        }
        if (takes(type, Terminal.class)) {
            return type.getDeclaredConstructor(Terminal.class).newInstance(terminal);
        }
        return CommandLine.defaultFactory().create(type);
    }

    private static boolean takes(Class<?> type, Class<?>... parameters) {
        return Arrays.stream(type.getDeclaredConstructors())
                .anyMatch(each -> Arrays.equals(each.getParameterTypes(), parameters));
    }
}
