package id.loket.standard;

import java.util.List;

/**
 * How many people the service takes (MFG-5).
 *
 * @param total  people in all; the groups add up to it
 * @param groups who they are
 * @param note   null for none
 */
public record Staffing(int total, List<Group> groups, Text note) {

    /** Some of the people. */
    public record Group(Text who, int count) {
        public Group {
            new Faults().given(who, "who").expect(count >= 1, "count", "one-person").raise();
        }
    }

    public Staffing {
        groups = Faults.copy(groups);
        int sum = groups.stream().mapToInt(Group::count).sum();
        new Faults()
                .expect(total >= 1, "total", "staffing-total")
                .expect(sum == total, "groups", "staffing-sum", sum, total)
                .raise();
    }
}
