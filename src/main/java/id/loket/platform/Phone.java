package id.loket.platform;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Telephone numbers as people write them; without a country's code they are Indonesian. */
public final class Phone {

    private static final String HOME = "ID";
    /** The library would also read letters, as on the keys of a telephone, and whatever stands around a number. */
    private static final Pattern TYPED = Pattern.compile("\\+?[0-9\\s.()/\\-]{6,30}");

    private static final Set<PhoneNumberType> TAKES_SMS = Set.of(PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE_OR_MOBILE);

    private Phone() {}

    /**
     * The number in E.164 form.
     *
     * @param text as typed: {@code 0812…}, {@code 62812…}, {@code +62 812-…}; blanks, dots, dashes and brackets don't matter
     * @return empty if it can't be a telephone number
     */
    public static Optional<String> e164(String text) {
        return parse(text).map(n -> PhoneNumberUtil.getInstance().format(n, PhoneNumberFormat.E164));
    }

    /** Whether it is a number that takes SMS: not a fixed line, nor a number that was never given out. */
    public static boolean takesSms(String text) {
        return parse(text)
                .filter(n -> TAKES_SMS.contains(PhoneNumberUtil.getInstance().getNumberType(n)))
                .isPresent();
    }

    private static Optional<PhoneNumber> parse(String text) {
        if (!TYPED.matcher(text.strip()).matches()) {
            return Optional.empty();
        }
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        try {
            PhoneNumber number = numbers.parse(text.strip(), HOME);
            return numbers.isPossibleNumber(number) ? Optional.of(number) : Optional.empty();
        } catch (NumberParseException notANumber) {
            return Optional.empty();
        }
    }
}
