package id.loket.casefile;

import id.loket.standard.ServiceDefinition;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The check lists of files in the database; the newest round holds. */
@Repository
class CheckLists {

    private final JdbcClient db;

    CheckLists(JdbcClient db) {
        this.db = db;
    }

    /** The applicant brought more: a new round, in which what was present stays and the rest is to be looked at again. */
    void nextRound(int officeId, long fileId) {
        db.sql("""
                        insert into requirement_check (office_id, file_id, round, code, result, remark)
                        select office_id, file_id, round + 1, code, case when result = 'PRESENT' then result else 'UNCHECKED' end,
                               case when result = 'PRESENT' then remark else '' end
                        from requirement_check
                        where office_id = :office and file_id = :file
                          and round = (select max(round) from requirement_check where office_id = :office and file_id = :file)
                        """)
                .param("office", officeId)
                .param("file", fileId)
                .update();
    }

    /** Replaces the answers of the current round for the codes given; the last one, where a code is given twice. */
    void update(int officeId, long fileId, List<Check> checks) {
        Map<String, Check> last = new LinkedHashMap<>();
        checks.forEach(check -> last.put(check.code(), check));
        lines(db.sql("""
                        update requirement_check r set result = c.result, remark = c.remark
                        from unnest(:codes, :results, :remarks) as c (code, result, remark)
                        where r.office_id = :office and r.file_id = :file and r.code = c.code
                          and r.round = (select max(round) from requirement_check where office_id = :office and file_id = :file)
                        """), officeId, fileId, last.values())
                .update();
    }

    private static JdbcClient.StatementSpec lines(
            JdbcClient.StatementSpec sql, int officeId, long fileId, Collection<Check> checks) {
        return sql.param("office", officeId)
                .param("file", fileId)
                .param("codes", checks.stream().map(Check::code).toArray(String[]::new))
                .param("results", checks.stream().map(check -> check.result().name()).toArray(String[]::new))
                .param("remarks", checks.stream().map(Check::remark).toArray(String[]::new));
    }

    CheckList of(int officeId, long fileId, ServiceDefinition service) {
        record Row(int round, Check check) {}
        List<Row> rows = db.sql("""
                        select round, code, result, remark from requirement_check
                        where office_id = :office and file_id = :file
                          and round = (select max(round) from requirement_check where office_id = :office and file_id = :file)
                        """)
                .param("office", officeId)
                .param("file", fileId)
                .query((row, n) -> new Row(
                        row.getInt("round"),
                        new Check(
                                row.getString("code"),
                                Check.Result.valueOf(row.getString("result")),
                                row.getString("remark"))))
                .list();
        int round = rows.isEmpty() ? 1 : rows.getFirst().round();
        return CheckList.stored(service, round, rows.stream().map(Row::check).toList());
    }
}
