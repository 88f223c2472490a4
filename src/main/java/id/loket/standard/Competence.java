package id.loket.standard;

import java.util.List;
import java.util.Set;

/**
 * What is expected of a group of officers (MFG-3).
 *
 * @param code       as in the document, e.g. "b"
 * @param who        name of the group
 * @param roles      roles of the office that belong to it; may be empty where the document leaves it open
 * @param education  null where the document says nothing
 * @param experience null where the document says nothing or a dash
 * @param general    expectations without a heading of their own
 * @param knowledge  <i>pengetahuan kerja</i>
 * @param skills     <i>keterampilan kerja</i>
 */
public record Competence(
        String code,
        Text who,
        Set<String> roles,
        Text education,
        Text experience,
        List<Text> general,
        List<Text> knowledge,
        List<Text> skills) {

    public Competence {
        roles = Faults.copy(roles);
        general = Faults.copy(general);
        knowledge = Faults.copy(knowledge);
        skills = Faults.copy(skills);
        new Faults()
                .expect(code != null && !code.isBlank(), "code", "letter-missing")
                .given(who, "who")
                .expect(
                        !general.isEmpty() || !knowledge.isEmpty() || !skills.isEmpty() || education != null,
                        "",
                        "competence-empty")
                .raise();
    }
}
