package id.loket.office;

import id.loket.platform.web.DemoAccounts;
import java.util.List;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Offices to measure with: the demo office, and copies of it in the three time zones. */
public final class BenchOffices {

    private final ApplicationContext context;

    public BenchOffices(ApplicationContext context) {
        this.context = context;
    }

    public void demo() {
        if (context.getBean(Offices.class).all().isEmpty()) {
            OfficeFile file = OfficeFile.read(OfficeFiles.shipped("/demo/office.yaml").orElseThrow());
            context.getBean(OfficeFiles.class).create(file, officer -> new NewPassword(DemoAccounts.PASSWORD, false));
        }
    }

    /**
     * Copies of office 1, as far as {@code last}, with SIKRO alone. The zones are dealt out as the 514 regencies and cities lie in them.
     *
     * @param owner a connection that may write everywhere
     */
    public static void copy(JdbcClient owner, int last) {
        if (last < 2) {
            return;
        }
        for (String sql : List.of(
                """
                insert into office (office_id, code, government, name, short_name, city, address, phone, email, zone, day_convention,
                    calendar_version)
                select n, 'contoh' || n, government, name, short_name, city, address, phone, email,
                    case when n % 514 < 301 then 'Asia/Jakarta' when n % 514 < 451 then 'Asia/Makassar' else 'Asia/Jayapura' end,
                    day_convention, calendar_version
                from office, generate_series(2, :last) n where office_id = 1
                """,
                """
                insert into office_role (office_id, code, name_id, name_en, position)
                select n, code, name_id, name_en, position from office_role, generate_series(2, :last) n where office_id = 1
                """,
                """
                insert into officer (office_id, username, name, initials, nip, password_hash, password_once, active)
                select n, username, name, initials, nip, password_hash, password_once, active
                from officer, generate_series(2, :last) n where office_id = 1
                """,
                """
                insert into officer_role (office_id, officer_id, role)
                select o.office_id, o.officer_id, r.role
                from officer o
                join officer f on f.office_id = 1 and f.username = o.username
                join officer_role r on r.office_id = 1 and r.officer_id = f.officer_id
                where o.office_id between 2 and :last
                """,
                """
                insert into office_hours (office_id, weekday, opens, closes)
                select n, weekday, opens, closes from office_hours, generate_series(2, :last) n where office_id = 1
                """,
                """
                insert into free_day (office_id, date, kind, name, source)
                select n, date, kind, name, source from free_day, generate_series(2, :last) n where office_id = 1
                """,
                """
                insert into service_definition (office_id, code, version, status, effective_from, yaml, created_at)
                select n, code, version, status, effective_from, yaml, created_at
                from service_definition, generate_series(2, :last) n where office_id = 1 and code = 'SIKRO'
                """)) {
            owner.sql(sql).param("last", last).update();
        }
    }
}
