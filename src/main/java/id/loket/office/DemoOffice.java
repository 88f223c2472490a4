package id.loket.office;

import id.loket.office.OfficeFiles.OfficeFile;
import id.loket.platform.LoketSettings;
import id.loket.platform.web.DemoAccounts;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** The office to try Loket with: loaded once, where the demo is on and there is no office yet. */
@Component
class DemoOffice implements DemoAccounts, SmartInitializingSingleton {

    private static final String FILE = "/demo/office.yaml";

    private final OfficeFiles files;
    private final Offices offices;
    private final LoketSettings settings;

    DemoOffice(OfficeFiles files, Offices offices, LoketSettings settings) {
        this.files = files;
        this.offices = offices;
        this.settings = settings;
    }

    /** Before the web server opens. */
    @Override
    public void afterSingletonsInstantiated() {
        if (settings.demo() && offices.all().isEmpty()) {
            files.create(file(), PASSWORD);
        }
    }

    @Override
    public List<DemoAccount> list(Locale locale) {
        OfficeFile file = file();
        boolean english = locale.getLanguage().equals("en");
        Map<String, OfficeFiles.RoleLine> roles =
                file.roles().stream().collect(Collectors.toMap(OfficeFiles.RoleLine::code, Function.identity()));
        return file.officers().stream()
                .map(o -> {
                    OfficeFiles.RoleLine role = roles.get(o.roles().getFirst());
                    return new DemoAccount(
                            o.username(), english ? role.english() : role.name(), english ? o.english() : o.work());
                })
                .toList();
    }

    private static OfficeFile file() {
        return OfficeFiles.read(OfficeFiles.shipped(FILE));
    }
}
