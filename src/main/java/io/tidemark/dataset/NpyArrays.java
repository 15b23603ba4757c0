package io.tidemark.dataset;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.openlca.npy.NpyByteOrder;
import org.openlca.npy.NpyDataType;
import org.openlca.npy.NpyHeader;
import org.openlca.npy.dict.NpyHeaderDict;

/// Single arrays in numpy's `.npy` form, little-endian and row-major.
///
/// The header is the library's work. The body is copied in one piece here, because the library goes element by element.
final class NpyArrays {
    private static final int UTF32_BYTES = 4;

    private NpyArrays() {
    }

    /// A float32 array of the given shape.
    static byte[] floats(float[] values, int... shape) {
        byte[] head = header(NpyDataType.f4, 0, shape);
        byte[] npy = Arrays.copyOf(head, head.length + values.length * Float.BYTES);
        body(npy, head.length).asFloatBuffer().put(values);
        return npy;
    }

    /// A one-dimensional int32 array.
    static byte[] ints(int[] values) {
        byte[] head = header(NpyDataType.i4, 0, values.length);
        byte[] npy = Arrays.copyOf(head, head.length + values.length * Integer.BYTES);
        body(npy, head.length).asIntBuffer().put(values);
        return npy;
    }

    /// A one-dimensional array of Unicode strings as wide as the longest text.
    static byte[] texts(List<String> texts) {
        int longest = texts.stream().mapToInt(text -> text.codePointCount(0, text.length())).max().orElse(0);
        int width = Math.max(1, longest);
        int bytes = width * UTF32_BYTES;
        byte[] head = header(NpyDataType.U, width, texts.size());
        byte[] npy = Arrays.copyOf(head, head.length + texts.size() * bytes);
        for (int i = 0; i < texts.size(); i++) {
            byte[] text = texts.get(i).getBytes(StandardCharsets.UTF_32LE);
            System.arraycopy(text, 0, npy, head.length + i * bytes, text.length);
        }
        return npy;
    }

    /// The values of a float32 array of `rows x columns`; a negative size takes any.
    ///
    /// @throws IOException when the bytes hold anything else; the message says what, not where
    static float[] floats(byte[] npy, int rows, int columns) throws IOException {
        ByteBuffer body = checkedBody(npy, NpyDataType.f4, rows, columns);
        var values = new float[body.remaining() / Float.BYTES];
        body.asFloatBuffer().get(values);
        return values;
    }

    /// The values of a one-dimensional int32 array.
    ///
    /// @throws IOException when the bytes hold anything else
    static int[] ints(byte[] npy) throws IOException {
        ByteBuffer body = checkedBody(npy, NpyDataType.i4, -1);
        var values = new int[body.remaining() / Integer.BYTES];
        body.asIntBuffer().get(values);
        return values;
    }

    /// The values of a one-dimensional array of Unicode strings.
    ///
    /// @throws IOException when the bytes hold anything else
    static List<String> texts(byte[] npy) throws IOException {
        ByteBuffer body = checkedBody(npy, NpyDataType.U, -1);
        int count = header(npy).dict().sizeOfDimension(0);
        int bytes = count == 0 ? 0 : body.remaining() / count;
        int start = body.position();
        return IntStream.range(0, count).mapToObj(i -> text(npy, start + i * bytes, bytes)).toList();
    }

    private static String text(byte[] npy, int from, int bytes) {
        String padded = new String(npy, from, bytes, StandardCharsets.UTF_32LE);
        int end = padded.indexOf('\0');
        return end < 0 ? padded : padded.substring(0, end);
    }

    private static byte[] header(NpyDataType type, int typeSize, int... shape) {
        var header = NpyHeaderDict.of(type).withByteOrder(NpyByteOrder.LITTLE_ENDIAN).withShape(shape);
        return (typeSize > 0 ? header.withTypeSize(typeSize) : header).create().toNpyHeader();
    }

    private static ByteBuffer body(byte[] npy, int offset) {
        return ByteBuffer.wrap(npy, offset, npy.length - offset).order(ByteOrder.LITTLE_ENDIAN);
    }

    /// Everything after the header, once type, order, shape and length are as they must be.
    private static ByteBuffer checkedBody(byte[] npy, NpyDataType type, int... shape) throws IOException {
        NpyHeader header = header(npy);
        NpyHeaderDict dict = header.dict();
        boolean asExpected = dict.dataType() == type && dict.byteOrder() == NpyByteOrder.LITTLE_ENDIAN
                && !(dict.hasFortranOrder() && shape.length > 1) && fits(dict.shape(), shape);
        if (!asExpected) {
            throw new IOException("found " + dict + ", expected little-endian " + type + ", row-major, shape "
                    + Arrays.toString(shape).replace("-1", "any"));
        }
        long values = Arrays.stream(dict.shape()).asLongStream().reduce(1, (a, b) -> a * b);
        long bytes = values * (type == NpyDataType.U ? (long) dict.typeSize() * UTF32_BYTES : type.size());
        if (header.dataOffset() + bytes != npy.length) {
            throw new IOException(
                    "it should be " + (header.dataOffset() + bytes) + " bytes long, and is " + npy.length);
        }
        return body(npy, Math.toIntExact(header.dataOffset()));
    }

    private static boolean fits(int[] found, int[] wanted) {
        return found.length == wanted.length && IntStream.range(0, wanted.length)
                .allMatch(i -> found[i] >= 0 && (wanted[i] < 0 || wanted[i] == found[i]));
    }

    private static NpyHeader header(byte[] npy) throws IOException {
        try {
            return NpyHeader.read(new ByteArrayInputStream(npy));
        } catch (RuntimeException e) { // the library's answer to any header it cannot read
            throw new IOException("its numpy header is not readable (" + e.getMessage() + ")", e);
        }
    }
}
