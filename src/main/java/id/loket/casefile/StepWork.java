package id.loket.casefile;

import id.loket.casefile.card.Action;
import id.loket.casefile.card.CardState;
import id.loket.platform.web.Ui;
import id.loket.standard.ServiceDefinition;
import id.loket.standard.SopStep;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What a module above asks for at a step besides the movement itself, such as a report or a payment: told on the file's page and to the
 * applicant. What must be there before a movement is guarded by the module's {@link StepDuty}; this only tells it beforehand.
 */
public interface StepWork {

    /**
     * Where a file is and who looks at it.
     *
     * @param officerId 0 for the applicant
     * @param roles     of the officer; empty for the applicant
     */
    record Place(
            int officeId,
            long fileId,
            String registration,
            ServiceDefinition service,
            Application application,
            CardState state,
            long officerId,
            Set<String> roles) {

        public SopStep step() {
            return service.sop().step(state.step());
        }

        /** Whether it is this officer's to work on now: in hand, or at his or her step and waiting for the applicant. */
        public boolean mine() {
            return roles.contains(step().actor()) && (state.status().paused() || state.holder() == officerId);
        }
    }

    /** A page to go to. */
    record Link(String key, String path) {}

    /**
     * What is so and what is to be done.
     *
     * @param words        for officers, in the reader's language
     * @param forApplicant for the applicant; null if there is nothing to say
     * @param main         the next thing to do, for this officer; null if it isn't his or hers, or is the movement itself
     * @param links        pages besides
     * @param withheld     movements that are not possible before it is done
     * @param reason       proposed where a movement needs a reason; "" for none
     */
    record Work(
            Function<Ui, String> words,
            Function<Ui, String> forApplicant,
            Link main,
            List<Link> links,
            Set<Action> withheld,
            String reason) {}

    /** The work at this place, if this module has some there. Asked of open files only. */
    Optional<Work> at(Place place);

    /** Of files that wait for their applicants, those whose time was up, and since which day: the last one that was still in time. */
    default Map<String, LocalDate> overdue(int officeId, Collection<String> registrations) {
        return Map.of();
    }
}
