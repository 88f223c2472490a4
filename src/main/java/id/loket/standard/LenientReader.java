package id.loket.standard;

import id.loket.standard.Faults.Fault;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.DeserializationProblemHandler;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.deser.ValueInstantiator;
import tools.jackson.databind.deser.std.DelegatingDeserializer;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.exc.MismatchedInputException;

/** How a service file is read on after a fault: what can't be read is reported to the {@link Reading} and left out. */
final class LenientReader {

    private LenientReader() {}

    /** Lets the reading know which part of the file a record is made from. */
    static final class Places extends ValueDeserializerModifier {

        private static final long serialVersionUID = 1;

        @Override
        public ValueDeserializer<?> modifyDeserializer(
                DeserializationConfig config, BeanDescription.Supplier description, ValueDeserializer<?> deserializer) {
            return description.getBeanClass().getName().startsWith("id.loket.") ? new Placed(deserializer) : deserializer;
        }
    }

    private static final class Placed extends DelegatingDeserializer {

        Placed(ValueDeserializer<?> delegate) {
            super(delegate);
        }

        @Override
        protected ValueDeserializer<?> newDelegatingInstance(ValueDeserializer<?> delegate) {
            return new Placed(delegate);
        }

        @Override
        public Object deserialize(JsonParser parser, DeserializationContext context) {
            Reading reading = Reading.CURRENT.get();
            String place = place(parser);
            TokenStreamContext within = parser.currentToken().isScalarValue() ? null : parser.streamReadContext();
            reading.enter(place);
            try {
                Object part = super.deserialize(parser, context);
                if (part instanceof Text text && text.en() == null) {
                    reading.untranslated();
                }
                return part;
            } catch (MismatchedInputException e) {
                reading.report(Fault.of(place + LenientReader.place(e), "wrong-kind", expected(e.getTargetType())));
                skip(parser, within);
                return null;
            } finally {
                reading.leave();
            }
        }

        /** To the end of the part. */
        private static void skip(JsonParser parser, TokenStreamContext part) {
            while (part != null && isWithin(parser.streamReadContext(), part) && parser.nextToken() != null) {
                // on to the next
            }
        }

