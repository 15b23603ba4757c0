package io.tidemark.ui.app;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.scene.control.Separator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.ListItem;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;

/// Shows Markdown as text nodes, styled by the sheets: headings, paragraphs, lists, code, emphasis.
final class MarkdownView extends VBox {
    private static final double BULLET_GAP = 8;

    /// Shows a page.
    MarkdownView(String markdown) {
        getStyleClass().add("help-text");
        Parser.builder().build().parse(markdown).accept(new Writer());
    }

    private final class Writer extends AbstractVisitor {
        private final Deque<String> styles = new ArrayDeque<>();
        private TextFlow flow = new TextFlow();
        private String bullet = "";
        private int number;

        private void block(Runnable content, String... classes) {
            flow = new TextFlow();
            flow.getStyleClass().addAll(classes);
            getChildren().add(flow);
            content.run();
        }

        /// Puts a bullet before the last block so that its lines hang beside the bullet.
        private void hang(String mark) {
            var dot = new Text(mark);
            getChildren().remove(flow);
            HBox.setHgrow(flow, Priority.ALWAYS);
            getChildren().add(new HBox(BULLET_GAP, dot, flow));
        }

        private void styled(String style, Runnable content) {
            styles.push(style);
            content.run();
            styles.pop();
        }

        private void write(String words) {
            var text = new Text(words);
            text.getStyleClass().addAll(styles);
            flow.getChildren().add(text);
        }

        @Override
        public void visit(Heading heading) {
            block(() -> styled("heading-" + heading.getLevel(), () -> visitChildren(heading)));
        }

        @Override
        public void visit(Paragraph paragraph) {
            String mark = bullet;
            bullet = "";
            block(() -> visitChildren(paragraph));
            if (!mark.isEmpty()) {
                hang(mark);
            }
        }

        @Override
        public void visit(BulletList list) {
            number = 0;
            visitChildren(list);
        }

        @Override
        public void visit(OrderedList list) {
            number = 1;
            visitChildren(list);
        }

        @Override
        public void visit(ListItem item) {
            bullet = number == 0 ? "•" : number++ + ".";
            visitChildren(item);
        }

        @Override
        public void visit(org.commonmark.node.Text text) {
            write(text.getLiteral());
        }

        @Override
        public void visit(Code code) {
            styled("code", () -> write(code.getLiteral()));
        }

        @Override
        public void visit(FencedCodeBlock code) {
            block(() -> styled("code", () -> write(code.getLiteral().stripTrailing())));
        }

        @Override
        public void visit(StrongEmphasis strong) {
            styled("strong", () -> visitChildren(strong));
        }

        @Override
        public void visit(Emphasis emphasis) {
            styled("emphasis", () -> visitChildren(emphasis));
        }

        @Override
        public void visit(SoftLineBreak line) {
            write(" ");
        }

        @Override
        public void visit(HardLineBreak line) {
            write("\n");
        }

        @Override
        public void visit(ThematicBreak line) {
            getChildren().add(new Separator());
        }
    }
}
