package id.loket.casefile;

import id.loket.standard.ServiceDefinition;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The check lists of files in the database; the newest round holds. */
@Repository
class CheckLists {

    private final JdbcClient db;

    CheckLists(JdbcClient db) {
        this.db = db;
    }

    void insert(int officeId, long fileId, int round, List<Check> checks) {
        for (Check check : checks) {
            db.sql("""
                            insert into requirement_check (office_id, file_id, round, code, result, remark)
                            values (:office, :file, :round, :code, :result, :remark)
                            """)
                    .param("office", officeId)
                    .param("file", fileId)
                    .param("round", round)
                    .param("code", check.code())
                    .param("result", check.result().name())
                    .param("remark", check.remark())
                    .update();
        }
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

    /** Replaces the answers of the current round for the codes given. */
    void update(int officeId, long fileId, List<Check> checks) {
        for (Check check : checks) {
            db.sql("""
                            update requirement_check set result = :result, remark = :remark
                            where office_id = :office and file_id = :file and code = :code
                              and round = (select max(round) from requirement_check where office_id = :office and file_id = :file)
                            """)
                    .param("office", officeId)
                    .param("file", fileId)
                    .param("code", check.code())
                    .param("result", check.result().name())
                    .param("remark", check.remark())
                    .update();
        }
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
