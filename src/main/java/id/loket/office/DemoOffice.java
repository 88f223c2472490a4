package id.loket.office;

import id.loket.office.OfficeFile.RoleLine;
import id.loket.platform.LoketSettings;
import id.loket.platform.db.StartFailure;
import id.loket.platform.web.DemoAccounts;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;
import org.springframework.web.context.WebApplicationContext;

/** The office to try Loket with: loaded once, when Loket serves, the demo is on and there is no office yet. */
@Component
class DemoOffice implements DemoAccounts, SmartInitializingSingleton {

    private static final String FILE = "/demo/office.yaml";

    private final OfficeFiles files;
    private final Offices offices;
    private final LoketSettings settings;
    private final boolean serves;

    DemoOffice(OfficeFiles files, Offices offices, LoketSettings settings, ApplicationContext context) {
        this.files = files;
        this.offices = offices;
        this.settings = settings;
        this.serves = context instanceof WebApplicationContext;
    }

    /** Before the web server opens. */
    @Override
    public void afterSingletonsInstantiated() {
        if (!serves || !offices.all().isEmpty()) {
            return;
        }
        if (!settings.demo()) {
            throw new StartFailure(
                    "There is no office yet. Set one up with ./loket office create FILE.yaml, or try the demo with LOKET_DEMO=true", null);
        }
        files.create(file(), officer -> new NewPassword(PASSWORD, false));
    }

    @Override
    public List<DemoAccount> list(Locale locale) {
        OfficeFile file = file();
        boolean english = locale.getLanguage().equals("en");
        Map<String, RoleLine> roles =
                file.roles().stream().collect(Collectors.toMap(RoleLine::code, Function.identity()));
        return file.officers().stream()
                .map(o -> {
                    RoleLine role = roles.get(o.roles().getFirst());
                    return new DemoAccount(
                            o.username(), english ? role.english() : role.name(), english ? o.english() : o.work());
                })
                .toList();
    }

    private static OfficeFile file() {
        return OfficeFile.read(OfficeFiles.shipped(FILE).orElseThrow());
    }
}