        private static boolean isWithin(TokenStreamContext context, TokenStreamContext part) {
            for (TokenStreamContext c = context; c != null; c = c.getParent()) {
                if (c == part) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Reports what doesn't fit and goes on. */
    static final class Problems extends DeserializationProblemHandler {

        @Override
        public boolean handleUnknownProperty(
                DeserializationContext context, JsonParser parser, ValueDeserializer<?> deserializer, Object bean, String name) {
            List<String> known = deserializer.getKnownPropertyNames() == null
                    ? List.of()
                    : new ArrayList<>(new TreeSet<>(deserializer.getKnownPropertyNames().stream().map(Object::toString).toList()));
            Optional<String> near = known.stream()
                    .filter(k -> distance(k.toLowerCase(), name.toLowerCase()) <= Math.max(1, name.length() / 4))
                    .min(Comparator.comparingInt(k -> distance(k, name)));
            // told by name: the parser may be past it
            Reading.CURRENT.get().report(List.of(near.map(n -> Fault.of(name, "unknown-property-near", name, n))
                    .orElseGet(() -> Fault.of(name, "unknown-property", name, String.join(", ", known)))));
            parser.skipChildren();
            return true;
        }

        @Override
        public Object handleWeirdStringValue(DeserializationContext context, Class<?> type, String value, String why) {
            report(context.getParser(), weird(type, value));
            return null;
        }

        @Override
        public Object handleWeirdNumberValue(DeserializationContext context, Class<?> type, Number value, String why) {
            report(context.getParser(), weird(type, value.toString()));
            return null;
        }

        @Override
        public Object handleUnexpectedToken(
                DeserializationContext context, JavaType type, JsonToken token, JsonParser parser, String why) {
            report(parser, Fault.of("", "wrong-kind", expected(type.getRawClass())));
            parser.skipChildren();
            return null;
        }

        @Override
        public Object handleMissingInstantiator(
                DeserializationContext context, Class<?> type, ValueInstantiator instantiator, JsonParser parser, String why) {
            report(parser, Fault.of("", "wrong-kind", expected(type)));
            parser.skipChildren();
            return null;
        }

        /** A record that can't live with the holes in it; what made the holes is reported already. */
        @Override
        public Object handleInstantiationProblem(DeserializationContext context, Class<?> type, Object argument, Throwable problem) {
            if (!Reading.CURRENT.get().isFaulty()) {
                report(context.getParser(), Fault.of("", "unreadable"));
            }
            return null;
        }

        private static Fault weird(Class<?> type, String value) {
            if (type.isEnum()) {
                return Fault.of("", "no-such-value", value, Arrays.toString(type.getEnumConstants()));
            }
            return type == LocalDate.class ? Fault.of("", "no-date", value) : Fault.of("", "wrong-kind", expected(type));
        }
    }

    /** A fee is written as one word or amount, or as the list of its rates. */
    static final class Fees extends StdDeserializer<Fee> {

        private static final ValueDeserializer<Fee> ONE = scalar(Fee.class, Fee::parse, "fee-form");

        Fees() {
            super(Fee.class);
        }

        @Override
        public Fee deserialize(JsonParser parser, DeserializationContext context) {
            if (!parser.isExpectedStartArrayToken()) {
                return ONE.deserialize(parser, context);
            }
            List<Fee.Rate> rates = context.readValue(
                    parser, context.getTypeFactory().constructCollectionType(List.class, Fee.Rate.class));
            return new Fee(rates);
        }
    }

    /**
     * What is written as one value.
     *
     * @param code of the finding where {@code read} doesn't take it
     */
    static <T> ValueDeserializer<T> scalar(Class<T> type, Function<String, T> read, String code) {
        return new StdScalarDeserializer<>(type) {
            @Override
            public T deserialize(JsonParser parser, DeserializationContext context) {
                if (!parser.currentToken().isScalarValue()) {
                    report(parser, Fault.of("", "wrong-kind", "expected.text"));
                    parser.skipChildren();
                    return null;
                }
                try {
                    return read.apply(parser.getString());
                } catch (IllegalArgumentException e) {
                    report(parser, Fault.of("", code, parser.getString()));
                    return null;
                }
            }
        };
    }

    /** A number or a yes or no; what isn't is reported. */
    static <T> ValueDeserializer<T> exact(Class<T> type, T otherwise, Function<JsonParser, Optional<T>> read) {
        return new StdScalarDeserializer<>(type) {
            @Override
            public T deserialize(JsonParser parser, DeserializationContext context) {
                Optional<T> value = read.apply(parser);
                if (value.isEmpty()) {
                    report(parser, Fault.of("", "wrong-kind", expected(type)));
                    parser.skipChildren();
                }
                return value.orElse(otherwise);
            }

            @Override
            public Object getNullValue(DeserializationContext context) {
                return otherwise;
            }
        };
    }

    static Optional<Integer> whole(JsonParser parser) {
        boolean fits = parser.currentToken() == JsonToken.VALUE_NUMBER_INT && parser.getNumberType() == JsonParser.NumberType.INT;
        return fits ? Optional.of(parser.getIntValue()) : Optional.empty();
    }

    static Optional<Long> amount(JsonParser parser) {
        boolean fits = parser.currentToken() == JsonToken.VALUE_NUMBER_INT && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER;
        return fits ? Optional.of(parser.getLongValue()) : Optional.empty();
    }

    static Optional<Boolean> decision(JsonParser parser) {
        return parser.currentToken().isBoolean() ? Optional.of(parser.getBooleanValue()) : Optional.empty();
    }

    private static void report(JsonParser parser, Fault fault) {
        Reading.CURRENT.get().report(fault.within(place(parser)));
    }

    /** Where the reading broke off, as far as it is known. */
    static String place(JacksonException e) {
        StringBuilder path = new StringBuilder();
        e.getPath().forEach(r -> path.append('/').append(r.getPropertyName() != null ? r.getPropertyName() : r.getIndex()));
        return path.toString();
    }

    private static String place(JsonParser parser) {
        return parser.streamReadContext().pathAsPointer().toString();
    }

    /** Key of the words for what should stand there. */
    private static String expected(Class<?> type) {
        if (type == null) {
            return "expected.text";
        }
        if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
            return "expected.whole";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "expected.boolean";
        }
        if (Collection.class.isAssignableFrom(type) || type == Sop.class) {
            return "expected.list";
        }
        if (type == Text.class) {
            return "expected.translated";
        }
        return type.isRecord() || Map.class.isAssignableFrom(type) ? "expected.properties" : "expected.text";
    }

    /** How many letters one word is from another. */
    private static int distance(String a, String b) {
        int[] before = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            before[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j - 1], before[j]) + 1, before[j - 1] + change);
            }
            before = row;
        }
        return before[b.length()];
    }
}
