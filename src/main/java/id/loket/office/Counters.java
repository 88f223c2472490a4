package id.loket.office;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Serial numbers of an office: gap-free and never double per series and year. */
@Repository
public class Counters {

    private final JdbcClient db;

    Counters(JdbcClient db) {
        this.db = db;
    }

    /**
     * The next number of a series, from 1. To be called inside the transaction that uses the number: the counter's row is locked until that
     * ends, so there are no doubles, and the number is given back if it fails, so there are no gaps.
     */
    public long next(int officeId, String series, int year) {
        return db.sql("""
                        insert into counter as c (office_id, series, year, last) values (:office, :series, :year, 1)
                        on conflict (office_id, series, year) do update set last = c.last + 1
                        returning last
                        """)
                .param("office", officeId)
                .param("series", series)
                .param("year", year)
                .query(Long.class)
                .single();
    }
}
