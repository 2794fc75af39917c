package innovation.points.store.scores.facts;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The fields of which a row holds values, in their order: first those in cents, of four bytes each,
 * then small whole numbers of two bytes, then those that are written in all eight bytes.
 *
 * @param slots of the fields in their layout
 * @param cents the number of fields in cents
 * @param shorts the number of those and of the small whole numbers
 */
@SuppressWarnings("ArrayRecordComponent") // internal, never compared, never handed out
record StoredFields(int[] slots, int cents, int shorts) {
  private static final ByteOrder ORDER = ByteOrder.LITTLE_ENDIAN;
  private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ORDER);
  private static final VarHandle SHORTS =
      MethodHandles.byteArrayViewVarHandle(short[].class, ORDER);
  private static final VarHandle DOUBLES =
      MethodHandles.byteArrayViewVarHandle(double[].class, ORDER);

  /** Reads which fields there are. */
  static StoredFields read(ByteReader in) {
    var slots = new Slots();
    int cents = slots.read(in);
    int shorts = slots.read(in);
    slots.read(in);
    return new StoredFields(Arrays.copyOf(slots.all, slots.size), cents, shorts);
  }

  private static final class Slots {
    private int[] all = new int[16];
    private int size;

    /** Reads some fields; returns how many there are with those before. */
    int read(ByteReader in) {
      OrdinalBits.read(in, this::add);
      return size;
    }

    private void add(int ordinal) {
      if (size == all.length) {
        all = Arrays.copyOf(all, 2 * size);
      }
      all[size++] = FieldsByOrdinal.slot(ordinal);
    }
  }

  /** The bytes of their values. */
  int length() {
    return Integer.BYTES * cents
        + Short.BYTES * (shorts - cents)
        + Double.BYTES * (slots.length - shorts);
  }

  /** Reads the values into their slots. */
  void values(byte[] bytes, int from, double[] numbers) {
    int place = from;
    int i = 0;
    for (; i < cents; i++, place += Integer.BYTES) {
      numbers[slots[i]] = (int) INTS.get(bytes, place) / FactsWriter.CENTS;
    }
    for (; i < shorts; i++, place += Short.BYTES) {
      numbers[slots[i]] = small(bytes, place);
    }
    for (; i < slots.length; i++, place += Double.BYTES) {
      numbers[slots[i]] = (double) DOUBLES.get(bytes, place);
    }
  }

  /** A small whole number. */
  static int small(byte[] bytes, int place) {
    return (short) SHORTS.get(bytes, place);
  }
}
