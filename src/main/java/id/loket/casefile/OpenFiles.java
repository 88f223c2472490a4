package id.loket.casefile;

import id.loket.standard.RunningFiles;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which versions of the services still have files. */
@Component
class OpenFiles implements RunningFiles {

    private final JdbcClient db;

    OpenFiles(JdbcClient db) {
        this.db = db;
    }

    @Override
    public List<OnVersion> of(int officeId) {
        return db.sql("""
                        select service as code, service_version as version, count(*) as open from case_file
                        where office_id = :office and closed_at is null group by service, service_version
                        """)
                .param("office", officeId)
                .query(OnVersion.class)
                .list();
    }
}
