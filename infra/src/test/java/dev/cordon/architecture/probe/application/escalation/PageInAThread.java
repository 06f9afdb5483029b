package dev.cordon.architecture.probe.application.escalation;

public class PageInAThread {
    void page(Runnable call) {
        new Thread(call).start();
    }
}
