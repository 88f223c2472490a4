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
            new Faults().given(who, "who").expect(count >= 1, "count", "one person or more").raise();
        }
    }

    public Staffing {
        groups = Faults.copy(groups);
        int sum = groups.stream().mapToInt(Group::count).sum();
        new Faults()
                .expect(total >= 1, "total", "say how many people the service takes")
                .expect(sum == total, "groups", "the groups add up to %d people, not to %d", sum, total)
                .raise();
    }
}
