package id.loket.office;

import id.loket.platform.web.OfficeDirectory;
import id.loket.platform.web.OfficeInfo;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The offices that this installation serves. They are few and hardly change, so they are read once. */
@Service
class Offices implements OfficeDirectory {

    private static final String SELECT =
            "select office_id, code, government, name, short_name, letter_code, city, address, phone, email, zone from office";

    private final JdbcClient db;
    private final Map<Integer, OfficeInfo> byId = new ConcurrentHashMap<>();
    private volatile OfficeInfo home;

    Offices(JdbcClient db) {
        this.db = db;
    }

    @Override
    public OfficeInfo byId(int officeId) {
        OfficeInfo known = byId.get(officeId);
        return known != null
                ? known
                : remember(db.sql(SELECT + " where office_id = :id")
                        .param("id", officeId)
                        .query(Offices::office)
                        .optional()
                        .orElseThrow(() -> new NoSuchElementException("no office " + officeId)));
    }

    @Override
    public Optional<OfficeInfo> byCode(String code) {
        return byId.values().stream()
                .filter(o -> o.code().equals(code))
                .findFirst()
                .or(() -> db.sql(SELECT + " where code = :code")
                        .param("code", code)
                        .query(Offices::office)
                        .optional()
                        .map(this::remember));
    }

    /**
     * The office of the pages that name none: the first that was set up.
     *
     * @throws NoSuchElementException if there is no office yet
     */
    @Override
    public OfficeInfo home() {
        if (home == null) {
            home = all().stream().findFirst().orElseThrow(() -> new NoSuchElementException("no office yet"));
        }
        return home;
    }

    List<OfficeInfo> all() {
        return db.sql(SELECT + " order by office_id").query(Offices::office).list();
    }

    private OfficeInfo remember(OfficeInfo office) {
        byId.put(office.officeId(), office);
        return office;
    }

    private static OfficeInfo office(ResultSet row, int n) throws SQLException {
        return new OfficeInfo(
                row.getInt("office_id"),
                row.getString("code"),
                row.getString("government"),
                row.getString("name"),
                row.getString("short_name"),
                row.getString("letter_code"),
                row.getString("city"),
                row.getString("address"),
                row.getString("phone"),
                row.getString("email"),
                ZoneId.of(row.getString("zone")));
    }
}
