package id.loket.bench;

import id.loket.casefile.BenchWork;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** What the engines are given to do: the same file, as they would keep it. */
final class EngineForm {

    static final String PROCESS = "SIKRO";

    /** Candidate groups of the steps, by number. */
    static final List<String> ROLES = List.of(
            "", "FRONT_OFFICE", "FRONT_OFFICE", "BACK_OFFICE", "JUNIOR_ANALYST", "SENIOR_ANALYST", "SECRETARY", "HEAD_OF_OFFICE",
            "BACK_OFFICE", "FRONT_OFFICE");

    static final String APPLICANT = "APPLICANT";
    static final String OUTCOME = "outcome";
    static final String HAND_OVER = "HAND_OVER";
    static final String RETURN = "RETURN_TO_APPLICANT";
    static final String COMMENT = "Diteruskan";
    static final int CHECK = 2;
    static final int NUMBER = 8;
    static final int LAST = 9;

    static final String COUNTER =
            """
            insert into counter as c (series, last) values (?, 1)
            on conflict (series) do update set last = c.last + 1 returning last
            """;

    private static final String APPLICATION = JsonMapper.builder().build().writeValueAsString(BenchWork.form("Contoh Pemohon"));

    private EngineForm() {}

    /** The application as variables: what lists and letters ask for, and the form as it was filled in. */
    static Map<String, Object> variables(String registration) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("registration", registration);
        variables.put("applicant", "Contoh Pemohon");
        variables.put("nik", "1471010101950001");
        variables.put("phone", "+6281200000184");
        variables.put("application", APPLICATION);
        return variables;
    }

    static String registration(long number) {
        return "SIKRO-2026-%05d".formatted(number);
    }
}
