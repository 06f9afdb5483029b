package dev.cordon.domain.detection.pack;

import dev.cordon.domain.detection.AlertSeverity;
import dev.cordon.domain.detection.AttackKind;
import dev.cordon.domain.detection.engine.LogBuilder;
import java.util.ArrayList;
import java.util.List;

/**
 * What a rule of the pack has to show: attacks whose last line makes it fire, and harmless logs
 * that resemble them.
 */
final class RuleCase {

    /**
     * @param attackers exactly the addresses that the alert names
     */
    record Attack(String what, TestLog log, List<String> attackers) {}

    record Harmless(String what, TestLog log) {}

    private final String rule;
    private final AttackKind kind;
    private final AlertSeverity severity;
    private final List<String> before = new ArrayList<>();
    private final List<Attack> attacks = new ArrayList<>();
    private final List<Harmless> harmless = new ArrayList<>();

    private RuleCase(String rule, AttackKind kind, AlertSeverity severity) {
        this.rule = rule;
        this.kind = kind;
        this.severity = severity;
    }

    static RuleCase of(String rule, AttackKind kind, AlertSeverity severity) {
        return new RuleCase(rule, kind, severity);
    }

    /** The attack cannot but make that rule fire first. */
    RuleCase after(String other) {
        before.add(other);
        return this;
    }

    RuleCase attack(String what, LogBuilder log, String... attackers) {
        return attack(what, TestLog.access(log), attackers);
    }

    RuleCase attack(String what, TestLog log, String... attackers) {
        return attack(what, log, List.of(attackers));
    }

    RuleCase attack(String what, LogBuilder log, List<String> attackers) {
        return attack(what, TestLog.access(log), attackers);
    }

    RuleCase attack(String what, TestLog log, List<String> attackers) {
        attacks.add(new Attack(what, log, attackers));
        return this;
    }

    RuleCase harmless(String what, LogBuilder log) {
        return harmless(what, TestLog.access(log));
    }

    RuleCase harmless(String what, TestLog log) {
        harmless.add(new Harmless(what, log));
        return this;
    }

    String rule() {
        return rule;
    }

    AttackKind kind() {
        return kind;
    }

    AlertSeverity severity() {
        return severity;
    }

    /** The rules that an attack makes fire before its last line. */
    List<String> before() {
        return before;
    }

    List<Attack> attacks() {
        return attacks;
    }

    List<Harmless> harmless() {
        return harmless;
    }
}
