package id.loket.casefile;

import static id.loket.platform.db.Timestamps.utc;
import static java.sql.Types.TIMESTAMP_WITH_TIMEZONE;

import id.loket.casefile.CaseFileStore.Linked;
import id.loket.casefile.Intake.Representative;
import id.loket.casefile.card.CardState;
import id.loket.casefile.card.Chain;
import id.loket.casefile.card.FileClock;
import id.loket.platform.security.PublicCode;
import id.loket.standard.ServiceDefinition;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a new file with its card, application and check list: one statement, because the office's next number waits until it is written and
 * committed.
 */
@Repository
class Registrations {

    private static final String INSERT =
            """
            with file as (
                insert into case_file (office_id, registration, service, service_version, status, step, actor, holder,
                    arrived_at, since, last_at, prepared_by, version, last_hash, complete_at, due_at, paused_at, ready_at)
                values (:office, :registration, :service, :serviceVersion, :status, :step, :actor, :holder,
                    :arrivedAt, :since, :lastAt, :preparedBy, :version, :lastHash, :completeAt, :dueAt, :pausedAt, :readyAt)
                returning file_id
            ), card as (
                insert into card_entry (office_id, file_id, seq, kind, step, to_step, at, officer_id, name, initials, role, remark, hash)
                select :office, file_id, seq, kind, step, to_step, at::timestamptz, officer_id, name, initials, role, remark, hash
                from file, unnest(:seqs, :kinds, :steps, :toSteps, :ats, :officers, :names, :initials, :roles, :remarks, :hashes)
                    as e (seq, kind, step, to_step, at, officer_id, name, initials, role, remark, hash)
            ), written as (
                insert into application (office_id, file_id, registration, kind, registered_at, tracking_code, form_token, nik, nik_doubtful,
                    name, birth_place, birth_date, sex, address, phone, email, representative_name, representative_nik, form)
                select :office, file_id, :registration, :kind, :at, :code, :token, :nik, :doubtful,
                    :name, :birthPlace, :birthDate, :sex, :address, :phone, :email, :repName, :repNik, :form::jsonb
                from file
            ), list as (
                insert into requirement_check (office_id, file_id, round, code, result, remark)
                select :office, file_id, 1, code, result, remark
                from file, unnest(:codes, :results, :findings) as c (code, result, remark)
            )
            select file_id from file
            """;

    private final JdbcClient db;
    private final JsonMapper json;

    Registrations(JdbcClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    /**
     * Writes it all.
     *
     * @param card  its entries so far, which lead to {@code state} and {@code clock}
     * @param token fingerprint of the form as sent
     * @return the file's id
     * @throws org.springframework.dao.DuplicateKeyException if the form was sent before
     */
    long insert(
            int officeId,
            String registration,
            ServiceDefinition service,
            CardState state,
            FileClock clock,
            List<Linked> card,
            Intake intake,
            String token,
            CheckList list,
            Instant now) {
        JdbcClient.StatementSpec sql = db.sql(INSERT)
                .param("office", officeId)
                .param("registration", registration)
                .param("service", service.code())
                .param("serviceVersion", service.version())
                .param("status", state.status().name())
                .param("step", state.step())
                .param("actor", service.sop().step(state.step()).actor())
                .param("holder", state.holder())
                .param("arrivedAt", utc(state.arrivedAt()))
                .param("since", utc(state.since()))
                .param("lastAt", utc(state.lastAt()))
                .param("preparedBy", state.preparedBy())
                .param("version", state.version())
                .param("lastHash", card.getLast().hash())
                .param("completeAt", utc(clock.completeAt()), TIMESTAMP_WITH_TIMEZONE)
                .param("dueAt", utc(clock.dueAt()), TIMESTAMP_WITH_TIMEZONE)
                .param("pausedAt", utc(clock.pausedAt()), TIMESTAMP_WITH_TIMEZONE)
                .param("readyAt", utc(clock.readyAt()), TIMESTAMP_WITH_TIMEZONE);
        return application(checks(entries(sql, card), list), intake, token, now).query(Long.class).single();
    }

    private static JdbcClient.StatementSpec entries(JdbcClient.StatementSpec sql, List<Linked> card) {
        return sql.param("seqs", card.stream().map(e -> e.entry().seq()).toArray(Integer[]::new))
                .param("kinds", texts(card, e -> Chain.kind(e.entry())))
                .param("steps", card.stream().map(e -> e.entry().step()).toArray(Integer[]::new))
                .param("toSteps", card.stream().map(e -> e.entry().to()).toArray(Integer[]::new))
                .param("ats", texts(card, e -> e.entry().at().toString()))
                .param("officers", card.stream().map(e -> e.entry().by().id()).toArray(Long[]::new))
                .param("names", texts(card, e -> e.entry().by().name()))
                .param("initials", texts(card, e -> e.entry().by().initials()))
                .param("roles", texts(card, e -> e.entry().by().role()))
                .param("remarks", texts(card, e -> e.entry().remark()))
                .param("hashes", card.stream().map(Linked::hash).toArray(byte[][]::new));
    }

    private static JdbcClient.StatementSpec checks(JdbcClient.StatementSpec sql, CheckList list) {
        return sql.param("codes", texts(list.checks(), Check::code))
                .param("results", texts(list.checks(), check -> check.result().name()))
                .param("findings", texts(list.checks(), Check::remark));
    }

    private static <T> String[] texts(List<T> rows, Function<T, String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }

    private JdbcClient.StatementSpec application(JdbcClient.StatementSpec sql, Intake intake, String token, Instant now) {
        Applicant applicant = intake.applicant();
        Representative representative = intake.representative();
        return sql.param("kind", intake.kind().name())
                .param("at", utc(now))
                .param("code", PublicCode.next())
                .param("token", token)
                .param("nik", applicant.nik())
                .param("doubtful", applicant.nikDoubtful())
                .param("name", applicant.name())
                .param("birthPlace", applicant.birthPlace())
                .param("birthDate", applicant.birthDate())
                .param("sex", applicant.sex().name())
                .param("address", applicant.address())
                .param("phone", applicant.phone())
                .param("email", applicant.email())
                .param("repName", representative == null ? "" : representative.name())
                .param("repNik", representative == null ? "" : representative.nik())
                .param("form", json.writeValueAsString(intake.fields()));
    }
}
